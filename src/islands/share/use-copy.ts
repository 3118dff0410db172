import { useRef, useState } from 'preact/hooks';

/** A text, or one that is on its way. */
export type Text = string | Promise<string>;

/** What was copied last, or could not be. */
export type Copied =
  | { readonly kind: 'copied'; readonly what: string }
  /** The browser refused: the text is shown to be copied by hand. */
  | { readonly kind: 'by-hand'; readonly what: string; readonly text: string }
  /** The text could not be made: a part of the page did not come. */
  | { readonly kind: 'no-text'; readonly what: string };

const plain = 'text/plain';

/** A press allows a page to write at once, in some browsers not later: a text to come is promised. */
const write = (text: Text): Promise<void> =>
  typeof text === 'string'
    ? navigator.clipboard.writeText(text)
    : navigator.clipboard.write([
        new ClipboardItem({ [plain]: text.then((words) => new Blob([words], { type: plain })) }),
      ]);

async function outcome(what: string, text: Text): Promise<Copied> {
  try {
    await write(text);
    return { kind: 'copied', what };
  } catch {
    // Not a secure page, permission refused, or no text to write.
  }
  try {
    return { kind: 'by-hand', what, text: await text };
  } catch {
    return { kind: 'no-text', what };
  }
}

/** What became of copying, in a sentence. */
export function copySentence(copied: Copied): string {
  switch (copied.kind) {
    case 'copied':
      return `${copied.what} copied.`;
    case 'by-hand':
      return `${copied.what} could not be copied. It is shown for copying by hand.`;
    case 'no-text':
      return `${copied.what} could not be made: a part of this page did not load. Check the connection and press again.`;
    default:
      return copied satisfies never;
  }
}

/** Copies a text and says so, or keeps it to be shown. Only the last press counts. */
export function useCopy(say: (words: string) => void) {
  const [copied, setCopied] = useState<Copied>();
  const latest = useRef(0);
  /** Counts a press, and gives whether it is still the last one. */
  const pressed = () => {
    latest.current += 1;
    const mine = latest.current;
    return () => mine === latest.current;
  };
  const show = (done: Copied) => {
    setCopied(done);
    say(copySentence(done));
  };
  const copy = async (what: string, text: Text) => {
    const isLast = pressed();
    const done = await outcome(what, text);
    if (isLast()) show(done);
  };
  /** Something else that may fail for want of a part of the page; it speaks for itself where it does not. */
  const run = async (what: string, act: () => Promise<void>) => {
    const isLast = pressed();
    try {
      await act();
      if (isLast()) setCopied(undefined);
    } catch {
      if (isLast()) show({ kind: 'no-text', what });
    }
  };
  return { copied, copy, run };
}
