import { useEffect, useState } from 'preact/hooks';

// A screen reader should hear the result once the reader has stopped typing, not after each key.
const pauseMilliseconds = 1000;

/** Says `words` after a pause, once there is something new to say. */
export function useSpoken(words: string, isNew: boolean) {
  const [said, say] = useState('');
  useEffect(() => {
    if (!isNew) return undefined;
    const timer = setTimeout(() => say(words), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [words, isNew]);
  return [said, say] as const;
}
