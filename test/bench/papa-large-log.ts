/** Papa Parse over the same file, streamed and without typing: the yardstick, in a process of its own. */
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';

interface PapaStream {
  readonly NODE_STREAM_INPUT: unknown;
  readonly parse: (
    input: unknown,
    options: { readonly delimiter: string },
  ) => NodeJS.ReadWriteStream;
}

const papa = createRequire(import.meta.url)('papaparse') as PapaStream;
// As the reader does (read-large-log.ts): what Node itself is still busy with is not Papa's.
await setTimeout(500);
const cpu = process.cpuUsage();
let rows = 0;
const parser = createReadStream(process.argv[2] ?? '').pipe(
  papa.parse(papa.NODE_STREAM_INPUT, { delimiter: '\t' }),
);
parser.on('data', () => (rows += 1));
parser.on('end', () => {
  const { user, system } = process.cpuUsage(cpu);
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  console.log(JSON.stringify({ rows, cpuSeconds: (user + system) / 1e6, peakBytes }));
});
