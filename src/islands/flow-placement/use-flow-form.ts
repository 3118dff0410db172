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

/** The form as the link `hash` has it, or as it was, with what is wrong with the link. */
function opened(hash: string, form: State): State {
  const reading = readFlowLink(hash);
  if (!reading.ok) return { ...form, linkProblems: reading.problems };
  const fields = reading.value;
  const withoutFlows = !holdsFlows(hash);
  return { ...form, fields, asked: fields, addresses: holdsAddresses(fields), withoutFlows };
}

/** The form once the address bar has come to hold `hash`; `left` is what it held of this form before. */
function followed(hash: string, state: State, left: string | undefined): State {
  const { linkProblems: _, ...form } = state;
  // Addresses may not be in it: what was typed would go with them.
  if (hash === left) return form;
  // Back from a link to the plain address of the page brings what the page was built with.
  if (hash === '') return { ...asBuilt, changes: 1 };
  return isLink(hash) ? opened(hash, form) : state;
}

/** Keeps the form to the address bar: read once the page has it, and whenever it changes. */
function useLinks(latest: { readonly current: State }, set: (next: State) => void) {
  const bar = useAddressBar(fitsFlowLink);
  /** The fragment of the form while the address bar holds another: an anchor, or a link that cannot be read. */
  const left = useRef<string>();
  useEffect(() => {
    const follow = ({ oldURL, newURL }: HashChangeEvent) => {
      // The address bar may hold yet another by now, of which there will be an event of its own.
      const { hash } = new URL(newURL);
      bar.forget();
      const next = followed(hash, latest.current, left.current);
      set(next);
      const isElsewhere = !(hash === '' || isLink(hash)) || next.linkProblems;
      left.current = isElsewhere ? (left.current ?? new URL(oldURL).hash) : undefined;
    };
    if (isLink(location.hash)) set(opened(location.hash, latest.current));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return ({ fields, addresses }: State) => {
    left.current = undefined;
    bar.write(() => writeFlowLink(fields, addresses));
  };
}

/**
 * The text of the form. The address bar is written only where the reader changed something; addresses
 * enter it only after the tick.
 */
export function useFlowForm() {
  const [state, setState] = useState(asBuilt);
  const [live, setLive] = useState(false);
  // What an edit starts from: two may come before the first of them is drawn.
  const latest = useRef(state);
  const set = (next: State) => {
    latest.current = next;
    setState(next);
  };
  const writeLink = useLinks(latest, set);
  useEffect(() => setLive(true), []);

  const show = (edit: Partial<Pick<State, 'fields' | 'asked' | 'addresses'>>) => {
    const { linkProblems: _, ...form } = { ...latest.current, ...edit };
    set({ ...form, changes: form.changes + 1 });
    writeLink(form);
  };
  return {
    ...state,
    live,
    change: (edit: Partial<FlowFields>) => show({ fields: { ...latest.current.fields, ...edit } }),
    ask: () => show({ asked: { ...latest.current.fields } }),
    setAddresses: (addresses: boolean) => show({ addresses }),
  };
}
