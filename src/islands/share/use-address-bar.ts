import { useEffect, useRef } from 'preact/hooks';

// Longer than between two keys of a word, shorter than it takes to reach for the address bar.
const restMilliseconds = 200;

/**
 * Writes fragments into the address bar, the last of a row of edits only: the browser takes longer for
 * one than all the rest of a key press, and some browsers refuse more than a few in a second. A link that
 * `canBeRead` refuses is not written: whoever reloads finds the last one that opens.
 */
export function useAddressBar(canBeRead: (link: string) => boolean) {
  const pending = useRef<{ readonly link: () => string; readonly timer: number }>();
  const forget = () => {
    clearTimeout(pending.current?.timer);
    pending.current = undefined;
  };
  const flush = () => {
    const link = pending.current?.link();
    forget();
    if (link !== undefined && canBeRead(link)) history.replaceState(history.state, '', link);
  };
  const write = (link: () => string) => {
    forget();
    pending.current = { link, timer: window.setTimeout(flush, restMilliseconds) };
  };
  /** A new entry of the history, so that Back undoes what was done; what was typed before it is kept. */
  const push = (link: string) => {
    flush();
    if (link !== location.hash && canBeRead(link)) history.pushState(null, '', link);
  };
  useEffect(() => {
    // Whoever leaves at once comes back to what was left; no page is kept from the cache for it.
    document.addEventListener('visibilitychange', flush);
    return () => document.removeEventListener('visibilitychange', flush);
  }, []);
  return { write, push, forget };
}
