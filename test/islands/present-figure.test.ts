/** Which days and which sets are drawn of a log of many days. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { logMetrics } from '../../src/core/ds-client-log/metrics.ts';
import { presentFigure } from '../../src/islands/ds-client-log/present-figure.ts';
import { presentSets } from '../../src/islands/ds-client-log/present-sets.ts';
import { accepted, logText } from '../core/ds-client-log/text-log.ts';

type Row = Readonly<Record<string, string>>;

/** A run an hour long on each day of March from one to another. */
const runs = (Description: string, from: number, to: number, clock = '22:30', more: Row = {}) =>
  Array.from({ length: to - from + 1 }, (_, i): Row => ({
    Description,
    Start: `2026-03-${String(from + i).padStart(2, '0')} ${clock}:00`,
    End: '',
    Duration: '1:00:00',
    ...more,
  }));
const admin = { Type: 'Daily Admin' };

function figureOf(...rows: readonly Row[]) {
  const reading = accepted(logText(...rows));
  const figure = presentFigure(reading, logMetrics(reading));
  assert.ok(figure?.kind === 'days');
  return figure;
}

describe('the days that are drawn', () => {
  const last = (...rows: readonly Row[]) => figureOf(...rows).days.at(-1);
  test('go on after all backups have stopped, as far as the log does', () =>
    assert.equal(
      last(...runs('A', 1, 14), ...runs('Daily Admin', 1, 21, '05:20', admin)),
      'Fri 20 Mar 2026', // on the 21st it was not 22:30 yet
    ));
  test('end with the last run, though that ended on the day after', () =>
    assert.equal(last(...runs('A', 1, 6, '23:30')), 'Fri 6 Mar 2026'));
  test('show a night on which every set was due and none ran', () =>
    assert.equal(
      last(...runs('A', 1, 6), ...runs('Daily Admin', 1, 7, '23:10', admin)),
      'Sat 7 Mar 2026',
    ));
  test('are those of the log, whatever one wrong date says', () => {
    const wrong = { ...runs('A', 7, 7)[0], Start: '2036-03-07 22:30:00' };
    const { days, caption } = figureOf(...runs('A', 1, 6), wrong);
    assert.equal(days.at(-1), 'Fri 6 Mar 2026');
    assert.match(caption, /dated long after all others/);
  });
});

describe('the sets that are drawn', () => {
  const cut = { Completion: 'Disconnected' };
  const quiet = Array.from({ length: 42 }, (_, i) => runs(`SRV${i + 10}`, 1, 6)).flat();
  const rows = [
    ...quiet,
    ...runs('caught up', 1, 2, '22:30', cut),
    ...runs('caught up', 3, 6),
    ...runs('missing', 1, 4),
    ...runs('failed', 1, 5),
    ...runs('failed', 6, 6, '22:30', cut),
    ...runs('never', 1, 6, '22:30', cut),
  ];
  test('are those first whose runs failed or are missing, wherever they stand in the log', () => {
    const { sets, caption } = figureOf(...rows);
    assert.deepEqual(
      sets.slice(0, 5).map(({ name }) => name),
      ['never', 'failed', 'missing', 'caught up', 'SRV10'],
    );
    assert.equal(sets.length, 40);
    assert.match(caption, /^.*40 of 46 sets are drawn, those first whose runs failed/);
  });
  test('stand in the order of the list of sets', () => {
    const reading = accepted(logText(...rows));
    const listed = presentSets(reading).sets.map(({ name }) => name);
    assert.deepEqual(
      figureOf(...rows).sets.map(({ name }) => name),
      listed.slice(0, 40),
    );
  });
});
