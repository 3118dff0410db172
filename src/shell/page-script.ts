// Inlined into every page: it must stay under 1,000 bytes and import nothing, or it becomes a request.
const page = document;
const load = (url: string | undefined) => import(/* @vite-ignore */ url ?? '');

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
  const open = (event: Event) => {
    event.preventDefault();
    typed = '';
    search.ariaBusy = 'true';
    const settle = () => {
      typed = undefined;
      search.ariaBusy = null;
    };
    load(search.dataset['search']).then(
      () => {
        search.dispatchEvent(new CustomEvent('search', { detail: typed }));
        settle();
      },
      // Without the script the link still leads to the page that lists everything. Whoever comes back
      // from there may get this page as it was left.
      () => {
        settle();
        location.assign((search as HTMLAnchorElement).href);
      },
    );
  };
  // Only to warm up: what fails here is said when the search is really opened.
  search.onfocus = search.onpointerenter = () => {
    load(search.dataset['search']).catch(() => {});
  };
  search.onclick = open;
  page.onkeydown = (event) => {
    const typing = (event.target as Element).closest('input,textarea,select');
    if (typed !== undefined) {
      if (event.key.length === 1) typed += event.key;
      event.preventDefault();
    } else if (
      (event.key === '/' && !typing) ||
      (event.key === 'k' && (event.ctrlKey || event.metaKey))
    ) {
      open(event);
    }
  };
}

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) load((target as HTMLElement).dataset['src']);
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
if (contents.length > 0) {
  window.onscroll = markCurrent;
  markCurrent();
}
