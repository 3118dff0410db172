/**
 * Vite bundles a worker as a file that nobody imports, and drops what it exports. The engine of the
 * calculator is both: a worker for what takes long, a module for what the page asks at once, and one
 * download for the two.
 */
export function workerExports() {
  return {
    name: 'worker-exports',
    options: <Options extends object>(options: Options) => ({
      ...options,
      preserveEntrySignatures: 'exports-only' as const,
    }),
  };
}
