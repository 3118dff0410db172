import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import { RadioField } from '../fields/RadioField.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { plainField } from './editing.ts';
import type { Editing } from './editing.ts';
import {
  hashOptions,
  ipOptions,
  optionName,
  protocolOptions,
  startOptions,
  unitOptions,
  yesNoOptions,
} from './options.ts';

interface Props {
  readonly editing: Editing;
}

/** The field that is being typed in is drawn anew, its neighbours are not: what `make` makes of a text. */
function useField(
  editing: Editing,
  name: 'volume' | 'unit' | 'window' | 'start',
  make: (field: ReturnType<typeof plainField>) => ComponentChild,
): ComponentChild {
  return useMemo(
    () => make(plainField(editing, name)),
    [editing.fields[name], editing.problems, editing.onChange],
  );
}

/** What has to be moved, and by when. */
export function JobInputs({ editing }: Props) {
  return (
    <>
      <div class="lag-row lag-row-3">
        {useField(editing, 'volume', (field) => (
          <TextField {...field} />
        ))}
        {useField(editing, 'unit', (field) => (
          <SelectField {...field} options={unitOptions} />
        ))}
        {useField(editing, 'window', (field) => (
          <TextField {...field} label="Window, hours (may be empty)" />
        ))}
      </div>
      {useField(editing, 'start', (field) => (
        <RadioField {...field} options={startOptions} />
      ))}
    </>
  );
}

/** The folded settings as they are now, so that nobody has to unfold them to read a result. */
export function expertSummary({ fields }: Editing): string {
  const parts = [
    optionName(protocolOptions, fields.protocol),
    `MTU ${fields.mtu}`,
    optionName(ipOptions, fields.ip),
    fields.timestamps === 'yes' ? 'timestamps' : 'no timestamps',
    fields.vlan === 'yes' ? 'VLAN tag' : 'no VLAN tag',
    fields.disk.trim() === '' ? 'no disk limit' : `disks ${fields.disk} MB/s`,
    fields.reduction === '1' ? 'no reduction' : `reduction ${fields.reduction}:1`,
    fields.hashes === 'same' ? 'devices choose alike' : 'devices choose independently',
  ];
  return parts.join(', ');
}

/** How data is framed and what else limits it. */
export function ExpertInputs({ editing }: Props) {
  return (
    <details class="lag-fold lag-expert">
      <summary>
        <strong>Expert settings</strong> {expertSummary(editing)}
      </summary>
      <div class="lag-row lag-row-3">
        <SelectField {...plainField(editing, 'protocol')} options={protocolOptions} />
        <SelectField {...plainField(editing, 'ip')} options={ipOptions} />
        <TextField {...plainField(editing, 'mtu')} label="MTU, bytes" />
      </div>
      <div class="lag-row">
        <SelectField {...plainField(editing, 'timestamps')} options={yesNoOptions} />
        <SelectField {...plainField(editing, 'vlan')} options={yesNoOptions} />
      </div>
      <div class="lag-row">
        <TextField {...plainField(editing, 'disk')} label="Disk limit, MB/s" />
        <TextField {...plainField(editing, 'reduction')} label="Reduction, n:1" />
      </div>
      <SelectField {...plainField(editing, 'hashes')} options={hashOptions} />
    </details>
  );
}
