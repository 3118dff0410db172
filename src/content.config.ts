import { defineCollection, reference } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** Search results and pages show a description whole; longer ones are cut in mid-sentence. */
const description = z
  .string()
  .max(160, { error: 'A description is shown whole in results: keep it to 160 characters.' });

/** Where a statement comes from. A source without an address (a book, a mail) has a note instead. */
const source = z.strictObject({
  title: z.string(),
  url: z.url().optional(),
  note: z.string().optional(),
});

/** Synonyms, misspellings and plain questions that the text itself does not use. */
const aliases = z.array(z.string()).default([]);

const articles = defineCollection({
  loader: glob({ base: './content/articles', pattern: '**/*.{md,mdx}' }),
  schema: z.strictObject({
    title: z.string(),
    description,
    /** Groups the article index. */
    topic: z.enum(['networking', 'restore', 'logs']),
    /** The reader's worry in the reader's words; stands over the title. */
    question: z.string(),
    /** Products and systems the article holds for. */
    appliesTo: z.array(z.string()).min(1),
    /** The day somebody last checked every statement. */
    reviewed: z.coerce.date(),
    sources: z.array(source).min(1, { error: 'Say where the facts are from.' }),
    related: z.array(reference('articles')).default([]),
    aliases,
    /** Place within its topic. */
    order: z.number().default(100),
    /** The page embeds the log reader: it may then open no connection at all. */
    readsLogs: z.boolean().default(false),
  }),
});

const news = defineCollection({
  loader: glob({ base: './content/news', pattern: '**/*.{md,mdx}' }),
  schema: z.strictObject({
    title: z.string(),
    description,
    partner: reference('partners'),
    /** Left out where the source has no date: nothing is dated by guess. */
    date: z.coerce.date().optional(),
    sources: z.array(source).min(1),
    aliases,
  }),
});

const partners = defineCollection({
  loader: glob({ base: './content/partners', pattern: '*.yaml' }),
  schema: z.strictObject({
    name: z.string(),
    program: z.string(),
    level: z.string(),
    /** What the partnership is about, in a sentence or two. */
    what: z.string(),
    note: z.string().optional(),
    aliases,
  }),
});

const glossary = defineCollection({
  loader: glob({ base: './content/glossary', pattern: '*.yaml' }),
  schema: z.strictObject({
    term: z.string(),
    /** One sentence that answers "what is it?". */
    short: z.string(),
    body: z.string().optional(),
    aliases,
    source: source.optional(),
    /** Paths of pages that say more. */
    see: z.array(z.string().startsWith('/')).default([]),
  }),
});

export const collections = { articles, news, partners, glossary };
