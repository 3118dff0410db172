import { useEffect, useRef, useState } from 'preact/hooks';
import { defaultFlowFields } from '../../core/link-aggregation/placement/flow-form.ts';
import type { FlowFields } from '../../core/link-aggregation/placement/flow-form.ts';
import {
  fitsFlowLink,
  holdsAddresses,
  holdsFlows,
  readFlowLink,
  writeFlowLink,
} from '../../core/link-aggregation/placement/flow-link.ts';
import type { LinkProblem } from '../../core/link-aggregation/permalink.ts';
import { useAddressBar } from '../share/use-address-bar.ts';

interface State {
  readonly fields: FlowFields;
  /** What the picker was last asked: the fields as they were then, a new object each time. */
  readonly asked: FlowFields;
  /** Whether links carry the addresses. Off until the reader ticks it or comes by such a link. */
  readonly addresses: boolean;
  /** How often the reader has changed something; 0 as built. */
  readonly changes: number;
  /** Whether the link that was opened holds no flows. */
  readonly withoutFlows: boolean;
  /** What is wrong with the link in the address bar. */
  readonly linkProblems?: readonly LinkProblem[];
}

const asBuilt: State = {
  fields: defaultFlowFields,
  asked: defaultFlowFields,
  addresses: false,
  changes: 0,
  withoutFlows: false,
};

/** An anchor of the page, such as `#how-to-read`, is no link to a question. */
const isLink = (fragment: string): boolean => fragment.includes('=');

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
  /** The fragment of the form while the address bar holds another: an anchor, or a link that cannot be read. */
  const left = useRef<string>();

  const set = (next: State) => {
    latest.current = next;
    setState(next);
  };
  /** What the link in the address bar brings, or what is wrong with it. */
  const read = (hash: string, form: State) => {
    const reading = readFlowLink(hash);
    if (reading.ok) {
      const fields = reading.value;
      const withoutFlows = !holdsFlows(hash);
      set({ ...form, fields, asked: fields, addresses: holdsAddresses(fields), withoutFlows });
      return;
    }
    set({ ...form, linkProblems: reading.problems });
  };
  useEffect(() => {
    setLive(true);
    const follow = ({ oldURL, newURL }: HashChangeEvent) => {
      // The address bar may hold yet another by now, of which there will be an event of its own.
      const { hash } = new URL(newURL);
      bar.forget();
      const { linkProblems: _, ...form } = latest.current;
      // Addresses may not be in it: what was typed would go with them.
      if (hash === left.current) set(form);
      // Back from a link to the plain address of the page brings what the page was built with.
      else if (hash === '') set({ ...asBuilt, changes: 1 });
      else if (isLink(hash)) read(hash, form);
      const isElsewhere = !(hash === '' || isLink(hash)) || latest.current.linkProblems;
      left.current = isElsewhere ? (left.current ?? new URL(oldURL).hash) : undefined;
    };
    if (isLink(location.hash)) read(location.hash, latest.current);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  const show = (edit: Partial<Pick<State, 'fields' | 'asked' | 'addresses'>>) => {
    const { linkProblems: _, ...form } = { ...latest.current, ...edit };
    const { fields, addresses, changes } = form;
    left.current = undefined;
    set({ ...form, changes: changes + 1 });
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
