import type { HastPluginDefinition } from 'satteri';

/**
 * Demands an id of the author's own on every heading: `## Who decides? {#who-decides}`. Without it
 * the id would be made from the wording, and a better wording would break every link to the section.
 *
 * Needs `features: { headingAttributes: true }` of Sätteri, which reads the `{#id}`. A factory,
 * because "no id twice" is counted per file.
 */
export const authoredHeadingIds = (): HastPluginDefinition => {
  const seen = new Set<string>();
  return {
    name: 'authored-heading-ids',
    element: {
      filter: ['h2', 'h3', 'h4'],
      visit(heading, context) {
        const id = heading.properties?.id;
        const text = context.textContent(heading);
        const file = context.fileURL?.pathname ?? 'this file';
        if (typeof id !== 'string' || !/^[a-z][a-z0-9-]*$/.test(id)) {
          throw new Error(
            `${file}: the heading "${text}" has no id. Write "## ${text} {#short-id}" with lower-case letters, digits and hyphens.`,
          );
        }
        if (seen.has(id)) throw new Error(`${file}: two headings have the id "${id}" ("${text}").`);
        seen.add(id);
      },
    },
  };
};
