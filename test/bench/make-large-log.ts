/**
 * Writes a large, fictional, tab-separated activity log (en-US, 12-hour clock, thousands commas) and
 * gives its true sums. Deterministic: the same number of rows gives the same bytes.
 *
 *   node test/bench/make-large-log.ts ROWS OUT.txt
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';

export interface Truth {
  readonly rows: number;
  readonly online: number;
  readonly transmitted: number;
  readonly files: number;
  readonly errors: number;
  readonly byCompletion: Readonly<Record<string, number>>;
  readonly bytes: number;
  readonly sha256: string;
}

const labels = [
  'User Name',
  'Type',
  'Owner',
  'Description',
  'Errors',
  'Warnings',
  'Start',
  'End',
  'Duration',
  'Files',
  'Online',
  'Transmitted',
  'Completion',
];
const completions: readonly string[] = [
  ...Array.from({ length: 88 }, () => 'Completed'),
  ...Array.from({ length: 6 }, () => 'Completed with Warnings'),
  ...Array.from({ length: 4 }, () => 'Completed with Errors'),
  'Disconnected',
  'User Stopped',
];

/** Mulberry32, seeded by the number of rows. */
function generator(rows: number): () => number {
  let state = (rows * 2_654_435_761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

function stamp(seconds: number): string {
  const date = new Date(Date.UTC(2023, 0, 1) + seconds * 1000);
  const hour = date.getUTCHours();
  const day = `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`;
  const time = `${hour % 12 || 12}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())}`;
  return `${day} ${time} ${hour < 12 ? 'AM' : 'PM'}`;
}

const duration = (s: number): string =>
  `${Math.floor(s / 3600)}:${pad(Math.floor(s / 60) % 60)}:${pad(s % 60)}`;

/** Writes the log to `path` and returns the sums it is made of. */
export function makeLargeLog(rows: number, path: string): Truth {
  const random = generator(rows);
  const integer = (low: number, high: number): number =>
    low + Math.floor(random() * (high - low + 1));
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const sums = { online: 0, transmitted: 0, files: 0, errors: 0, bytes: 0 };
  const byCompletion: Record<string, number> = {};
  const hash = createHash('sha256');
  const file = openSync(path, 'w');
  const write = (text: string): void => {
    const block = Buffer.from(text);
    hash.update(block);
    sums.bytes += block.length;
    writeSync(file, block);
  };
  write(`${labels.join('\t')}\r\n`);
  let clock = 0;
  let block = '';
  for (let i = 0; i < rows; i += 1) {
    clock += integer(5, 170);
    const completion = completions[integer(0, completions.length - 1)] ?? '';
    const online = Math.floor(Math.exp(20 + 2.2 * normal()));
    const transmitted = Math.floor(online * random() ** 3);
    const files = integer(0, 20_000);
    const errors = completion === 'Completed with Errors' ? integer(1, 40) : 0;
    const seconds = integer(1, 14_400);
    sums.online += online;
    sums.transmitted += transmitted;
    sums.files += files;
    sums.errors += errors;
    byCompletion[completion] = (byCompletion[completion] ?? 0) + 1;
    const set = `EXAMPLE-H${pad(integer(0, 399), 4)} - Set ${integer(1, 5)}`;
    const cells = ['', 'Backup', 'EXAMPLE\\backup.svc', set, errors, 0, stamp(clock)];
    cells.push(stamp(clock + seconds), duration(seconds), grouped(files));
    cells.push(grouped(online), grouped(transmitted), completion);
    block += `${cells.join('\t')}\r\n`;
    if (block.length > 1 << 20) {
      write(block);
      block = '';
    }
  }
  write(block);
  closeSync(file);
  return { rows, ...sums, byCompletion, sha256: hash.digest('hex') };
}

if (import.meta.main) {
  const [rows = Number.NaN, path = ''] = [Number(process.argv[2]), process.argv[3]];
  if (!Number.isInteger(rows) || rows < 1 || path === '') {
    console.error('Usage: node test/bench/make-large-log.ts ROWS OUT.txt');
    process.exit(2);
  }
  console.log(JSON.stringify(makeLargeLog(rows, path), null, 1));
}
