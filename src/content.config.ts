import { defineCollection, reference } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { activityFields, eventFields } from './core/ds-client-log/columns.ts';
import { actors, messageFamilies } from './core/ds-client-log/catalogue.ts';

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

/** The shape is `LogColumnEntry` of the core, which says what each field is for. */
const logColumns = defineCollection({
  loader: glob({ base: './content/log-columns', pattern: '*.yaml' }),
  schema: z.strictObject({
    id: z.string(),
    label: z.string(),
    log: z.enum(['activity-log', 'event-log']),
    field: z.enum([...activityFields, ...eventFields]),
    order: z.number(),
    says: z.string(),
    example: z.strictObject({ cell: z.string(), meaning: z.string() }).optional(),
    pitfalls: z.array(z.string()).default([]),
    apiField: z.string().nullable(),
    sourceMark: z.enum(['vendor', 'guide', 'our-reading']),
    source: z.string(),
    aliases,
  }),
});

/** The shape is `MessageEntry` of the core. An exact text or a pattern: one of the two it must have. */
const logMessages = defineCollection({
  loader: glob({ base: './content/log-messages', pattern: '*.yaml' }),
  schema: z
    .strictObject({
      id: z.string(),
      catalogueId: z.string(),
      family: z.enum(messageFamilies),
      label: z.string(),
      text: z.string().optional(),
      olderTexts: z
        .array(z.strictObject({ text: z.string(), verified: z.boolean(), note: z.string() }))
        .default([]),
      pattern: z.string().optional(),
      example: z.string(),
      code: z.number().optional(),
      hex: z.string().optional(),
      hresult: z.string().optional(),
      symbol: z.string().optional(),
      cause: z.string(),
      check: z.string(),
      who: z.enum(actors),
      transient: z.boolean(),
      source: z.string(),
      causeSource: z.string(),
      causeMark: z.enum(['vendor', 'our-reading']),
      credit: z.string().optional(),
      aliases,
    })
    .refine(({ text, pattern }) => text !== undefined || pattern !== undefined, {
      error: 'A message is recognised by its exact text or by a pattern: give one.',
    }),
});

/**
 * Network devices and their modes. Their rules depend on each other (a hash called exact needs its
 * formula), so the core reads them whole (`readDevice`) when `queries/devices.ts` asks for them.
 */
const devices = defineCollection({
  loader: glob({ base: './content/devices', pattern: '*.yaml' }),
  schema: z.looseObject({ name: z.string() }),
});

export const collections = { articles, news, partners, glossary, logColumns, logMessages, devices };
