import { useMemo } from 'preact/hooks';
import type { ScenarioFields } from '../../core/link-aggregation/fields.ts';
import { writePermalink } from '../../core/link-aggregation/permalink.ts';
import { situations } from '../../core/link-aggregation/situations.ts';
import type { Situation } from '../../core/link-aggregation/situations.ts';
import { describedBy, FieldFrame } from '../fields/FieldFrame.tsx';
import { RadioField } from '../fields/RadioField.tsx';
import { plainField } from './editing.ts';
import type { Editing } from './editing.ts';
import { ExpertInputs, JobInputs } from './JobInputs.tsx';
import { directionOptions, sideOptions } from './options.ts';
import { PathInputs } from './PathInputs.tsx';
import { TrafficInputs } from './TrafficInputs.tsx';

/** The situation that the fields are, if they are one. */
export function situationOf(fields: ScenarioFields) {
  const link = writePermalink(fields);
  return situations.find((situation) => situation.link === link);
}

const isStorage = ({ link }: Situation): boolean => link.includes('&side=storage');

interface SituationProps {
  readonly editing: Editing;
  readonly current: Situation | undefined;
  /** Takes over the scenario of a link. */
  readonly onLink: (link: string) => void;
}

function SituationField({ editing, current, onLink }: SituationProps) {
  const { id } = editing;
  const choose = (chosen: string) => {
    const situation = situations.find((one) => one.id === chosen);
    if (situation) onLink(situation.link);
  };
  const field = {
    id: `${id}-preset`,
    name: 'preset',
    label: 'Situation',
    hint: current?.shows ?? 'Your own path. Choose a situation to start again from it.',
    value: current?.id ?? '',
    onChange: choose,
  };
  return (
    <FieldFrame {...field}>
      <select
        id={field.id}
        value={field.value}
        {...describedBy(field)}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {!current && (
          <option value="" selected>
            My own path
          </option>
        )}
        {sideOptions.map(([side, label]) => (
          <optgroup key={side} label={label}>
            {situations
              .filter((situation) => isStorage(situation) === (side === 'storage'))
              .map((situation) => (
                <option key={situation.id} value={situation.id} selected={situation === current}>
                  {situation.title}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </FieldFrame>
  );
}

/**
 * The groups of inputs, each drawn anew only when something that it shows has changed: a key press
 * changes one of them, and the others cost nothing.
 */
function useGroups(editing: Editing, onSituation: (link: string) => void) {
  const { fields, problems, catalogue } = editing;
  const { side, direction, hops, protocol } = fields;
  const current = situationOf(fields);
  const situation = useMemo(
    () => <SituationField editing={editing} current={current} onLink={onSituation} />,
    [current],
  );
  const ways = useMemo(
    () => (
      <>
        <RadioField {...plainField(editing, 'side')} options={sideOptions} />
        <RadioField {...plainField(editing, 'direction')} options={directionOptions} />
      </>
    ),
    [side, direction, problems],
  );
  const path = useMemo(
    () => <PathInputs editing={editing} />,
    [side, direction, hops, problems, catalogue],
  );
  const traffic = useMemo(
    () => <TrafficInputs editing={editing} />,
    [
      side,
      fields.clients,
      fields.routed,
      fields.connections,
      fields.addresses,
      fields.paths,
      protocol,
      problems,
    ],
  );
  const job = useMemo(
    () => <JobInputs editing={editing} />,
    [fields.volume, fields.unit, fields.window, fields.start, problems],
  );
  const { mtu, ip, timestamps, vlan, disk, reduction, hashes } = fields;
  const expert = useMemo(
    () => <ExpertInputs editing={editing} />,
    [protocol, mtu, ip, timestamps, vlan, disk, reduction, hashes, problems],
  );
  return { situation, ways, path, traffic, job, expert };
}

interface Props {
  readonly editing: Editing;
  readonly live: boolean;
  /** The reader has reached for an input, so what computes can be fetched. */
  readonly onReach: () => void;
  /** A situation was chosen; this is its link. */
  readonly onSituation: (link: string) => void;
}

/** Everything that can be set, in the order in which a person knows it. */
export function Inputs({ editing, live, onReach, onSituation }: Props) {
  const { situation, ways, path, traffic, job, expert } = useGroups(editing, onSituation);
  return (
    <form
      class="lag-inputs"
      autocomplete="off"
      onSubmit={(event) => event.preventDefault()}
      onFocusIn={onReach}
      onPointerEnter={onReach}
    >
      {/* Without the script the inputs can be read but would change nothing. */}
      <fieldset class="lag-all" disabled={!live}>
        <legend class="visually-hidden">Your path</legend>
        {situation}
        {ways}
        <fieldset>
          <legend>Path</legend>
          {path}
        </fieldset>
        <fieldset>
          <legend>
            {editing.fields.side === 'storage' ? 'Traffic to the storage' : 'Clients'}
          </legend>
          {traffic}
        </fieldset>
        <fieldset>
          <legend>Data and window</legend>
          {job}
        </fieldset>
        {expert}
      </fieldset>
    </form>
  );
}
