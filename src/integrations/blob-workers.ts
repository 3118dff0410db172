/**
 * A worker imported with `?worker&inline` comes with a second copy of its code, as a `data:` address
 * for browsers without `blob:` ones. The policy here forbids such workers, and the copy would double
 * the download: it is taken out.
 */
export function blobWorkers() {
  const fallback =
    /catch ?\(e\) ?\{\s*return new Worker\(\s*'data:[^;]*;charset=utf-8,' \+ encodeURIComponent\(jsContent\),[\s\S]*?\);\s*\}/;
  return {
    name: 'blob-workers',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      if (!/[?&]inline\b/.test(id) || !code.includes('const jsContent')) return undefined;
      if (!fallback.test(code)) {
        throw new Error(`The code that Vite writes for an inline worker has changed: ${id}`);
      }
      return { code: code.replace(fallback, 'catch (e) { throw e; }'), map: null };
    },
  };
}
