/** What is tried to make a job fit its window, and what comes nearest to it. */
import { withoutIdle } from './advise.ts';
import { fasterCards, repairOf, settings, settingsForMore } from './candidates.ts';
import type { Changes } from './candidates.ts';
import { withChanges } from './edits.ts';
import { plannedTime } from './estimate.ts';
import type { OutcomeMemory } from './outcome-memory.ts';
import type { Scenario } from './scenario.ts';
import { memberSteps, smallestSteps, speedSteps } from './smallest.ts';

/** The planned seconds after some changes; undefined where they take too long to compute. */
type TimeOf = (changes: Changes) => number | undefined;

/** Times after changes, each computed once; `hasGaps` tells whether one of them took too long. */
export function timesOf(
  scenario: Scenario,
  memory?: OutcomeMemory,
): { readonly timeOf: TimeOf; readonly hasGaps: () => boolean } {
  const known = new Map<string, number | undefined>();
  const timeOf: TimeOf = (changes) => {
    const name = JSON.stringify(changes);
    if (!known.has(name)) known.set(name, plannedTime(withChanges(scenario, changes), memory));
    return known.get(name);
  };
  return { timeOf, hasGaps: () => [...known.values()].includes(undefined) };
}

type Family = readonly Changes[];

// What cards of clients are sold with, in Gbit/s.
const cardSpeeds = [1, 2.5, 5, 10, 25, 50, 100];

/**
 * Families of changes, each in ascending steps. Whatever is down is repaired before all else. Other
 * settings together with more links are tried where neither of them does it by itself.
 */
export function familiesOf(scenario: Scenario, timeOf: TimeOf, window: number): readonly Family[] {
  const repairs = repairOf(scenario);
  const repaired = withChanges(scenario, repairs);
  const after = (changes: Changes): Changes => [...repairs, ...changes];
  const smallest = (steps: ReturnType<typeof memberSteps>, first: Changes = []): Changes => {
    const time = (changes: Changes) => timeOf(after([...first, ...changes]));
    return smallestSteps(steps, time, window) ?? [];
  };
  const whole = (families: readonly Family[]): readonly Family[] =>
    families.map((family) => family.filter(({ length }) => length > 0).map(after));
  const members = memberSteps(repaired);
  const cards = fasterCards(repaired, cardSpeeds);
  const fastest = timeOf(after(cards.at(-1) ?? [])) ?? Infinity;
  const helpful = fastest < (timeOf(repairs) ?? 0) * 0.999 ? cards : [];
  const each = repairs.length > 1 ? repairs.map((one) => [one]) : [];
  const simple = [
    [...each, repairs].filter(({ length }) => length > 0),
    ...whole([...settings(repaired, [2, 4, 8, 16]), [smallest(members)], helpful]),
  ];
  const does = (changes: Changes): boolean => (timeOf(changes) ?? Infinity) <= window;
  const withMembers = (first: Changes): Changes => [...first, ...smallest(members, first)];
  const together = simple.flat().some(does)
    ? []
    : settingsForMore(repaired).map((family) => family.map(withMembers));
  return [...simple, ...whole([...together, [smallest(speedSteps(repaired))]])];
}

/** The changes of least effort that come as near to the window as any, if they shorten `now` at all. */
export function nearestOf(
  tried: readonly Changes[],
  timeOf: TimeOf,
  now: number,
): Changes | undefined {
  const nearest = Math.min(...tried.map((changes) => timeOf(changes) ?? Infinity)) * 1.001;
  const does = (changes: Changes) => (timeOf(changes) ?? Infinity) <= nearest;
  const best = nearest < now ? tried.find(does) : undefined;
  return best && withoutIdle(best, does);
}
