import type { FieldProblem } from '../../core/link-aggregation/field-problems.ts';
import type { GroupFields, HopFields, ScenarioFields } from '../../core/link-aggregation/fields.ts';
import { listedMembers, writeMembers } from '../../core/link-aggregation/listed-members.ts';
import type { Catalogue } from './use-devices.ts';
import { fieldLabels } from '../../core/link-aggregation/problem-words.ts';

/** A problem with its sentence. */
export type ToldProblem = FieldProblem & { readonly sentence: string };

/** What a part of the form needs: the text, what is wrong with it, and where to report an edit. */
export interface Editing {
  /** Unique on the page; the start of every id. */
  readonly id: string;
  readonly fields: ScenarioFields;
  readonly problems: readonly ToldProblem[];
  readonly catalogue: Catalogue;
  /** Path of the tool that places given flows. */
  readonly flowPath: string;
  readonly onChange: (edit: Partial<ScenarioFields>) => void;
}

/** The name of the input that a problem stands beside: `hops.0.members`, `clients.1.nic`, `mtu`. */
export function inputName(problem: FieldProblem): string {
  if (problem.field === 'hops') return joined('hops', problem.hop, problem.part);
  if (problem.field === 'clients') return joined('clients', problem.group, problem.part);
  return problem.field;
}

const joined = (...parts: readonly (string | number | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join('.');

/** The sentence beside the input of that name, if anything is wrong with it. */
export function problemAt({ problems }: Editing, name: string): string | undefined {
  return problems.find((candidate) => inputName(candidate) === name)?.sentence;
}

type PlainKey = Exclude<keyof ScenarioFields, 'hops' | 'clients'>;

/** The props of the input for one plain field. */
export const plainField = (editing: Editing, name: PlainKey) => ({
  id: `${editing.id}-${name}`,
  name,
  label: fieldLabels[name] as string,
  value: editing.fields[name],
  problem: problemAt(editing, name),
  onChange: (value: string) => editing.onChange({ [name]: value }),
});

const replaced = <Entry>(list: readonly Entry[], index: number, edit: Partial<Entry>): Entry[] =>
  list.map((entry, place) => (place === index ? { ...entry, ...edit } : entry));

/** The edit that changes some parts of a hop. */
export const editedHop = ({ hops }: ScenarioFields, hop: number, edit: Partial<HopFields>) => ({
  hops: replaced(hops, hop, edit),
});

/** The props of the input for one part of a hop. */
export function hopField(editing: Editing, hop: number, part: keyof HopFields) {
  const name = `hops.${hop}.${part}`;
  return {
    id: `${editing.id}-${name.replaceAll('.', '-')}`,
    name,
    label: fieldLabels[`hops.${part}`] as string,
    value: editing.fields.hops[hop]?.[part] ?? '',
    problem: problemAt(editing, name),
    onChange: (value: string) =>
      editing.onChange(editedHop(editing.fields, hop, { [part]: value })),
  };
}

/** The props of the input for one part of a client group. */
export function groupField(editing: Editing, group: number, part: keyof GroupFields) {
  const name = `clients.${group}.${part}`;
  return {
    id: `${editing.id}-${name.replaceAll('.', '-')}`,
    name,
    label: fieldLabels[`clients.${part}`] as string,
    value: editing.fields.clients[group]?.[part] ?? '',
    problem: problemAt(editing, name),
    onChange: (value: string) =>
      editing.onChange({ clients: replaced(editing.fields.clients, group, { [part]: value }) }),
  };
}

/** The fields with a member of a hop taken down, or brought up again if it was down. */
export function toggledMember(fields: ScenarioFields, hop: number, member: number) {
  const down = new Set(listedMembers(fields.hops[hop]?.down ?? '').map(Number));
  if (!down.delete(member + 1)) down.add(member + 1);
  return { hops: replaced(fields.hops, hop, { down: writeMembers([...down]) }) };
}
