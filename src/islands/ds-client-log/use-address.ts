import { useEffect, useRef, useState } from 'preact/hooks';
import type { ExplainerLink } from '../../core/ds-client-log/explainer-link.ts';
import {
  fragmentLengthMax,
  readPermalink,
  type ReadLink,
} from '../../core/ds-client-log/permalink.ts';
import type { TypedNumbers } from './protocol.ts';

/** A link that was opened, and the numbers that had been typed before and made way for its own. */
export interface FollowedLink extends ReadLink {
  readonly typed: TypedNumbers | null;
}

/**
 * The address bar as a link to what is shown; `isUsed` is false on pages whose fragments are headings.
 * `follow` shows what a link says and gives the numbers that were typed before and had to go.
 */
export function useAddress(isUsed: boolean, follow: (link: ExplainerLink) => TypedNumbers | null) {
  const [followed, setFollowed] = useState<FollowedLink | null>(null);
  // A link that was not understood whole is the sender's: it is not overwritten by what was.
  const isKept = useRef(false);
  // Back from an anchor of the page to what is shown is no reason to show it anew.
  const shown = useRef('');

  useEffect(() => {
    if (!isUsed) return undefined;
    const read = () => {
      const { hash } = location;
      // An anchor of the page is no link; without one, Back has led to the page as it was built.
      if ((hash !== '' && !hash.includes('=')) || hash === shown.current) return;
      shown.current = hash;
      const found = readPermalink(hash);
      isKept.current = found.problems.length > 0;
      setFollowed({ ...found, typed: follow(found.link) });
    };
    read();
    // Another link that is opened in the same tab loads no page.
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);

  const write = (fragment: string) => {
    // Whoever reloads finds the last link that opens.
    if (!isUsed || isKept.current || fragment.length > fragmentLengthMax) return;
    shown.current = fragment;
    history.replaceState(history.state, '', fragment);
  };
  /** Another log stands in place of lines that a link brought: the address is not theirs any more. */
  const leaveLines = (fragment: string) => {
    if (/[#&]line=/.test(shown.current)) write(fragment);
  };
  const closeNote = () => {
    isKept.current = false;
    setFollowed(null);
  };
  return { followed, write, leaveLines, closeNote } as const;
}
