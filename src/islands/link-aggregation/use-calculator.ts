import { useCallback } from 'preact/hooks';
import type { ScenarioFields } from '../../core/link-aggregation/fields.ts';
import { fitsPermalink, writePermalink } from '../../core/link-aggregation/permalink.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import { useAddressBar } from '../share/use-address-bar.ts';
import { useForm, type FormEngine } from './use-form.ts';
import { useLinks } from './use-links.ts';

/** What changes, or what changes given the fields as they are. */
export type Edit = Partial<ScenarioFields> | ((fields: ScenarioFields) => Partial<ScenarioFields>);

/** A choice that Back undoes: another path, way or situation, in contrast to a key that is typed. */
const isStep = (edit: Edit, fields: ScenarioFields): boolean =>
  typeof edit === 'function' ||
  'side' in edit ||
  'direction' in edit ||
  (edit.hops ?? fields.hops).length !== fields.hops.length ||
  (edit.clients ?? fields.clients).length !== fields.clients.length;

/**
 * The form, filled from links and by the reader; the address bar is written only where the reader
 * changed something. A link that waits for what reads it stays in the address bar and is opened before
 * anything that was typed: that was typed into the example's form, not into the link's. `answerId` is the id of the heading that a link leads to.
 */
export function useCalculator(
  initial: Scenario,
  addressBar: boolean,
  engine: FormEngine,
  answerId: string,
) {
  const { withReader } = engine;
  const form = useForm(initial, engine);
  const { latest, set, show } = form;
  const bar = useAddressBar(fitsPermalink);
  const { live, read } = useLinks({ initial, form, bar, addressBar, withReader, answerId });

  const change = useCallback((edit: Edit) => {
    const before = latest.current;
    const fields = {
      ...before.fields,
      ...(typeof edit === 'function' ? edit(before.fields) : edit),
    };
    if (before.unread) {
      set({ ...before, fields, changes: before.changes + 1, asked: undefined });
      return read(before.unread);
    }
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
  /** Asks again for what did not come, and for the link that waits for it before anything else. */
  const again = useCallback(() => {
    const { unread, fields, changes } = latest.current;
    if (unread) read(unread);
    else show(fields, changes);
  }, []);
  return { ...form.state, live, change, open, again };
}
