import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { formulas } from '../../core/link-aggregation/placement/choices.ts';
import type { Choice } from '../../core/link-aggregation/placement/choices.ts';
import {
  defaultFlowFields,
  readFlowQuestion,
  readPickForm,
} from '../../core/link-aggregation/placement/flow-form.ts';
import type { FlowFields } from '../../core/link-aggregation/placement/flow-form.ts';
import {
  flowFieldLabels,
  longLinkWords,
} from '../../core/link-aggregation/placement/flow-form-words.ts';
import { fitsFlowLink, writeFlowLink } from '../../core/link-aggregation/placement/flow-link.ts';
import { placeQuestion } from '../../core/link-aggregation/placement/summary.ts';
import { answerWords } from '../../core/link-aggregation/placement/summary-words.ts';
import { Missing, MembersFigure, SpreadTable } from './Answer.tsx';
import { DeviceNotes, Trust } from './DeviceNotes.tsx';
import { toggledDown } from './editing.ts';
import { Failures } from './Failures.tsx';
import { FlowTable } from './FlowTable.tsx';
import { Inputs } from './Inputs.tsx';
import { Picker } from './Picker.tsx';
import { Share } from './Share.tsx';
import { useDetails } from './use-details.ts';
import type { DetailsById } from './use-details.ts';
import { useFlowForm } from './use-flow-form.ts';

/** What the page gives the tool; it must be the same at build and in the browser. */
export interface ToolProps {
  /** Unique on the page; the start of every id. */
  readonly id: string;
  /** The devices of the catalogue, in the order of the menu. */
  readonly devices: readonly Choice[];
  /** What is known of the device that the page starts with. */
  readonly details: DetailsById;
  /** Where the same of all devices lies. */
  readonly detailsPath: string;
  readonly toolPath: string;
  readonly embedPath: string;
  readonly embedded: boolean;
}

// A screen reader should hear the result once the reader has stopped typing, not after each key.
const pauseMilliseconds = 1000;

/** Says `words` after a pause, once something has been changed. */
function useSpoken(words: string, changed: boolean) {
  const [said, say] = useState('');
  useEffect(() => {
    if (!changed) return undefined;
    const timer = setTimeout(() => say(words), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [words, changed]);
  return [said, say] as const;
}

/** The last fields that could be read: what the result shows while something is wrong. */
function useLastGood(fields: FlowFields, choices: readonly Choice[]) {
  const last = useRef(defaultFlowFields);
  const reading = useMemo(() => readFlowQuestion(fields, choices), [fields, choices]);
  if (reading.ok) last.current = fields;
  const shown = last.current;
  const result = useMemo(() => {
    const again = readFlowQuestion(shown, choices);
    if (!again.ok) throw new Error('the default question cannot be read');
    return { question: again.value, placed: placeQuestion(again.value) };
  }, [shown, choices]);
  return { ...result, shown, problems: reading.ok ? [] : reading.problems };
}

/** Why what is typed fits into no link; undefined where it does. */
function useTooLong(fields: FlowFields, addresses: boolean): string | undefined {
  return useMemo(() => {
    const link = writeFlowLink(fields, addresses);
    return fitsFlowLink(link) ? undefined : longLinkWords(link, addresses);
  }, [fields, addresses]);
}

/** Text fields in, the member of each flow out at once. */
export function FlowPlacementTool(props: ToolProps) {
  const { id } = props;
  const choices = useMemo(() => [...props.devices, ...formulas], [props.devices]);
  const { fields, asked, addresses, changes, notice, live, ...form } = useFlowForm();
  const { question, placed, shown, problems } = useLastGood(fields, choices);
  const pick = useMemo(() => readPickForm(fields, choices), [fields, choices]);
  const { choice, flows } = question;
  const { details, start } = useDetails(props.detailsPath, props.details, choice.like ?? choice.id);
  const answer = answerWords(placed.summary, question);
  const changed = changes > 0;
  const stale = problems.length > 0;
  const places = [...new Set(problems.map(({ field }) => flowFieldLabels[field]))].join('; ');
  const tooLong = useTooLong(fields, addresses);
  const words = [stale ? `Not computed: ${places}.` : answer, tooLong].filter(Boolean).join(' ');
  const [said, say] = useSpoken(words, changed);
  const toggle = (member: number) =>
    form.change({ down: toggledDown(question.members.down ?? [], member) });
  const pickEditing = { id, fields, problems: pick.ok ? [] : pick.problems, onChange: form.change };
  const older = stale ? ' fp-result-stale' : '';
  return (
    <div class="fp">
      <section class="fp-answer" aria-labelledby={`${id}-answer`}>
        {notice && (
          <p class="fp-notice" role="alert">
            {notice} The answer below is the one shown before.
          </p>
        )}
        <div class="fp-head">
          <h2 class="fp-title" id={`${id}-answer`}>
            Answer
          </h2>
          {stale && <p class="fp-stale">{`Out of date. To be put right: ${places}.`}</p>}
        </div>
        <div class={`fp-result${older}`}>
          {/* The region at the end is what screen readers are told of: one, after a pause. */}
          <output class="fp-verdict" aria-live="off">
            <span key={answer} class={changed ? 'fp-changed' : undefined}>
              {answer}
            </span>
          </output>
          <Missing question={question} result={placed} />
          <Trust question={question} summary={placed.summary} details={details} />
          <MembersFigure question={question} result={placed} answer={answer} />
          {'spread' in placed.summary && placed.summary.spread && (
            <SpreadTable spread={placed.summary.spread} />
          )}
        </div>
      </section>
      <Inputs
        editing={{ id, fields, problems, onChange: form.change }}
        choices={choices}
        live={live}
        onReach={start}
      />
      <div class="fp-more">
        {placed.placed.length > 0 && (
          <section class={older} aria-labelledby={`${id}-flows-title`}>
            <h2 id={`${id}-flows-title`}>Each flow</h2>
            <FlowTable question={question} placed={placed.placed} />
          </section>
        )}
        {question.members.count > 1 && choice.rule && (
          <section class={older} aria-labelledby={`${id}-failing`}>
            <h2 id={`${id}-failing`}>When a member fails</h2>
            <Failures question={question} result={placed} live={live && !stale} onToggle={toggle} />
          </section>
        )}
        <section class={older} aria-labelledby={`${id}-check`}>
          <h2 id={`${id}-check`}>Check it on the device</h2>
          <DeviceNotes details={details} flow={flows[0]} />
        </section>
        <section aria-labelledby={`${id}-share`} data-screen-only>
          <h2 id={`${id}-share`}>Share the answer</h2>
          <Share
            {...props}
            live={live && !stale}
            mounted={live}
            fields={shown}
            question={question}
            result={placed}
            details={details}
            addresses={addresses}
            onAddresses={form.setAddresses}
            tooLong={tooLong}
            say={say}
          />
        </section>
        <section aria-labelledby={`${id}-pick`}>
          <h2 id={`${id}-pick`}>Addresses that take different members</h2>
          <p>
            Which storage addresses does every host reach over another member? For the device and
            the members above.
          </p>
          <Picker
            editing={pickEditing}
            choices={choices}
            live={live}
            asked={asked}
            onAsk={form.ask}
          />
        </section>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the output is the visible result */}
      <p class="visually-hidden" role="status">
        {said || null}
      </p>
    </div>
  );
}
