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

/** Runs of each, one after the other in turn: a machine is never quiet, and a median forgives that. */
const runs = 11;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

function sayReading(reads: readonly Measured[]): void {
  const middle = (of: (read: Measured) => number): string => median(reads.map(of)).toFixed(2);
  const peak = (of: (read: Measured) => number): string => megabytes(Math.max(...reads.map(of)));
  console.log(
    `  reading      ${middle((read) => read.cpuSeconds)} s CPU, ${middle((read) => read.wallSeconds)} s, median of ${reads.length}`,
  );
  console.log(`  judging      ${middle((read) => read.judgeSeconds)} s (figures and flags)`);
  console.log(
    `  peak memory  ${peak(ownPeak)} with the file, ${peak((read) => read.peakBytes)} with Node`,
  );
}

const ownPeak = (read: Measured): number => read.peakBytes - read.beforeBytes;

/** The share of Papa Parse's CPU seconds, as the median of the ratios of neighbouring runs. */
function sayRatio(reads: readonly Measured[], papas: readonly number[]): boolean {
  const ratios = reads.map((read, i) => read.cpuSeconds / (papas[i] ?? Number.NaN));
  const ratio = median(ratios);
  const spread = ratios.toSorted((a, b) => a - b).map((one) => one.toFixed(2));
  console.log(`  Papa Parse   ${median(papas).toFixed(2)} s CPU, streaming, without typing`);
  console.log(`  ratio        ${ratio.toFixed(2)} of its CPU seconds, of ${spread.join(', ')}`);
  return ratio <= 1;
}

function benchmark(rows: number, folder: string): boolean {
  const path = join(folder, `${rows}.txt`);
  const truth = makeLargeLog(rows, path);
  const isCompared = hasPapa();
  const reads: Measured[] = [];
  const papas: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    if (isCompared)
      papas.push(measured<{ cpuSeconds: number }>('papa-large-log.ts', path).cpuSeconds);
    reads.push(measured<Measured>('read-large-log.ts', path));
  }
  rmSync(path);
  const agree = reads.every((read) => sumsAgree(truth, read));
  console.log(`  ${rows.toLocaleString('en-GB')} rows, ${megabytes(truth.bytes)}`);
  sayReading(reads);
  console.log(`  sums         ${agree ? "equal to the generator's" : 'DIFFERENT'}`);
  if (!isCompared) console.log('  Papa Parse   NOT COMPARED: papaparse is not installed');
  const isCheap = !isCompared || sayRatio(reads, papas);
  return agree && isCheap && reads.every((read) => ownPeak(read) <= memoryMax);
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
