// Inlined into every page: it must stay under 1,000 bytes and import nothing, or it becomes a request.
const page = document;
const suffixes: Record<string, string> = {};
/**
 * Imports a script and gives whether it came; `note` says so where it did not. A browser remembers an
 * import that failed, by its address: the next one asks under another.
 */
const load = async (url: string, note?: HTMLElement | null) => {
  let came = true;
  try {
    await import(/* @vite-ignore */ url + (suffixes[url] ?? ''));
  } catch {
    suffixes[url] = `${suffixes[url] ?? '?again='}1`;
    came = false;
  }
  if (note) note.hidden = came;
  return came;
};

const theme = page.querySelector<HTMLSelectElement>('#theme');
if (theme) {
  theme.value = page.documentElement.dataset['theme'] ?? 'system';
  theme.disabled = false;
  theme.onchange = () => {
    page.documentElement.dataset['theme'] = theme.value;
    try {
      localStorage.setItem('theme', theme.value);
    } catch {
      // Storage may be forbidden; the choice then lasts for this page.
    }
  };
}

const field = page.querySelector<HTMLInputElement>('#header-q');
if (field) {
  page.onkeydown = (event) => {
    if (event.key !== '/' || (event.target as Element).closest('input,textarea,select')) return;
    event.preventDefault();
    field.focus();
  };
}

const search = page.querySelector<HTMLElement>('[data-search]');
if (search) {
  // Letters typed while the search is on its way are kept and handed over with the event.
  let typed: string | undefined;
  const open = async (event: Event) => {
    event.preventDefault();
    if (typed !== undefined) return;
    typed = '';
    search.ariaBusy = 'true';
    const came = await load(
      search.dataset['search']!,
      page.querySelector<HTMLElement>('#no-search'),
    );
    // To follow the link would leave what was typed into a tool, for no page at all without a network.
    if (came) search.dispatchEvent(new CustomEvent('search', { detail: typed }));
    typed = undefined;
    search.ariaBusy = null;
  };
  // Only to warm up: what fails here is said when the search is really opened.
  search.onfocus = search.onpointerenter = () => {
    load(search.dataset['search']!);
  };
  search.onclick = open;
  page.onkeydown = (event) => {
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key === 'k' && isCommand) open(event);
    // Other commands and the keys that move about stay the browser's, and letters those of a field.
    else if (
      !isCommand &&
      !event.altKey &&
      !event.key[1] &&
      !(event.target as Element).closest('input,textarea,select')
    ) {
      if (typed !== undefined) {
        typed += event.key;
        event.preventDefault();
      } else if (event.key === '/') open(event);
    }
  };
}

const missing: HTMLElement[] = [];
/** Brings an island's script, which a sign of a person asks for again where it did not come. */
const bring = async (island: HTMLElement) => {
  const came = await load(
    island.dataset['src']!,
    island.previousElementSibling?.closest<HTMLElement>('.not-loaded'),
  );
  // Not each of the hundred signs that a turn of the wheel gives.
  if (!came) setTimeout(() => missing.push(island), 500);
};
for (const sign of ['pointerdown', 'keydown', 'scroll', 'online'])
  addEventListener(sign, () => missing.splice(0).forEach(bring));
const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) bring(target as HTMLElement);
    }
  },
  { rootMargin: '100%' },
);
for (const island of page.querySelectorAll('[data-island]')) near.observe(island);

// The heading that was last scrolled past is the one being read.
const contents = [...page.querySelectorAll<HTMLAnchorElement>('.contents a')];
const markCurrent = () => {
  let current = contents[0];
  for (const link of contents) {
    const heading = page.querySelector(link.hash);
    if (heading && heading.getBoundingClientRect().top < 150) current = link;
  }
  for (const link of contents) link.ariaCurrent = link === current ? 'true' : null;
};
window.onscroll = markCurrent;
markCurrent();
