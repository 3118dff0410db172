/**
 * A browser remembers an import that failed, by its address: a piece of an island that comes later by
 * `import()` and did not come would stay away until the page is loaded again. So each such import asks
 * under another address (`?again=1`) after it failed. The bundler alone knows the address of a piece
 * it cuts off: hence in what it writes, and for all islands alike.
 *
 * An island's own file may have come under another address too (src/shell/page-script.ts). A piece
 * shares Preact with it, and must not import it a second time under its first address: the island hands
 * its query over behind the `#` of the piece's address.
 */
export function importsAgain() {
  const imports = /\bimport\(([^()]+)\)/g;
  const importAgain = [
    'const importSuffixes = {};',
    'let importFailures = 0;',
    "const importOwn = new URL(import.meta.url).search.replace('?', '#?');",
    'const importAgain = (address) =>',
    '  import(address + (importSuffixes[address] ?? "") + importOwn).catch((error) => {',
    "    importSuffixes[address] = '?again=' + ++importFailures;",
    '    throw error;',
    '  });',
  ].join('\n');
  const shared = /\bimport\s*\{([^}]*)\}\s*from\s*["'](\.\/[^"']+)["'];?/g;
  const sharedAgain = (_: string, names: string, file: string) =>
    `const {${names.replace(/\s+as\s+/g, ': ')}} = await import(${JSON.stringify(file)} + new URL(import.meta.url).hash.slice(1));`;
  return {
    name: 'imports-again',
    renderChunk(code: string, { isEntry }: { readonly isEntry: boolean }) {
      if (!isEntry) return { code: code.replace(shared, sharedAgain), map: null };
      const again = code.replace(imports, 'importAgain($1)');
      // In front: an island that imports while its module runs would find nothing declared below.
      return again === code ? null : { code: `${importAgain}\n${again}`, map: null };
    },
  };
}
