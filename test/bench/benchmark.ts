/** One file of measurements. */
export interface Benchmark {
  /** Prints its figures; false where a promised ratio did not hold. */
  readonly run: (rows?: number) => boolean | Promise<boolean>;
}
