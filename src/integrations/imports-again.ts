/**
 * A browser remembers an import that failed, by its address: a piece of an island that comes later by
 * `import()` and did not come would stay away until the page is loaded again. So each such import asks
 * under another address (`?again=1`) after it failed. The bundler alone knows the address of a piece
 * it cuts off: hence in what it writes, and for all islands alike.
 */
export function importsAgain() {
  const imports = /\bimport\(([^()]+)\)/g;
  const importAgain = [
    'const importSuffixes = {};',
    'let importFailures = 0;',
    'const importAgain = (address) =>',
    "  import(address + (importSuffixes[address] ?? '')).catch((error) => {",
    "    importSuffixes[address] = '?again=' + ++importFailures;",
    '    throw error;',
    '  });',
  ].join('\n');
  return {
    name: 'imports-again',
    renderChunk(code: string) {
      const again = code.replace(imports, 'importAgain($1)');
      // In front: an island that imports while its module runs would find nothing declared below.
      return again === code ? null : { code: `${importAgain}\n${again}`, map: null };
    },
  };
}
