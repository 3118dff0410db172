/**
 * Whether a character leaves no mark or turns the direction of the text: C0 and C1 controls but tab
 * and line breaks, soft hyphen, zero-width characters, and the bidirectional controls. A cell that
 * holds one does not read as it is written, so each is shown as a box with its number.
 */
function isHidden(code: number): boolean {
  if (code < 0x20) return code !== 9 && code !== 10 && code !== 13;
  if (code < 0x7f) return false;
  return (
    code < 0xa0 ||
    code === 0xad ||
    code === 0x034f ||
    code === 0x061c ||
    code === 0x180e ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    code === 0xfeff
  );
}

export type TextRun =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'hidden'; readonly code: string };

/** A text as runs of what can be seen and single characters that cannot. */
export function visibleRuns(text: string): readonly TextRun[] {
  const runs: TextRun[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (!isHidden(code)) continue;
    if (at > from) runs.push({ kind: 'text', text: text.slice(from, at) });
    runs.push({ kind: 'hidden', code: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` });
    from = at + 1;
  }
  if (from < text.length) runs.push({ kind: 'text', text: text.slice(from) });
  return runs;
}

/** The same as one text, for places that hold no markup: an option, a label. Hidden ones as `[U+202E]`. */
export const visibleText = (text: string): string =>
  visibleRuns(text)
    .map((run) => (run.kind === 'text' ? run.text : `[${run.code}]`))
    .join('');
