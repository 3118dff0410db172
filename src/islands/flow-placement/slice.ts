// A frame has 16 ms: what is left of it goes to keys and painting, and no task comes near 50 ms.
const sliceMilliseconds = 10;

/** Goes on with `of` for as long as nobody notices: to its end, or to the step that it has come to. */
export function slice<Step, Value>(of: Generator<Step, Value>): IteratorResult<Step, Value> {
  const until = performance.now() + sliceMilliseconds;
  for (;;) {
    const step = of.next();
    if (step.done || performance.now() > until) return step;
  }
}
