import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { defaultFields } from '../../core/link-aggregation/fields.ts';
import type { ScenarioFields } from '../../core/link-aggregation/fields.ts';
import { readPermalink, writePermalink } from '../../core/link-aggregation/permalink.ts';
import { readScenario } from '../../core/link-aggregation/read-scenario.ts';
import { defaultScenario } from '../../core/link-aggregation/scenario.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import type { ToldProblem } from './editing.ts';
import type { Problem } from './protocol.ts';
import { useAddressBar } from './use-address-bar.ts';
import type { Tell } from './use-engine.ts';

/** The fields of a link that the build has read before, and the default for none. */
export function fieldsOf(link: string | undefined): ScenarioFields {
  const reading = readPermalink(link ?? '#v=1');
  return reading.ok ? reading.value : defaultFields;
}

/** The scenario that a link of the build starts with. */
export function scenarioOf(link: string | undefined): Scenario {
  const reading = readScenario(fieldsOf(link));
  return reading.ok ? reading.value : defaultScenario;
}

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
  readonly word: (problems: readonly Problem[], tell: Tell) => void;
}

/**
 * The text of the form. The address bar is read once the page has it and whenever it changes, and
 * written only where the reader changed something.
 * `answerId` is the id of the heading that a link leads to.
 */
export function useCalculator(
  link: string | undefined,
  addressBar: boolean,
  { ask, word }: Engine,
  answerId: string,
) {
  const [state, setState] = useState<State>(() => ({
    fields: fieldsOf(link),
    problems: none,
    changes: 0,
  }));
  const [live, setLive] = useState(false);
  const bar = useAddressBar();
  // What `change` starts from, so that it need not be another function after each key.
  const latest = useRef(state);

  const set = (next: State) => {
    latest.current = next;
    setState(next);
  };
  const show = (fields: ScenarioFields, changes: number, isFirst?: boolean) => {
    const reading = readScenario(fields);
    if (reading.ok) {
      set({ fields, problems: none, changes });
      ask(reading.value);
      return;
    }
    const { problems } = reading;
    const isExample = isFirst || latest.current.isExample;
    set({ fields, problems, changes, isExample });
    word(problems, (sentences) => {
      // The fields may have been put right since.
      if (latest.current.problems !== problems) return;
      const told = problems.map((problem, index) => ({ ...problem, sentence: sentences[index] }));
      set({ ...latest.current, problems: told });
    });
  };
  useEffect(() => {
    setLive(true);
    if (!addressBar) return undefined;
    const read = (isFirst?: boolean) => {
      const { hash } = location;
      if (!isLink(hash)) return;
      const reading = readPermalink(hash);
      if (reading.ok) return show(reading.value, 0, isFirst);
      const note = (notice: string) =>
        set({
          ...latest.current,
          notice,
          isExample: isFirst || latest.current.isExample,
        });
      note('This link cannot be read.');
      word(reading.problems, (sentences) => {
        if (latest.current.notice) note(sentences.join(' '));
      });
    };
    const follow = () => {
      bar.forget();
      // Back from a link to the plain address of the page brings what the page was built with.
      if (location.hash === '') show(fieldsOf(link), 1);
      else read();
      // A worked example further down leads here; whoever sees the answer already stays there.
      if (isLink(location.hash))
        document.querySelector(`#${answerId}`)?.scrollIntoView({ block: 'nearest' });
    };
    read(true);
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
  return { ...state, live, change };
}
