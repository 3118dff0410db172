import { pagefind, startAnew } from './index-client.ts';
import { element } from './result-list.ts';
import { searchBox } from './search-box.ts';
import css from './search.css?inline';

/** The search's style comes with the search: no page pays for it before it is wanted. */
function adoptStyle(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}

const opener = document.querySelector<HTMLAnchorElement>('[data-search]');
const base = opener?.pathname.replace(/search\/$/, '') ?? '/';

function statusLine(): HTMLElement {
  const status = element('p', 'visually-hidden');
  status.setAttribute('role', 'status');
  return status;
}

/** `typed` are letters that came before the dialog did. */
type Open = (typed: string) => void;

function makeDialog(): Open {
  const input = element('input', 'search-input');
  input.type = 'search';
  input.setAttribute('aria-label', 'Search the knowledge base');
  input.placeholder = 'A message, a label, a question';
  const results = element('div', 'search-results');
  const status = statusLine();
  const close = element('button', 'button', 'Close');
  const bar = element('div', 'search-bar', input, close);
  const hint = element('p', 'label', '↑ ↓ to move, Enter to open, Esc to close');
  const dialog = element('dialog', 'search-dialog', bar, status, results, hint);
  dialog.setAttribute('aria-label', 'Search');
  document.body.append(dialog);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  dialog.addEventListener('close', () => opener?.focus());
  searchBox({ input, results, status, base });
  return (typed) => {
    if (!dialog.open) dialog.showModal();
    input.select();
    if (!typed) return;
    input.value = typed;
    input.dispatchEvent(new Event('input'));
  };
}

function enhancePage(page: HTMLElement): Open {
  const input = page.querySelector<HTMLInputElement>('input')!;
  const results = page.querySelector<HTMLElement>('[data-results]')!;
  const status = page.querySelector<HTMLElement>('[role=status]')!;
  input.disabled = false;
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  const onAnswer = (question: string) =>
    history.replaceState(null, '', `?q=${encodeURIComponent(question)}`);
  const ask = searchBox({ input, results, status, base, onAnswer });
  page.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    void ask();
  });
  void ask();
  return () => input.focus();
}

adoptStyle();
// Only to warm up: what fails here is said when something is asked, and loaded anew for it.
const warm = pagefind(base);
warm.catch(() => startAnew(warm));
const page = document.querySelector<HTMLElement>('[data-island=search]');
const open = page ? enhancePage(page) : makeDialog();
opener?.addEventListener('search', (event) => open((event as CustomEvent<string>).detail));
