import { bytes, formatBinary, groupThousands } from '../../core/units.ts';
import type { Progress } from './protocol.ts';

const stageWords: Readonly<Record<Progress['stage'], string>> = {
  starting: 'Starting the reader',
  'taking-in': 'Taking in the file',
  reading: 'Reading columns, numbers and dates',
  judging: 'Working out what the lines say',
  linking: 'Finding what belongs together',
};

const percent = (share: number): string => `${Math.floor(share * 100)} %`;

/** "Taking in the file: 61.2 MiB of 138 MiB" */
export function progressWords({ stage, done, total }: Progress): string {
  // Linking goes in a few long steps: a number would stand still and look like a fault.
  if (total === 0 || stage === 'linking') return stageWords[stage];
  const number = (value: number): string =>
    stage === 'judging' ? groupThousands(String(Math.round(value))) : formatBinary(bytes(value));
  const unit = stage === 'judging' ? ' lines' : '';
  return `${stageWords[stage]}: ${number(done)} of ${number(total)}${unit}`;
}

/** "Reading columns, numbers and dates, 42 %": short enough to be heard now and then. */
export const progressSpoken = ({ stage, share }: Progress): string =>
  `${stageWords[stage]}, ${percent(share)}`;
