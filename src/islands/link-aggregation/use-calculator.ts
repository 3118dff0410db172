import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { writeScenario } from '../../core/link-aggregation/fields.ts';
import type { ScenarioFields } from '../../core/link-aggregation/fields.ts';
import { fitsPermalink, writePermalink } from '../../core/link-aggregation/permalink.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import { useAddressBar } from '../share/use-address-bar.ts';
import type { ToldProblem } from './editing.ts';
import type { WithReader } from './use-engine.ts';

/** An anchor of the page, such as `#how-it-is-computed`, is no link to a scenario; all else should be one. */
const isLink = (fragment: string): boolean =>
  fragment.length > 1 && document.getElementById(fragment.slice(1)) === null;

/** What changes, or what changes given the fields as they are. */
export type Edit = Partial<ScenarioFields> | ((fields: ScenarioFields) => Partial<ScenarioFields>);

/** A choice that Back undoes: another path, way or situation, in contrast to a key that is typed. */
const isStep = (edit: Edit, fields: ScenarioFields): boolean =>
  typeof edit === 'function' ||
  'side' in edit ||
  'direction' in edit ||
  (edit.hops ?? fields.hops).length !== fields.hops.length ||
  (edit.clients ?? fields.clients).length !== fields.clients.length;

interface State {
  readonly fields: ScenarioFields;
  /** What is wrong with them; the same empty list for as long as nothing is. */
  readonly problems: readonly ToldProblem[];
  /** What the fields ask for, once they have been read; while they cannot be, what they asked before. */
  readonly asked: Scenario | undefined;
  /** How often the reader has changed something; 0 as built. */
  readonly changes: number;
  /** What is wrong with the link in the address bar. */
  readonly notice?: string;
  /** Whether the figures are those of the build, though the link that was opened asks for others. */
  readonly isExample?: boolean | undefined;
}

const none: readonly ToldProblem[] = [];

interface Engine {
  /** Is given each scenario that can be read. */
  readonly ask: (scenario: Scenario) => void;
  readonly withReader: WithReader;
}

/**
 * The text of the form, at first that of `initial`. The address bar is read once the page has it and
 * whenever it changes, and written only where the reader changed something. What reads text comes with
 * the engine: until it is there, what is typed is kept and nothing is said of it.
 * `answerId` is the id of the heading that a link leads to.
 */
export function useCalculator(
  initial: Scenario,
  addressBar: boolean,
  { ask, withReader }: Engine,
  answerId: string,
) {
  const [state, setState] = useState<State>(() => ({
    fields: writeScenario(initial),
    problems: none,
    asked: initial,
    changes: 0,
  }));
  const [live, setLive] = useState(false);
  const bar = useAddressBar(fitsPermalink);
  // What `change` starts from, so that it need not be another function after each key.
  const latest = useRef(state);

  const set = (next: State) => {
    latest.current = next;
    setState(next);
  };
  const show = (fields: ScenarioFields, changes: number, isFirst?: boolean) => {
    const { asked } = latest.current;
    set({ ...latest.current, fields, changes, asked: undefined });
    withReader((reader) => {
      // The fields may be others by now.
      if (!reader || latest.current.fields !== fields) return;
      const reading = reader.readScenario(fields);
      if (reading.ok) {
        set({ fields, problems: none, changes, asked: reading.value });
        ask(reading.value);
        return;
      }
      const problems = reading.problems.map((problem) => ({
        ...problem,
        sentence: reader.sentenceOf(problem),
      }));
      const isExample = isFirst || latest.current.isExample;
      set({ fields, problems, changes, isExample, asked });
    });
  };
  const read = (isFirst?: boolean) => {
    const { hash } = location;
    withReader((reader) => {
      // A form that could be used before would be overwritten by the link.
      setLive(true);
      if (location.hash !== hash) return;
      const isExample = isFirst || latest.current.isExample;
      const reading = reader?.readPermalink(hash);
      if (reading?.ok) return show(reading.value, 0, isFirst);
      const notice = reader && reading?.problems.map(reader.sentenceOf).join(' ');
      set({ ...latest.current, ...(notice ? { notice } : {}), isExample });
    });
  };
  useEffect(() => {
    if (addressBar && isLink(location.hash)) read(true);
    else setLive(true);
    if (!addressBar) return undefined;
    const follow = () => {
      bar.forget();
      // Back from a link to the plain address of the page brings what the page was built with.
      if (location.hash === '') show(writeScenario(initial), 1);
      else if (isLink(location.hash)) read();
      // A worked example further down leads here; whoever sees the answer already stays there.
      if (isLink(location.hash))
        document.querySelector(`#${answerId}`)?.scrollIntoView({ block: 'nearest' });
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  const change = useCallback((edit: Edit) => {
    const before = latest.current;
    const fields = {
      ...before.fields,
      ...(typeof edit === 'function' ? edit(before.fields) : edit),
    };
    show(fields, before.changes + 1);
    if (!addressBar) return;
    if (isStep(edit, before.fields)) bar.push(writePermalink(fields));
    else bar.write(() => writePermalink(fields));
  }, []);
  /** Takes over the scenario of a link. */
  const open = useCallback((link: string) => {
    withReader((reader) => {
      const reading = reader?.readPermalink(link);
      if (reading?.ok) change(reading.value);
    });
  }, []);
  return { ...state, live, change, open };
}
