import { useEffect, useState } from 'preact/hooks';
import { defaultFields } from '../../core/link-aggregation/fields.ts';
import type { ScenarioFields } from '../../core/link-aggregation/fields.ts';
import { readPermalink, writePermalink } from '../../core/link-aggregation/permalink.ts';
import { linkSentence } from '../../core/link-aggregation/problem-words.ts';
import { readScenario } from '../../core/link-aggregation/read-scenario.ts';
import { defaultScenario } from '../../core/link-aggregation/scenario.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';

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

interface State {
  readonly fields: ScenarioFields;
  /** How often the reader has changed something; 0 as built. */
  readonly changes: number;
  /** What is wrong with the link in the address bar. */
  readonly notice?: string;
}

/**
 * The text of the form. The address bar is read once the page has it and whenever it changes, and
 * written only where the reader changed something. `ask` is given each scenario that can be read.
 */
export function useCalculator(
  link: string | undefined,
  addressBar: boolean,
  ask: (scenario: Scenario) => void,
) {
  const [state, setState] = useState<State>(() => ({ fields: fieldsOf(link), changes: 0 }));
  const [live, setLive] = useState(false);

  const show = (fields: ScenarioFields, changes: number) => {
    setState({ fields, changes });
    const reading = readScenario(fields);
    if (reading.ok) ask(reading.value);
  };
  useEffect(() => {
    setLive(true);
    if (!addressBar) return undefined;
    const read = ({ type }: { readonly type: string }) => {
      const { hash } = location;
      // Back from a link to the plain address of the page brings what the page was built with.
      if (type === 'hashchange' && hash === '') return show(fieldsOf(link), 1);
      if (!isLink(hash)) return undefined;
      const reading = readPermalink(hash);
      if (reading.ok) return show(reading.value, 0);
      const notice = reading.problems.map(linkSentence).join(' ');
      return setState((now) => ({ ...now, notice }));
    };
    read({ type: 'mount' });
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);

  const change = (edit: Partial<ScenarioFields>) => {
    const fields = { ...state.fields, ...edit };
    show(fields, state.changes + 1);
    if (addressBar) history.replaceState(history.state, '', writePermalink(fields));
  };
  return { ...state, live, change };
}
