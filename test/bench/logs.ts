/** The log reader on 100,000 rows, or as many as asked for: sums against the generator's, time and memory. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeLargeLog, type Truth } from './make-large-log.ts';

interface Measured {
  readonly rows: number;
  readonly online: number;
  readonly transmitted: number;
  readonly files: number;
  readonly errors: number;
  readonly byCompletion: Readonly<Record<string, number>>;
  readonly wallSeconds: number;
  readonly judgeSeconds: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
  readonly beforeBytes: number;
}

/** Promised for a million rows: what the reader and the file take on top of Node itself. */
const memoryMax = 250e6;

function measured<Result>(script: string, path: string): Result {
  const child = spawnSync(process.execPath, [join(import.meta.dirname, script), path], {
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout) as Result;
}

const sortedEntries = (counts: Readonly<Record<string, number>>): string =>
  JSON.stringify(Object.entries(counts).toSorted(([a], [b]) => a.localeCompare(b)));

function sumsAgree(truth: Truth, read: Measured): boolean {
  const keys = ['rows', 'online', 'transmitted', 'files', 'errors'] as const;
  const counts = sortedEntries(truth.byCompletion) === sortedEntries(read.byCompletion);
  return counts && keys.every((key) => truth[key] === read[key]);
}

const hasPapa = (): boolean => {
  try {
    return createRequire(import.meta.url).resolve('papaparse') !== '';
  } catch {
    return false;
  }
};

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

function benchmark(rows: number, folder: string): boolean {
  const path = join(folder, `${rows}.txt`);
  const truth = makeLargeLog(rows, path);
  const read = measured<Measured>('read-large-log.ts', path);
  const own = read.peakBytes - read.beforeBytes;
  const agree = sumsAgree(truth, read);
  console.log(`  ${rows.toLocaleString('en-GB')} rows, ${megabytes(truth.bytes)}`);
  console.log(
    `  reading      ${read.cpuSeconds.toFixed(2)} s CPU, ${read.wallSeconds.toFixed(2)} s`,
  );
  console.log(`  judging      ${read.judgeSeconds.toFixed(2)} s (figures and flags)`);
  console.log(
    `  peak memory  ${megabytes(own)} with the file, ${megabytes(read.peakBytes)} with Node`,
  );
  console.log(`  sums         ${agree ? "equal to the generator's" : 'DIFFERENT'}`);
  let held = agree && own <= memoryMax;
  if (hasPapa()) {
    const papa = measured<{ cpuSeconds: number; peakBytes: number }>('papa-large-log.ts', path);
    console.log(`  Papa Parse   ${papa.cpuSeconds.toFixed(2)} s CPU, streaming, without typing`);
    console.log(
      `  ratio        ${(read.cpuSeconds / papa.cpuSeconds).toFixed(2)} of its CPU seconds, in the same run`,
    );
    held &&= read.cpuSeconds <= papa.cpuSeconds;
  } else console.log('  Papa Parse   NOT COMPARED: papaparse is not installed');
  rmSync(path);
  return held;
}

/** `npm run bench -- logs 1000000` takes a million, for which the limit of memory is promised. */
const rowsUsual = 100_000;

/** Prints the figures; false where sums differ, memory or time are over what is promised. */
export function run(rows = rowsUsual): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'large-log-'));
  try {
    return benchmark(rows, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
