import { folded, spellings, type Folded } from './folding.ts';
import type { Span } from './name-spans.ts';

interface Node<Value> {
  readonly next: Map<string, Node<Value>>;
  value?: Value;
}

/** Names looked for all at once: the longest that stands at a place wins. */
export interface KnownNames<Value> {
  /** The first value of a name stays. */
  readonly add: (name: string, value: Value) => void;
  /** Where they stand as whole words. Steps are at most text times longest name, however many there are. */
  readonly spans: (text: string) => readonly (Span & { readonly value: Value })[];
}

const wordSign = /[\p{L}\p{N}]/u;
const isWordAt = (text: string, i: number): boolean =>
  i >= 0 && i < text.length && wordSign.test(text.charAt(i));

/** Whether a word begins or ends between this character and the one before; always beside a sign. */
const isBorder = (text: string, i: number): boolean => !isWordAt(text, i - 1) || !isWordAt(text, i);

/** No names known yet. */
export function knownNames<Value>(): KnownNames<Value> {
  const root: Node<Value> = { next: new Map() };

  const addSpelling = (name: string, value: Value): void => {
    let node = root;
    for (const char of folded(name).text.split('')) {
      const next: Node<Value> = node.next.get(char) ?? { next: new Map() };
      node.next.set(char, next);
      node = next;
    }
    if (node !== root) node.value ??= value;
  };
  const add = (name: string, value: Value): void => {
    for (const spelling of spellings(name)) addSpelling(spelling, value);
  };

  const longestAt = (text: string, { text: letters, ends }: Folded, start: number) => {
    let found: { last: number; value: Value } | null = null;
    let node = root.next.get(letters.charAt(start));
    for (let last = start; node !== undefined; last += 1) {
      if (node.value !== undefined && isBorder(text, ends[last] ?? 0))
        found = { last, value: node.value };
      node = last + 1 < letters.length ? node.next.get(letters.charAt(last + 1)) : undefined;
    }
    return found;
  };

  const spans = (text: string) => {
    const whole = folded(text);
    const { starts, ends } = whole;
    const found: (Span & { readonly value: Value })[] = [];
    for (let at = 0; at < starts.length; at += 1) {
      const start = starts[at] ?? 0;
      const hit = isBorder(text, start) ? longestAt(text, whole, at) : null;
      if (hit) found.push({ start, end: ends[hit.last] ?? start, value: hit.value });
      if (hit) at = hit.last;
    }
    return found;
  };

  return { add, spans };
}
