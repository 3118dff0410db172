import { useEffect, useState } from 'preact/hooks';
import { writeScenario } from '../../core/link-aggregation/fields.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import type { useAddressBar } from '../share/use-address-bar.ts';
import type { WithReader } from './use-engine.ts';
import type { useForm } from './use-form.ts';

/** An anchor of the page, such as `#how-it-is-computed`, is no link to a scenario; all else should be one. */
const isAnchor = (fragment: string): boolean => document.getElementById(fragment.slice(1)) !== null;

const isLink = (fragment: string): boolean => fragment.length > 1 && !isAnchor(fragment);

interface Given {
  readonly initial: Scenario;
  readonly form: ReturnType<typeof useForm>;
  readonly bar: ReturnType<typeof useAddressBar>;
  /** Whether the address bar belongs to this calculator. */
  readonly addressBar: boolean;
  readonly withReader: WithReader;
  /** Id of the heading that a link leads to. */
  readonly answerId: string;
}

/**
 * Fills the form from links in the address bar, which is read once the page has it and whenever it
 * changes. `live` is whether the form can be used; `read` takes a link from it.
 */
export function useLinks({ initial, form, bar, addressBar, withReader, answerId }: Given) {
  const [live, setLive] = useState(false);
  const { latest, set, show } = form;
  const read = (hash: string, isFirst?: boolean) => {
    withReader((reader) => {
      // A form that could be used before would be overwritten by the link.
      setLive(true);
      // To an anchor the reader may have gone meanwhile: the page is still that of the link.
      if (location.hash !== hash && !isAnchor(location.hash)) return;
      const isExample = isFirst || latest.current.isExample;
      if (!reader) return set({ ...latest.current, isExample, unread: hash });
      const reading = reader.readPermalink(hash);
      if (reading.ok) return show(reading.value, 0, isFirst);
      const notice = reading.problems.map(reader.sentenceOf).join(' ');
      const { unread, ...before } = latest.current;
      // What was typed meanwhile was asked of nobody: the form is again that of the figures.
      const typedOver = unread ? { fields: writeScenario(initial), asked: initial } : {};
      set({ ...before, ...typedOver, notice, isExample });
    });
  };
  const follow = () => {
    bar.forget();
    // Back from a link to the plain address of the page brings what the page was built with.
    if (location.hash === '') show(writeScenario(initial), 1);
    else if (isLink(location.hash)) read(location.hash);
    // A worked example further down leads here; whoever sees the answer already stays there.
    if (isLink(location.hash))
      document.querySelector(`#${answerId}`)?.scrollIntoView({ block: 'nearest' });
  };
  useEffect(() => {
    if (addressBar && isLink(location.hash)) read(location.hash, true);
    else setLive(true);
    if (!addressBar) return undefined;
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return { live, read };
}
