import { useEffect, useState } from 'preact/hooks';
import { defaultFields } from '../../core/link-aggregation/fields.ts';
import type { ScenarioFields } from '../../core/link-aggregation/fields.ts';
import { readPermalink, writePermalink } from '../../core/link-aggregation/permalink.ts';
import { linkSentence } from '../../core/link-aggregation/problem-words.ts';
import { readScenario } from '../../core/link-aggregation/read-scenario.ts';
import { defaultScenario } from '../../core/link-aggregation/scenario.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';

interface State {
  readonly fields: ScenarioFields;
  /** The last scenario that could be read: what the answer shows. */
  readonly shown: Scenario;
  /** How often the reader has changed something; 0 as built. */
  readonly changes: number;
  /** What is wrong with the link in the address bar. */
  readonly notice?: string;
}

/** The fields with the scenario they give, or with the one shown before if they give none. */
function stateOf(fields: ScenarioFields, before: Scenario, changes: number): State {
  const reading = readScenario(fields);
  return { fields, shown: reading.ok ? reading.value : before, changes };
}

/** The fields of a link, and the default for none. */
export function fieldsOf(link: string | undefined): ScenarioFields {
  if (link === undefined) return defaultFields;
  const reading = readPermalink(link);
  return reading.ok ? reading.value : defaultFields;
}

/** An anchor of the page, such as `#how-it-is-computed`, is no link to a scenario. */
const isLink = (fragment: string): boolean => fragment.includes('=');

/**
 * The state of the calculator: text, and the last scenario that it gave. The address bar is read
 * once the page has it and whenever it changes, and written only where the reader changed something.
 */
export function useCalculator(link: string | undefined, addressBar: boolean) {
  const [state, setState] = useState(() => stateOf(fieldsOf(link), defaultScenario, 0));
  const [live, setLive] = useState(false);

  useEffect(() => {
    setLive(true);
    if (!addressBar) return undefined;
    const read = () => {
      const { hash } = location;
      if (!isLink(hash)) return;
      const reading = readPermalink(hash);
      setState((now) =>
        reading.ok
          ? stateOf(reading.value, now.shown, now.changes)
          : { ...now, notice: reading.problems.map(linkSentence).join(' ') },
      );
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);

  const change = (edit: Partial<ScenarioFields>) => {
    const fields = { ...state.fields, ...edit };
    setState(stateOf(fields, state.shown, state.changes + 1));
    if (addressBar) history.replaceState(history.state, '', writePermalink(fields));
  };
  return { ...state, live, change };
}
