import type { Span } from './name-spans.ts';

/** How names are compared: in any case. */
export const folded = (name: string): string => name.toLowerCase();

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

  const add = (name: string, value: Value): void => {
    let node = root;
    for (const char of folded(name).split('')) {
      const next: Node<Value> = node.next.get(char) ?? { next: new Map() };
      node.next.set(char, next);
      node = next;
    }
    node.value ??= value;
  };

  const longestAt = (text: string, lowered: string, start: number) => {
    let found: { end: number; value: Value } | null = null;
    let node = root.next.get(lowered.charAt(start));
    for (let end = start + 1; node !== undefined; end += 1) {
      if (node.value !== undefined && isBorder(text, end)) found = { end, value: node.value };
      node = end < lowered.length ? node.next.get(lowered.charAt(end)) : undefined;
    }
    return found;
  };

  const spans = (text: string) => {
    // A few letters are longer in lower case; then every letter is compared by itself.
    const whole = folded(text);
    const lowered =
      whole.length === text.length ? whole : text.replace(/[A-Z]/g, (letter) => folded(letter));
    const found: (Span & { readonly value: Value })[] = [];
    for (let start = 0; start < text.length; start += 1) {
      const hit = isBorder(text, start) ? longestAt(text, lowered, start) : null;
      if (hit) found.push({ start, ...hit });
      if (hit) start = hit.end - 1;
    }
    return found;
  };

  return { add, spans };
}
