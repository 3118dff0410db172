/** A hook at work without a page: what it returns now, and with other arguments. */
import { h, render } from 'preact';
import { act } from 'preact/test-utils';

export interface RunningHook<Args, Returned> {
  /** What the hook returned last. */
  readonly now: () => Returned;
  /** Calls it with other arguments, its effects included. */
  readonly again: (args: Args) => Promise<void>;
  readonly end: () => void;
}

// Preact asks whether it draws into the document itself, and for nothing more.
Object.defineProperty(globalThis, 'document', { value: {}, configurable: true });

/** Runs `hook` in a component that draws nothing, so that no page is needed. */
export async function runningHook<Args, Returned>(
  hook: (args: Args) => Returned,
  first: Args,
): Promise<RunningHook<Args, Returned>> {
  const parent = { nodeType: 1, childNodes: [], firstChild: null } as unknown as Element;
  let returned: Returned | undefined;
  const Runner = ({ args }: { readonly args: Args }) => {
    returned = hook(args);
    return null;
  };
  const again = (args: Args) => act(() => render(h(Runner, { args }), parent));
  await again(first);
  return { now: () => returned as Returned, again, end: () => render(null, parent) };
}

/** A turn of the event loop: Preact has drawn what changed before it. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });
