import { useEffect, useRef, useState } from 'preact/hooks';
import { defaultFlowFields } from '../../core/link-aggregation/placement/flow-form.ts';
import type { FlowFields } from '../../core/link-aggregation/placement/flow-form.ts';
import {
  fitsFlowLink,
  holdsAddresses,
  readFlowLink,
  writeFlowLink,
} from '../../core/link-aggregation/placement/flow-link.ts';
import { linkSentence } from '../../core/link-aggregation/problem-words.ts';
import { useAddressBar } from '../share/use-address-bar.ts';

interface State {
  readonly fields: FlowFields;
  /** What the picker was last asked: the fields as they were then, a new object each time. */
  readonly asked: FlowFields;
  /** Whether links carry the addresses. Off until the reader ticks it or comes by such a link. */
  readonly addresses: boolean;
  /** How often the reader has changed something; 0 as built. */
  readonly changes: number;
  /** What is wrong with the link in the address bar. */
  readonly notice?: string;
}

const asBuilt: State = {
  fields: defaultFlowFields,
  asked: defaultFlowFields,
  addresses: false,
  changes: 0,
};

/** An anchor of the page, such as `#how-to-read`, is no link to a question. */
const isLink = (fragment: string): boolean => fragment.includes('=');

function readAddressBar(state: State): State {
  const reading = readFlowLink(location.hash);
  if (!reading.ok) return { ...state, notice: reading.problems.map(linkSentence).join(' ') };
  const fields = reading.value;
  return { fields, asked: fields, addresses: holdsAddresses(fields), changes: state.changes };
}

/**
 * The text of the form. The address bar is read once the page has it and whenever it changes, and
 * written only where the reader changed something; addresses enter it only after the tick.
 */
export function useFlowForm() {
  const [state, setState] = useState(asBuilt);
  const [live, setLive] = useState(false);
  const bar = useAddressBar(fitsFlowLink);
  // What an edit starts from: two may come before the first of them is drawn.
  const latest = useRef(state);

  const set = (next: State) => {
    latest.current = next;
    setState(next);
  };
  useEffect(() => {
    setLive(true);
    const read = () => set(readAddressBar(latest.current));
    const follow = () => {
      bar.forget();
      // Back from a link to the plain address of the page brings what the page was built with.
      if (location.hash === '') set({ ...asBuilt, changes: 1 });
      else if (isLink(location.hash)) read();
    };
    if (isLink(location.hash)) read();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  const show = (edit: Partial<Pick<State, 'fields' | 'asked' | 'addresses'>>) => {
    const { fields, asked, addresses, changes } = { ...latest.current, ...edit };
    set({ fields, asked, addresses, changes: changes + 1 });
    bar.write(() => writeFlowLink(fields, addresses));
  };
  return {
    ...state,
    live,
    change: (edit: Partial<FlowFields>) => show({ fields: { ...latest.current.fields, ...edit } }),
    ask: () => show({ asked: { ...latest.current.fields } }),
    setAddresses: (addresses: boolean) => show({ addresses }),
  };
}
