/** Longer messages are looked at by their beginning. */
const lengthMax = 1024;

const isAddress = (name: string): boolean => /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name);

/** The computer's own name in lower case: the part before the first dot. Empty for a bare address. */
const shortName = (name: string): string =>
  isAddress(name) ? '' : (name.toLowerCase().split('.')[0] ?? '');

/** Computers that a message names by a path on them, `\\name\share`, in lower case. */
export function computersIn(message: string): readonly string[] {
  const found = message.slice(0, lengthMax).matchAll(/\\\\([\w.-]{1,80})\\/g);
  return [...new Set([...found].map(([, name = '']) => shortName(name)))].filter(
    (name) => name !== '' && name !== '.',
  );
}

/** Words of a description that can be a computer's name, in lower case: how the two are joined is not documented. */
export const wordsOf = (description: string): ReadonlySet<string> =>
  new Set(
    description
      .slice(0, lengthMax)
      .split(/[\s\\/:,;()[\]]+/)
      .map(shortName)
      .filter((word) => word !== ''),
  );
