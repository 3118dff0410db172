import { z } from 'astro/zod';

/** Astro hands the scope of the parent's style down as a prop; no author wrote it. */
const withoutScope = (props: unknown): unknown =>
  Object.fromEntries(
    Object.entries(Object(props)).filter(([name]) => !name.startsWith('data-astro-cid-')),
  );

/**
 * Reads the props an author gave to a tag. Nothing type-checks MDX, so a misspelt or missing prop
 * stops the build here, with the tag's own name and what was expected.
 */
export function authorProps<Schema extends z.ZodType>(
  tag: string,
  schema: Schema,
  props: unknown,
): z.output<Schema> {
  const reading = schema.safeParse(withoutScope(props));
  if (reading.success) return reading.data;
  throw new Error(`<${tag}> is not written as expected.\n${z.prettifyError(reading.error)}`);
}
