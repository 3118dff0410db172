/** Reads one file in a process of its own, so that its memory is its own, and prints figures as JSON. */
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { logFlags } from '../../src/core/ds-client-log/flags.ts';
import { logMetrics } from '../../src/core/ds-client-log/metrics.ts';
import { readLog } from '../../src/core/ds-client-log/read-log.ts';

const path = process.argv[2] ?? '';
// Node strips the types of the modules above by WebAssembly, which it goes on compiling for a while.
await setTimeout(500);
const before = process.memoryUsage.rss();
const cpu = process.cpuUsage();
const begun = performance.now();
const file = readFileSync(path);
// A page has plain bytes; those of Node are of a class of its own, whose pieces are slower to take.
const bytes = new Uint8Array(file.buffer, file.byteOffset, file.length);
const reading = readLog(bytes);
const wallSeconds = (performance.now() - begun) / 1000;
const { user, system } = process.cpuUsage(cpu);
// maxRSS counts in KiB; what Node took before the file was opened is `beforeBytes`.
const peakBytes = process.resourceUsage().maxRSS * 1024;
const { arrayBuffers } = process.memoryUsage();
if (reading.kind === 'rejected') throw new Error(JSON.stringify(reading.diagnostics));

const sums = { online: 0, transmitted: 0, files: 0, errors: 0 };
const byCompletion: Record<string, number> = {};
for (let row = 0; row < reading.rowCount; row += 1) {
  sums.online += reading.number(row, 'online') ?? 0;
  sums.transmitted += reading.number(row, 'transmitted') ?? 0;
  sums.files += reading.number(row, 'files') ?? 0;
  sums.errors += reading.number(row, 'errors') ?? 0;
  const completion = reading.fieldText(row, 'completion');
  byCompletion[completion] = (byCompletion[completion] ?? 0) + 1;
}
const looked = performance.now();
logMetrics(reading);
logFlags(reading);
const judgeSeconds = (performance.now() - looked) / 1000;
console.log(
  JSON.stringify({
    rows: reading.rowCount,
    setAside: reading.setAside.length,
    codes: reading.diagnostics.map((diagnostic) => diagnostic.code),
    ...sums,
    byCompletion,
    wallSeconds,
    judgeSeconds,
    cpuSeconds: (user + system) / 1e6,
    peakBytes,
    arrayBuffers,
    beforeBytes: before,
  }),
);
