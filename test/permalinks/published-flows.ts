/** Links to "Which link does this flow take?" that the site has shown, and the placements each must still show. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { choiceOfDevice, formulas } from '../../src/core/link-aggregation/placement/choices.ts';
import type { Choice } from '../../src/core/link-aggregation/placement/choices.ts';
import { formatEndpoint } from '../../src/core/link-aggregation/placement/endpoint-text.ts';
import {
  defaultFlowFields,
  readFlowQuestion,
  readPickForm,
} from '../../src/core/link-aggregation/placement/flow-form.ts';
import {
  readFlowLink,
  writeFlowLink,
} from '../../src/core/link-aggregation/placement/flow-link.ts';
import { hopDeviceOf } from '../../src/core/link-aggregation/placement/hop-device.ts';
import { pickAddresses } from '../../src/core/link-aggregation/placement/pick-addresses.ts';
import type { Placement } from '../../src/core/link-aggregation/placement/placement.ts';
import { readDevice } from '../../src/core/link-aggregation/placement/read-device.ts';
import { placeQuestion } from '../../src/core/link-aggregation/placement/summary.ts';
import type { Result } from '../../src/core/result.ts';
import { flowLinksIn } from './shown.ts';
import type { Shown } from './shown.ts';

/** What a link shows, in words that do not depend on how the page words it. */
export interface Placements {
  /** The member of each flow in the order of the list, from 1: `4 1 2`; or why none can be named. */
  readonly flows: string;
  /** The addresses that the picker proposes, or why it proposes none. */
  readonly picked: readonly string[] | string;
}

export interface PublishedFlows {
  readonly link: string;
  /** Where it stood first. */
  readonly title: string;
  readonly must: Placements;
}

export const publishedFlowsFile = new URL('published-flows.json', import.meta.url);

export const readPublishedFlows = (): readonly PublishedFlows[] =>
  JSON.parse(readFileSync(publishedFlowsFile, 'utf8'));

function value<Value>(reading: Result<Value, unknown>, what: string): Value {
  if (reading.ok) return reading.value;
  throw new Error(`${what}: ${JSON.stringify(reading.problems)}`);
}

const folder = fileURLToPath(new URL('../../content/devices/', import.meta.url));

const catalogue = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .toSorted()
  .map((name) => {
    const device = value(readDevice(parse(readFileSync(folder + name, 'utf8'))), name);
    return { id: name.replace('.yaml', ''), device };
  });

const choices: readonly Choice[] = [
  ...catalogue.map(({ id, device }) => choiceOfDevice(id, device)),
  ...formulas,
];

function memberText(placement: Placement): string {
  switch (placement.kind) {
    case 'exact':
      return String(placement.member + 1);
    case 'teaching':
      return `teaching:${placement.member + 1}`;
    case 'ambiguous':
      return placement.readings.map(({ by, member }) => `${by}:${member + 1}`).join('/');
    case 'unknown':
      return placement.why;
    default:
      return placement satisfies never;
  }
}

function pickedBy(link: string): readonly string[] | string {
  const fields = value(readFlowLink(link), link);
  const { choice, ...question } = value(readPickForm(fields, choices), link);
  if (choice.rule === undefined) return 'no rule';
  const answer = pickAddresses({ ...question, rule: choice.rule });
  switch (answer.kind) {
    case 'found':
      return answer.picked.map(({ address }) => formatEndpoint(address));
    case 'none':
      return `none, ${answer.why}, best ${answer.best.length}`;
    case 'undecided':
      return `undecided, best ${answer.best.length}`;
    case 'unknown':
      return `unknown, ${answer.why}`;
    case 'nothing-asked':
      return answer.kind;
    default:
      return answer satisfies never;
  }
}

/** What a link shows now; throws with the reason where it cannot be opened. */
export function placementsOf(link: string): Placements {
  const question = value(readFlowQuestion(value(readFlowLink(link), link), choices), link);
  const { placed, summary } = placeQuestion(question);
  const texts = placed.map(({ placement }) => memberText(placement));
  const [only, ...others] = new Set(texts);
  const isUntold = others.length === 0 && placed[0]?.placement.kind === 'unknown';
  const flows = isUntold ? `${texts.length} x ${only}` : texts.join(' ');
  return { flows: flows === '' ? summary.kind : flows, picked: pickedBy(link) };
}

/**
 * Every link to a placement that the site shows: the plain page, the calculator's way to it from each
 * device whose formula is published, and what content/ carries.
 */
export function shownFlowLinks(): readonly Shown[] {
  const ofDevices = catalogue
    .filter(({ id, device }) => hopDeviceOf(id, device).exact)
    .map(({ id, device }) => ({
      title: `The calculator, ${device.name}`,
      link: writeFlowLink({ ...defaultFlowFields, device: id }, false),
    }));
  return [{ title: 'The plain page', link: '#v=1' }, ...ofDevices, ...flowLinksIn()];
}
