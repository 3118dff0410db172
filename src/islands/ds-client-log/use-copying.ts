import { useEffect, useRef, useState } from 'preact/hooks';
import type { QuotedSecret } from './present-secrets.ts';

/** Long enough to be read; after it, it would look like an answer to the next press. */
const saidMilliseconds = 6000;

/** What is to be copied, and what of it looks like a secret. */
export interface Wanted {
  readonly what: string;
  readonly text: string;
  readonly secrets: readonly QuotedSecret[];
}

/** What became of the last press. */
export type Copied =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'copied'; readonly what: string }
  | { readonly kind: 'by-hand'; readonly text: string }
  /** Not copied yet: the reader is to look at what seems to be a secret. */
  | ({ readonly kind: 'held' } & Wanted);

const nothing: Copied = { kind: 'nothing' };

const withoutHeld = (copied: Copied): Copied => (copied.kind === 'held' ? nothing : copied);

async function outcome(what: string, text: string): Promise<Copied> {
  try {
    await navigator.clipboard.writeText(text);
    return { kind: 'copied', what };
  } catch {
    return { kind: 'by-hand', text };
  }
}

/**
 * Copies texts, and holds back one that seems to have a secret in it. `madeOf` is what the texts are
 * made of: once that is another, what was held back is not wanted any more.
 */
export function useCopying(madeOf: readonly unknown[]) {
  const [copied, setCopied] = useState(nothing);
  useEffect(() => {
    if (copied.kind !== 'copied') return;
    const timer = setTimeout(() => setCopied(nothing), saidMilliseconds);
    return () => clearTimeout(timer);
  }, [copied]);

  const leave = () => setCopied(withoutHeld);
  useEffect(leave, madeOf);

  // Only the last press counts: a browser may refuse one after the next was copied.
  const latest = useRef(0);
  const copy = async (what: string, text: string) => {
    leave();
    const own = (latest.current += 1);
    const done = await outcome(what, text);
    if (own === latest.current) setCopied(done);
  };
  const hold = (wanted: Wanted) => {
    latest.current += 1;
    setCopied({ kind: 'held', ...wanted });
  };
  return { copied, copy, leave, hold };
}
