import { find } from './find.ts';
import type { QuickAnswer } from './quick-answer.ts';
import { againButton, countSentence, element, failureNote, resultList } from './result-list.ts';

export interface SearchBox {
  readonly input: HTMLInputElement;
  readonly results: HTMLElement;
  /** A polite live region. */
  readonly status: HTMLElement;
  readonly base: string;
  /** Called with each question that was answered. */
  readonly onAnswer?: (question: string) => void;
}

// Long enough not to search for every letter, short enough to feel immediate.
const pauseMilliseconds = 120;

// On a fast network the answer is there before; nothing flickers.
const patienceMilliseconds = 500;

/** Arrow keys walk from the input through the results and back; Enter follows a focused link itself. */
function walk(box: SearchBox, event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [box.input, ...box.results.querySelectorAll<HTMLElement>('a')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
  stops[Math.min(Math.max(next, 0), stops.length - 1)]?.focus();
}

/**
 * The code for an answer above the list comes only for a question that may have one. Where it does not
 * come, the list stands alone.
 */
async function instantAnswer(question: string): Promise<QuickAnswer | undefined> {
  if (!/\d{3}|\d\s*[x×]/.test(question)) return undefined;
  return import('./quick-answer.ts').then(
    ({ quickAnswer }) => quickAnswer(question),
    () => undefined,
  );
}

/** Puts a note where the list would stand, with what belongs under it, and says it to a screen reader. */
function say({ results, status }: SearchBox, note: HTMLElement, ...rest: readonly Node[]): void {
  results.dataset['answered'] = '';
  results.replaceChildren(note, ...rest);
  status.textContent = note.textContent;
}

/** Makes an input, a list and a status line into a search. Returns a function that asks again. */
export function searchBox(box: SearchBox): () => Promise<void> {
  let latest = 0;
  let timer = 0;
  let isLoaded = false;
  const waiting = element('p', 'search-note');
  const sayWaiting = () => {
    waiting.textContent = isLoaded ? 'Searching…' : 'Loading the search…';
    if (!box.results.querySelector('.hits')) return say(box, waiting);
    // The list stays until the answer is there: the reader may be on it.
    box.results.prepend(waiting);
    box.status.textContent = waiting.textContent;
  };
  const ask = async () => {
    const turn = (latest += 1);
    const question = box.input.value.trim();
    if (question === '') {
      box.results.replaceChildren();
      box.status.textContent = '';
      return;
    }
    const patience = setTimeout(() => turn === latest && sayWaiting(), patienceMilliseconds);
    try {
      const [answer, instant] = await Promise.all([
        find(question, box.base),
        instantAnswer(question),
      ]);
      // A slower answer to an earlier question must not replace a newer one.
      if (turn !== latest) return;
      box.results.replaceChildren(...resultList(answer, instant, box.base));
      box.status.textContent = countSentence(answer);
      box.results.dataset['answered'] = question;
      box.onAnswer?.(question);
      isLoaded = true;
    } catch {
      isLoaded = false;
      if (turn === latest) say(box, failureNote(box.base), againButton(again));
    } finally {
      clearTimeout(patience);
    }
  };
  const again = () => {
    box.input.focus();
    void ask();
  };
  box.input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(ask, pauseMilliseconds);
  });
  box.input.addEventListener('keydown', (event) => {
    // Enter before the pause is over asks at once; Enter on an answered question opens the first page.
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const answered = box.results.dataset['answered'] === box.input.value.trim();
    if (answered) box.results.querySelector<HTMLElement>('[data-search-result] a')?.click();
    else void ask();
  });
  const scope = box.input.closest('dialog') ?? box.results.parentElement;
  scope?.addEventListener('keydown', (event) => walk(box, event as KeyboardEvent));
  return ask;
}
