/** Whether a log looks as if runs had waited for their turn: as many at once as ever, one after the other. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { concurrency } from '../../../src/core/ds-client-log/concurrency.ts';
import { flagWords } from '../../../src/core/ds-client-log/flag-words.ts';
import { logFlags } from '../../../src/core/ds-client-log/flags.ts';
import { accepted, logText } from './text-log.ts';

const minute = 60;

/** The longest time at the peak of runs given by the minutes at which they began and ended. */
const plateauOf = (...runs: readonly (readonly [from: number, to: number])[]) => {
  const { peak, plateau } = concurrency(
    runs.map(([from, to], row) => ({ row, from: from * minute, to: to * minute, isEither: false })),
  );
  return plateau && [peak, plateau.from / minute, plateau.to / minute, plateau.handovers].join(' ');
};

describe('the longest time at the peak', () => {
  test('is that of one run where no two meet', () => {
    assert.equal(plateauOf([0, 10], [20, 50]), '1 20 50 0');
  });
  test('goes on where one begins as another ends, or within a minute of it', () => {
    assert.equal(plateauOf([0, 30], [0, 60], [30, 90], [61, 120]), '2 0 90 2');
  });
  test('ends where the place stays empty for longer', () => {
    assert.equal(plateauOf([0, 30], [0, 100], [35, 90]), '2 35 90 0');
  });
  test('is of the highest number, whatever was flat below it', () => {
    assert.equal(plateauOf([0, 100], [0, 100], [200, 210], [200, 210], [200, 210]), '3 200 210 0');
  });
  test('is the longest in which runs were handed on, where there is one', () => {
    const side = [0, 300] as const; // two runs of five hours side by side
    const inTurn = Array.from({ length: 6 }, (_, i) => [400 + i * 10, 410 + i * 10] as const);
    assert.equal(plateauOf(side, side, ...inTurn, ...inTurn), '2 400 460 5');
  });
  test('is none without runs that have a length', () => assert.equal(plateauOf([5, 5]), null));
});

const clock = (minutes: number): string =>
  `2026-03-02 ${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`;
const run = (from: number, to: number, set: string) => ({
  Description: set,
  Start: clock(from),
  End: clock(to),
  Duration: `${Math.floor((to - from) / 60)}:${String((to - from) % 60).padStart(2, '0')}:00`,
});

const said = (...rows: readonly ReturnType<typeof run>[]): string | null => {
  const found = logFlags(accepted(logText(...rows))).find(({ kind }) => kind === 'waiting-likely');
  return found ? `${found.level}: ${flagWords(found).says} ${flagWords(found).caveat}` : null;
};

describe('runs that may have waited', () => {
  test('are told calmly, with when, for how long, and why it may be nothing', () => {
    // Two at a time for two hours, eight sets of half an hour.
    const rows = Array.from({ length: 8 }, (_, i) => {
      const from = 60 + Math.floor(i / 2) * 30;
      return run(from, from + 30, `Set ${i}`);
    });
    assert.equal(
      said(...rows),
      'blue: 2 runs were going at the same time on Mon 2 Mar 2026 from 01:00, for 2 hours, and never more in this log: as one ended, the next began, 3 times. The log does not show that a run waits. Schedules that follow each other, or one run started by the end of another, look the same.',
    );
  });
  test('are not seen in long runs side by side that nothing follows', () => {
    assert.equal(said(run(60, 300, 'A'), run(60, 300, 'B'), run(60, 290, 'C')), null);
  });
  test('are not seen in one run after the other', () => {
    assert.equal(
      said(...Array.from({ length: 8 }, (_, i) => run(i * 30, i * 30 + 30, `Set ${i}`))),
      null,
    );
  });
  test('are not seen in less than an hour', () => {
    const rows = Array.from({ length: 8 }, (_, i) => {
      const from = 60 + Math.floor(i / 2) * 10;
      return run(from, from + 10, `Set ${i}`);
    });
    assert.equal(said(...rows), null);
  });
  test('are not seen in an hour that the clock skipped', () => {
    // Two at a time for forty minutes; the wall clock says an hour and forty.
    const times = [
      ['01:35:00', '01:45:00'],
      ['01:45:00', '01:55:00'],
      ['01:55:00', '03:05:00'],
      ['03:05:00', '03:15:00'],
    ] as const;
    const rows = times.flatMap(([start, end], i) =>
      ['A', 'B'].map((side) => ({
        Description: `Set ${side}${i}`,
        Start: `2026-03-29 ${start}`,
        End: `2026-03-29 ${end}`,
        Duration: '0:10:00',
      })),
    );
    assert.equal(said(...rows), null);
  });
});
