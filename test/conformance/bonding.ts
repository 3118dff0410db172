/**
 * `npm run conformance -- bonding [path]`: choices recorded from the real Linux bonding driver
 * against the core's hash. One JSON object a line (or a JSON array):
 * `{id, policy, mode, slaves, down?, frame, slave}`. Every vector must agree.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  linuxHash,
  linuxMember,
  linuxPolicies,
  type LinuxPolicy,
} from '../../src/core/link-aggregation/placement/linux-bonding.ts';
import { usableMembers } from '../../src/core/link-aggregation/placement/flow.ts';
import type { LinuxFrame } from '../../src/core/link-aggregation/placement/linux-frame.ts';
import { isFields, Reader, ShapeNotCovered } from './bonding-fields.ts';
import { readFrame } from './bonding-frame.ts';
import type { CaseOutcome, Report } from './report.ts';

const ownData = join(import.meta.dirname, 'data', 'bonding-vectors.jsonl');

const hashingModes: ReadonlySet<string> = new Set([
  'balance-xor',
  '802.3ad',
  'balance-tlb',
  'balance-alb',
  'balance-tlb-hash',
  'balance-alb-hash',
]);

interface Vector {
  readonly policy: LinuxPolicy;
  readonly slaves: number;
  readonly down: readonly number[];
  readonly frame: LinuxFrame;
  /** Undefined: the driver dropped the frame. */
  readonly slave: number | undefined;
}

function readPolicy(reader: Reader): LinuxPolicy {
  const name = reader.text(['policy', 'xmit_hash_policy']);
  const policy = linuxPolicies.find((known) => known === name);
  if (policy === undefined) throw new ShapeNotCovered(`policy ${name}`);
  return policy;
}

/** tlb and alb keep multicast and everything but IP on the active slave, which no frame tells. */
function checkMode(reader: Reader, frame: LinuxFrame): void {
  const mode = reader.text(['mode']);
  if (!hashingModes.has(mode)) throw new ShapeNotCovered(`mode ${mode} does not hash`);
  const toGroup = Math.floor(frame.destination / 2 ** 40) % 2 === 1;
  if (/tlb|alb/.test(mode) && (toGroup || frame.packet === undefined)) {
    throw new ShapeNotCovered(`mode ${mode} sends this frame over the active slave`);
  }
}

function readMemberList(value: unknown, slaves: number): readonly number[] {
  if (value === undefined || value === null) return [];
  const numbers = Array.isArray(value) ? value.filter((entry) => Number.isInteger(entry)) : [];
  if (!Array.isArray(value) || numbers.length !== value.length) {
    throw new ShapeNotCovered(`down ${JSON.stringify(value)}`);
  }
  if (numbers.some((entry) => entry < 0 || entry >= slaves)) {
    throw new ShapeNotCovered(`down ${JSON.stringify(value)} of ${slaves} slaves`);
  }
  return numbers;
}

// What a vector is called, and where it comes from, for people.
const titles: readonly string[] = ['id', 'note', 'source'];

function readVector(value: unknown): Vector {
  if (!isFields(value)) throw new ShapeNotCovered('not an object');
  const reader = new Reader(value, 'vector');
  const frameFields = reader.take('frame');
  if (!isFields(frameFields)) throw new ShapeNotCovered('vector has no frame');
  const frame = readFrame(frameFields);
  checkMode(reader, frame);
  const slaves = reader.number(['slaves', 'members']);
  const down = readMemberList(reader.take('down'), slaves);
  const dropped = reader.take('slave') === null;
  const slave = dropped ? undefined : reader.number(['slave', 'member']);
  const policy = readPolicy(reader);
  reader.finish(titles);
  return { policy, slaves, down, frame, slave };
}

function judge(id: string, value: unknown): CaseOutcome {
  try {
    const { policy, slaves, down, frame, slave } = readVector(value);
    const hash = linuxHash(policy, frame);
    const member = linuxMember(hash, { count: slaves, down });
    if (member === slave) return { id, outcome: 'passed' };
    const usable = usableMembers({ count: slaves, down }).length;
    const detail = `slave: expected ${slave}, got ${member} (${policy}, hash ${hash}, ${usable} usable of ${slaves})`;
    return { id, outcome: 'failed', detail };
  } catch (error) {
    if (!(error instanceof ShapeNotCovered)) throw error;
    return { id, outcome: 'not covered', detail: error.message };
  }
}

/** A JSON array, an object holding one, or one JSON value a line. */
function readValues(text: string): readonly unknown[] {
  try {
    const whole: unknown = JSON.parse(text);
    if (Array.isArray(whole)) return whole;
    if (isFields(whole) && Array.isArray(whole['vectors'])) return whole['vectors'];
    return [whole];
  } catch {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(readLine);
  }
}

function readLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return `not JSON: ${line.slice(0, 40)}`;
  }
}

const filesAt = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => /\.(?:jsonl|ndjson|json)$/.test(name))
        .map((name) => join(path, name))
    : [path];

const idOf = (value: unknown, index: number): string =>
  isFields(value) && value['id'] !== undefined ? String(value['id']) : `line ${index + 1}`;

/** Runs the vectors of a file, or of every file in a folder. */
export function run(path: string = ownData): Report {
  const values = filesAt(path).flatMap((file) => readValues(readFileSync(file, 'utf8')));
  const cases = values.map((value, index) => judge(idOf(value, index), value));
  const judged = cases.filter((entry) => entry.outcome !== 'not covered');
  const agreed = judged.filter((entry) => entry.outcome === 'passed').length;
  const share = judged.length === 0 ? 'none' : `${((100 * agreed) / judged.length).toFixed(2)} %`;
  return {
    cases,
    remarks: [`Same slave as the recorded driver: ${agreed} of ${judged.length} frames (${share})`],
  };
}
