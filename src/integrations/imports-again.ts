/**
 * A browser remembers an import that failed, by its address: a piece of an island that comes later by
 * `import()` and did not come would stay away until the page is loaded again. So each such import asks
 * under another address (`?again=1`) after it failed. The bundler alone knows the address of a piece
 * it cuts off: hence in what it writes, and for all islands alike.
 */
export function importsAgain() {
  const imports = /\bimport\(([^()]+)\)/g;
  const importAgain = [
    'const importFailures = {};',
    'const importAgain = (address) => {',
    '  const times = importFailures[address] ?? 0;',
    "  return import(address + (times ? '?again=' + times : '')).catch((error) => {",
    '    importFailures[address] = times + 1;',
    '    throw error;',
    '  });',
    '};',
  ].join('\n');
  return {
    name: 'imports-again',
    renderChunk(code: string) {
      const again = code.replace(imports, 'importAgain($1)');
      return again === code ? null : { code: `${again}\n${importAgain}\n`, map: null };
    },
  };
}
