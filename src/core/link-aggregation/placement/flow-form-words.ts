/** What is said in the form of `flow-form.ts` while nothing is wrong, and what its inputs are called. */
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

/** The tick that puts addresses into links. */
export const addressTickLabel = 'Put the addresses into the link and the address bar';

/** What stands above the answer to a link without flows. */
export const sampleFlowsWords = 'This link holds no flows: those shown are the sample.';
