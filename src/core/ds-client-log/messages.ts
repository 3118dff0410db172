import type { MessageEntry } from './catalogue.ts';

/** Finds the catalogue entry for a line of a log; null when none matches. */
export type MessageMatcher = (line: string) => MessageEntry | null;

/** A name that was replaced for a link is one word, as the name was: patterns ask for that. */
const masks = /\b(User|Host|Path|Set|Address|Name) (\d+|[A-Z]{1,3})\b/g;

/** Longer lines are matched by their beginning. */
const lineLengthMax = 2048;

const withoutStop = (text: string): string => text.trim().replace(/\.$/, '').toLowerCase();

interface Candidate {
  readonly entry: MessageEntry;
  /** Length of the part of the line that matches, or 0. */
  readonly lengthIn: (line: string, lowered: string) => number;
}

function candidates(entry: MessageEntry): readonly Candidate[] {
  const literals = [
    ...(entry.text ? [entry.text] : []),
    ...entry.olderTexts.map((older) => older.text),
  ].map(withoutStop);
  const found: Candidate[] = literals.map((literal) => ({
    entry,
    lengthIn: (_line, lowered) => (lowered.includes(literal) ? literal.length : 0),
  }));
  if (entry.pattern) {
    const pattern = new RegExp(entry.pattern, 'iu');
    found.push({ entry, lengthIn: (line) => pattern.exec(line)?.[0].length ?? 0 });
  }
  const hexes = [entry.hex, entry.hresult].filter((hex) => hex !== undefined && hex.length === 10);
  for (const hex of hexes) {
    const lowered = hex?.toLowerCase() ?? '';
    // The numbers of volume shadow copies are used by other interfaces for other things.
    const isVss = entry.family === 'vss';
    found.push({
      entry,
      lengthIn: (_line, text) =>
        text.includes(lowered) && (!isVss || /vss|shadow|snapshot/.test(text)) ? 10 : 0,
    });
  }
  return found;
}

/**
 * A matcher over the catalogue. The longest matching part wins, so that "Network access is denied."
 * is not taken for "Access is denied.", and a pattern with a host name not for the bare error text.
 * Completion states are no event texts and are left out.
 */
export function messageMatcher(entries: readonly MessageEntry[]): MessageMatcher {
  const all = entries.filter((e) => e.family !== 'asigra-completion').flatMap(candidates);
  return (line) => {
    const text = line.slice(0, lineLengthMax).replace(masks, '$1-$2');
    const lowered = text.toLowerCase();
    let best: MessageEntry | null = null;
    let length = 0;
    for (const candidate of all) {
      const matched = candidate.lengthIn(text, lowered);
      if (matched > length) {
        best = candidate.entry;
        length = matched;
      }
    }
    return best;
  };
}

export interface CatalogueProblem {
  readonly id: string;
  readonly kind:
    | 'id-twice'
    | 'text-twice'
    | 'no-text-or-pattern'
    | 'bad-pattern'
    | 'example-matches-other'
    | 'example-matches-none';
  /** The other entry, or the offending text. */
  readonly detail: string;
}

const isCompilable = (pattern: string): boolean => {
  try {
    return new RegExp(pattern, 'iu') instanceof RegExp;
  } catch {
    return false;
  }
};

/** What is wrong between the entries of a catalogue: each example must match its own entry alone. */
export function checkCatalogue(entries: readonly MessageEntry[]): readonly CatalogueProblem[] {
  const problems: CatalogueProblem[] = [];
  const ids = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const entry of entries) {
    const { id } = entry;
    if (ids.has(id)) problems.push({ id, kind: 'id-twice', detail: ids.get(id) ?? '' });
    ids.set(id, entry.catalogueId);
    if (!entry.text && !entry.pattern)
      problems.push({ id, kind: 'no-text-or-pattern', detail: '' });
    if (entry.pattern && !isCompilable(entry.pattern)) {
      problems.push({ id, kind: 'bad-pattern', detail: entry.pattern });
    }
    const key = withoutStop(entry.text ?? entry.pattern ?? id);
    const scoped = `${entry.family === 'asigra-completion' ? 'completion' : 'message'}:${key}`;
    const other = texts.get(scoped);
    if (other !== undefined) problems.push({ id, kind: 'text-twice', detail: other });
    texts.set(scoped, id);
  }
  if (problems.some((problem) => problem.kind === 'bad-pattern')) return problems;
  const match = messageMatcher(entries);
  for (const { id, family, example } of entries) {
    if (family === 'asigra-completion') continue;
    const found = match(example);
    if (found === null) problems.push({ id, kind: 'example-matches-none', detail: example });
    else if (found.id !== id)
      problems.push({ id, kind: 'example-matches-other', detail: found.id });
  }
  return problems;
}

/** Entries of completion states by their API name, for `explainCell`. */
export const completionEntries = (
  entries: readonly MessageEntry[],
): ReadonlyMap<string, MessageEntry> =>
  new Map(
    entries
      .filter((entry) => entry.family === 'asigra-completion')
      .map((entry) => [entry.catalogueId.replace('completion-', ''), entry]),
  );
