/** What the inputs of `flow-form.ts` are called, in every sentence about them. */
import type { FlowFields } from './flow-form.ts';

export const flowFieldLabels: Readonly<Record<keyof FlowFields, string>> = {
  device: 'Device that sends',
  members: 'Members',
  down: 'Members down',
  flows: 'Flows',
  hosts: 'Hosts',
  range: 'Addresses to choose from',
  wanted: 'How many',
  sender: 'Who sends',
};
