import { useEffect, useRef, useState } from 'preact/hooks';
import { readPermalink, type ExplainerLink } from '../../core/ds-client-log/permalink.ts';
import { linkNote, type LinkNote } from './present-link.ts';

/** The address bar as a link to what is shown; `isUsed` is false on pages whose fragments are headings. */
export function useAddress(isUsed: boolean, follow: (link: ExplainerLink) => void) {
  const [note, setNote] = useState<LinkNote | null>(null);
  // A link that was not understood whole is the sender's: it is not overwritten by what was.
  const isKept = useRef(false);

  useEffect(() => {
    if (!isUsed || !location.hash.includes('=')) return;
    const { link, problems } = readPermalink(location.hash);
    isKept.current = problems.length > 0;
    setNote(linkNote(link, problems));
    follow(link);
  }, []);

  const write = (fragment: string) => {
    if (isUsed && !isKept.current) history.replaceState(history.state, '', fragment);
  };
  const closeNote = () => {
    isKept.current = false;
    setNote(null);
  };
  return { note, write, closeNote } as const;
}
