/**
 * Work in steps, for whoever must not be held up by it: between two of them there is time for a key press.
 * A step is so much that the stops cost nothing, and on a slow machine takes a few milliseconds. Where it
 * is told how far the work has come, each stop tells it: `Progress`.
 */
export type Steps<Value, Progress = undefined> = Generator<Progress, Value>;

/** What steps come to, without a pause. */
export function finished<Value>(of: Generator<unknown, Value>): Value {
  for (;;) {
    const step = of.next();
    if (step.done) return step.value;
  }
}

/** `change` of every value, in order, with a stop after each `atOnce`. */
export function* mappedInSteps<From, To>(
  values: readonly From[],
  atOnce: number,
  change: (value: From) => To,
): Steps<readonly To[]> {
  const changed: To[] = [];
  for (const [index, value] of values.entries()) {
    if (index % atOnce === atOnce - 1) yield;
    changed.push(change(value));
  }
  return changed;
}
