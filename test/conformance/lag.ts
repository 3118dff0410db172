/**
 * `lag-cases.json`, or any file or folder of the same shape, against the link-aggregation core. Each
 * case is turned into calls of the core by the inputs that it has, never by its id.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NotCovered, has, watched } from './lag/case.ts';
import type { Figures, Inputs, LagCase } from './lag/case.ts';
import { differences } from './lag/compare.ts';
import type { IsFraction } from './lag/compare.ts';
import { pathFigures } from './lag/path-figures.ts';
import { placementFigures } from './lag/placement.ts';
import { framingFigures } from './lag/rates.ts';
import { windowFigures } from './lag/window-figures.ts';
import { verdictOn, wordFields } from './lag/words.ts';
import type { Told } from './lag/words.ts';
import type { CaseOutcome, Runner } from './report.ts';

const ownCases = fileURLToPath(new URL('data/lag-cases.json', import.meta.url));

function filesAt(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => join(path, name));
}

interface CaseFile {
  readonly cases: readonly LagCase[];
  readonly isFraction: IsFraction;
}

/** What JSON.parse tells a reviver of a number besides its value (ECMAScript 2026). */
interface Source {
  readonly source?: string;
}

function casesIn(file: string): CaseFile {
  const fractions = new WeakMap<object, Set<string>>();
  const note = function (
    this: object,
    key: string,
    value: unknown,
    { source }: Source = {},
  ): unknown {
    if (typeof value === 'number' && source !== undefined && /[.e]/i.test(source)) {
      fractions.set(this, (fractions.get(this) ?? new Set()).add(key));
    }
    return value;
  };
  const data: { readonly cases?: unknown } = JSON.parse(readFileSync(file, 'utf8'), note);
  if (!Array.isArray(data.cases)) throw new Error(`${file} holds no list of cases.`);
  return {
    cases: data.cases,
    isFraction: (holder, key) => fractions.get(holder)?.has(key) === true,
  };
}

const timeKeys = ['data_TB', 'data_TiB', 'ingest_TB_per_hour', 'link_A_TB'];
const pathKeys = [
  'flows',
  'clients',
  'links',
  'host_links',
  'hop1_links',
  'nics',
  'uplinks',
  'array_ports',
  'shares',
];

interface Said {
  readonly figures: Figures;
  /** The path of the case, where it has one. */
  readonly told?: Told;
}

// What a case is called, for people.
const titles: ReadonlySet<string> = new Set(['words']);

const kinds: ReadonlySet<unknown> = new Set(['exact', 'upper-bound', 'model']);

/** The figures of a case, unless it says something that did not enter them, or nothing to hold against. */
function say({ kind, inputs, expected }: LagCase): Said {
  if (!kinds.has(kind)) throw new NotCovered(`kind ${kind}`);
  const { inputs: noting, unread } = watched(inputs);
  const said = figuresOf(noting, expected);
  const left = unread().filter((key) => !titles.has(key));
  if (left.length > 0) throw new NotCovered(`nothing looks at input ${left.join(', ')}`);
  if (Object.keys(expected).length === 0) throw new NotCovered('nothing is expected');
  return said;
}

function figuresOf(inputs: Inputs, expected: Figures): Said {
  if (has(inputs, 'policy')) return { figures: placementFigures(inputs, expected) };
  if (timeKeys.some((key) => has(inputs, key))) return { figures: windowFigures(inputs) };
  if (!pathKeys.some((key) => has(inputs, key))) return { figures: framingFigures(inputs) };
  return pathFigures(inputs, expected);
}

/** A ceiling must be called one, and nothing else may be. */
function ceilingFault(one: LagCase, { told }: Said): readonly string[] {
  const ceiling = told?.analysis.certainty === 'upper-bound';
  if (told === undefined || ceiling === (one.kind === 'upper-bound')) return [];
  return [ceiling ? 'called a ceiling, which it is not' : 'not called a ceiling, which it is'];
}

/** The fields in words, with what became of each. */
const wordsOf = ({ expected }: LagCase, { told }: Said) =>
  Object.entries(expected).flatMap(([field, words]) =>
    wordFields.has(field) ? [{ field, words, verdict: verdictOn(field, words, told) }] : [],
  );

const wordFaults = (one: LagCase, said: Said): readonly string[] =>
  wordsOf(one, said).flatMap(({ field, words, verdict }) =>
    verdict === 'differs' ? [`${field}: the core does not find “${String(words)}”`] : [],
  );

interface Judged extends CaseOutcome {
  /** Fields in words that nothing was held against. */
  readonly free: readonly string[];
}

function judged(one: LagCase, isFraction: IsFraction): Judged {
  try {
    const said = say(one);
    const free = wordsOf(one, said).flatMap(({ field, verdict }) =>
      verdict === 'free text' ? [field] : [],
    );
    return { ...outcomeOf(one, said, isFraction), free };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const outcome = error instanceof NotCovered ? 'not covered' : 'failed';
    return { id: one.id, outcome, detail, free: [] };
  }
}

function outcomeOf(one: LagCase, said: Said, isFraction: IsFraction): CaseOutcome {
  const found = differences(one.expected, said.figures, {
    tolerance: one.tolerance_abs,
    isFraction,
  });
  const faults = found.flatMap(({ kind, detail }) => (kind === 'differs' ? [detail] : []));
  const all = [...faults, ...ceilingFault(one, said), ...wordFaults(one, said)];
  if (all.length > 0) return { id: one.id, outcome: 'failed', detail: all.join('; ') };
  const missing = found.map(({ detail }) => detail);
  if (missing.length > 0) return { id: one.id, outcome: 'not covered', detail: missing.join('; ') };
  return { id: one.id, outcome: 'passed' };
}

export const run: Runner = (path = ownCases) => {
  const cases = filesAt(path)
    .map(casesIn)
    .flatMap(({ cases: all, isFraction }) => all.map((one) => judged(one, isFraction)));
  const free = cases.flatMap((one) => one.free.map((field) => `${one.id} ${field}`));
  const remarks = free.length > 0 ? [`Free text, compared with nothing: ${free.join(', ')}`] : [];
  return { cases, remarks };
};
