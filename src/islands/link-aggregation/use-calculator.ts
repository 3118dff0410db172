import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { FieldProblem } from '../../core/link-aggregation/field-problems.ts';
import { defaultFields } from '../../core/link-aggregation/fields.ts';
import type { ScenarioFields } from '../../core/link-aggregation/fields.ts';
import { readPermalink, writePermalink } from '../../core/link-aggregation/permalink.ts';
import { linkSentence } from '../../core/link-aggregation/problem-words.ts';
import { readScenario } from '../../core/link-aggregation/read-scenario.ts';
import { defaultScenario } from '../../core/link-aggregation/scenario.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import { useAddressBar } from './use-address-bar.ts';

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

/** An anchor of the page, such as `#how-it-is-computed`, is no link to a scenario. */
const isLink = (fragment: string): boolean => fragment.includes('=');

/** What changes, or what changes given the fields as they are. */
export type Edit = Partial<ScenarioFields> | ((fields: ScenarioFields) => Partial<ScenarioFields>);

interface State {
  readonly fields: ScenarioFields;
  /** What is wrong with them; the same empty list for as long as nothing is. */
  readonly problems: readonly FieldProblem[];
  /** How often the reader has changed something; 0 as built. */
  readonly changes: number;
  /** What is wrong with the link in the address bar. */
  readonly notice?: string;
}

const none: readonly FieldProblem[] = [];

/**
 * The text of the form. The address bar is read once the page has it and whenever it changes, and
 * written only where the reader changed something. `ask` is given each scenario that can be read.
 * `answerId` is the id of the heading that a link leads to.
 */
export function useCalculator(
  link: string | undefined,
  addressBar: boolean,
  ask: (scenario: Scenario) => void,
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

  const show = (fields: ScenarioFields, changes: number) => {
    const reading = readScenario(fields);
    latest.current = { fields, problems: reading.ok ? none : reading.problems, changes };
    setState(latest.current);
    if (reading.ok) ask(reading.value);
  };
  useEffect(() => {
    setLive(true);
    if (!addressBar) return undefined;
    const read = () => {
      const { hash } = location;
      if (!isLink(hash)) return;
      const reading = readPermalink(hash);
      if (reading.ok) return show(reading.value, 0);
      const notice = reading.problems.map(linkSentence).join(' ');
      setState((now) => ({ ...now, notice }));
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
    read();
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
    if (addressBar) bar.write(() => writePermalink(fields));
  }, []);
  return { ...state, live, change };
}
