import { useEffect, useState } from 'preact/hooks';

// Most of what is waited for is there before: to say so for a moment would flicker at each key.
const pauseMilliseconds = 300;

/**
 * Whether something has been so for a while, or is so where that is to be said `atOnce`. What it changes is
 * not drawn while a key press waits.
 */
export function useLate(is: boolean, atOnce: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!is) return undefined;
    const timer = setTimeout(() => setLate(true), pauseMilliseconds);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [is]);
  return is && (late || atOnce);
}
