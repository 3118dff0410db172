import { writeScenario } from '../../core/link-aggregation/fields.ts';
import type { ScenarioFields } from '../../core/link-aggregation/fields.ts';
import { writePermalink } from '../../core/link-aggregation/permalink.ts';
import { presets } from '../../core/link-aggregation/presets.ts';
import { RadioField } from '../fields/RadioField.tsx';
import { plainField } from './editing.ts';
import type { Editing } from './editing.ts';
import { ExpertInputs, JobInputs } from './JobInputs.tsx';
import { directionOptions, sideOptions } from './options.ts';
import { PathInputs } from './PathInputs.tsx';
import { TrafficInputs } from './TrafficInputs.tsx';

const links = new Map(presets.map((preset) => [preset.id, linkOf(preset.scenario)]));

function linkOf(scenario: (typeof presets)[number]['scenario']): string {
  return writePermalink(writeScenario(scenario));
}

/** The preset that the fields are, if they are one. */
export function presetOf(fields: ScenarioFields) {
  const link = writePermalink(fields);
  return presets.find(({ id }) => links.get(id) === link);
}

function Situation({ editing }: { readonly editing: Editing }) {
  const { id, fields, onChange } = editing;
  const current = presetOf(fields);
  const choose = (chosen: string) => {
    const preset = presets.find((candidate) => candidate.id === chosen);
    if (preset) onChange(writeScenario(preset.scenario));
  };
  return (
    <div class="field">
      <label for={`${id}-preset`}>Situation</label>
      <select
        id={`${id}-preset`}
        value={current?.id ?? ''}
        aria-describedby={`${id}-preset-hint`}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {!current && (
          <option value="" selected>
            My own path
          </option>
        )}
        {sideOptions.map(([side, label]) => (
          <optgroup key={side} label={label}>
            {presets
              .filter(({ scenario }) => scenario.traffic.side === side)
              .map((preset) => (
                <option key={preset.id} value={preset.id} selected={preset === current}>
                  {preset.title}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <p class="field-hint" id={`${id}-preset-hint`}>
        {current?.shows ?? 'Choose a situation to start again from it.'}
      </p>
    </div>
  );
}

/** Everything that can be set, in the order in which a person knows it. */
export function Inputs({ editing, live }: { readonly editing: Editing; readonly live: boolean }) {
  return (
    <form class="lag-inputs" onSubmit={(event) => event.preventDefault()} autocomplete="off">
      {/* Without the script the inputs can be read but would change nothing. */}
      <fieldset class="lag-all" disabled={!live}>
        <legend class="visually-hidden">Your path</legend>
        <Situation editing={editing} />
        <RadioField {...plainField(editing, 'side')} label="Between" options={sideOptions} />
        <RadioField {...plainField(editing, 'direction')} options={directionOptions} />
        <fieldset>
          <legend>Path</legend>
          <PathInputs editing={editing} />
        </fieldset>
        <fieldset>
          <legend>
            {editing.fields.side === 'storage' ? 'Traffic to the storage' : 'Clients'}
          </legend>
          <TrafficInputs editing={editing} />
        </fieldset>
        <fieldset>
          <legend>Data and window</legend>
          <JobInputs editing={editing} />
        </fieldset>
        <ExpertInputs editing={editing} />
      </fieldset>
    </form>
  );
}
