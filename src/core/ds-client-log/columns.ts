/**
 * What a column of a DS-Client log can hold, and the labels under which it is known: those of
 * Asigra's knowledge-base article "Activity, Event and Audit Logs", those of the DS-Client API
 * (`activity_log_info`, `event_log_info`) and those its PowerShell module writes.
 */
export const activityFields = [
  'user',
  'type',
  'owner',
  'description',
  'errors',
  'warnings',
  'start',
  'end',
  'duration',
  'files',
  'online',
  'transmitted',
  'completion',
  'netTransmitted',
  'activityId',
  'setId',
  'scheduleId',
] as const;

export const eventFields = [
  'severity',
  'category',
  'time',
  'eventNumber',
  'text',
  'user',
  'activityId',
  'nodeId',
  'extraInfo',
] as const;

export type ActivityField = (typeof activityFields)[number];
export type EventField = (typeof eventFields)[number];
export type Field = ActivityField | EventField;
export type LogKind = 'activity-log' | 'event-log';

/** Fields that hold a value to calculate with; all others hold text. */
export const valueFields = [
  'errors',
  'warnings',
  'files',
  'online',
  'transmitted',
  'netTransmitted',
  'start',
  'end',
  'time',
  'duration',
] as const satisfies readonly Field[];
export type ValueField = (typeof valueFields)[number];

export const numberFields = [
  'errors',
  'warnings',
  'files',
  'online',
  'transmitted',
  'netTransmitted',
] as const satisfies readonly ValueField[];
export type NumberField = (typeof numberFields)[number];

export const byteFields = ['online', 'transmitted', 'netTransmitted'] as const;

export const isNumberField = (field: Field | null): field is NumberField =>
  (numberFields as readonly (Field | null)[]).includes(field);
export const isValueField = (field: Field | null): field is ValueField =>
  (valueFields as readonly (Field | null)[]).includes(field);
export const isByteField = (field: Field | null): boolean =>
  (byteFields as readonly (Field | null)[]).includes(field);

const activityLabels: Readonly<Record<string, ActivityField>> = {
  username: 'user',
  user: 'user',
  type: 'type',
  activitytype: 'type',
  owner: 'owner',
  description: 'description',
  backupset: 'description',
  errors: 'errors',
  error: 'errors',
  warnings: 'warnings',
  warning: 'warnings',
  start: 'start',
  starttime: 'start',
  end: 'end',
  endtime: 'end',
  duration: 'duration',
  files: 'files',
  filecount: 'files',
  online: 'online',
  datasize: 'online',
  transmitted: 'transmitted',
  transmit: 'transmitted',
  transmitamt: 'transmitted',
  nettransmit: 'netTransmitted',
  nettransmitted: 'netTransmitted',
  nettransmitamt: 'netTransmitted',
  completion: 'completion',
  status: 'completion',
  completionstatus: 'completion',
  activityid: 'activityId',
  id: 'activityId',
  setid: 'setId',
  backupsetid: 'setId',
  scheduleid: 'scheduleId',
};

const eventLabels: Readonly<Record<string, EventField>> = {
  type: 'severity',
  severity: 'severity',
  category: 'category',
  eventtime: 'time',
  time: 'time',
  when: 'time',
  date: 'time',
  event: 'eventNumber',
  eventid: 'eventNumber',
  eventnumber: 'eventNumber',
  description: 'text',
  message: 'text',
  user: 'user',
  username: 'user',
  activityid: 'activityId',
  nodeid: 'nodeId',
  extrainfo: 'extraInfo',
};

/** Labels longer than this are not labels; the rest of the cell is not looked at. */
const labelLengthMax = 60;

/** Lower case, letters and digits only: "Event #" and "EVENT" are one label. */
export function normaliseLabel(label: string): string {
  return label
    .slice(0, labelLengthMax)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The shortest beginning of a label that is taken for a cut label. */
const cutLabelMin = 3;

/**
 * Fields by label and by each beginning of a label: DS-User cuts labels to the width of the column
 * ("Transmitted..." in the provider's guide). A beginning that labels of two fields share says nothing.
 */
function lookUpTable(labels: Readonly<Record<string, Field>>): ReadonlyMap<string, Field | null> {
  const table = new Map<string, Field | null>();
  for (const [label, field] of Object.entries(labels)) {
    for (let length = cutLabelMin; length < label.length; length += 1) {
      const begun = label.slice(0, length);
      const other = table.get(begun);
      table.set(begun, other === undefined || other === field ? field : null);
    }
  }
  for (const [label, field] of Object.entries(labels)) table.set(label, field);
  return table;
}

const tables = {
  'activity-log': lookUpTable(activityLabels),
  'event-log': lookUpTable(eventLabels),
} as const satisfies Record<LogKind, ReadonlyMap<string, Field | null>>;

/** The field that a label, already normalised, stands for; null for one that is not known. */
export const fieldOfWord = (kind: LogKind, word: string): Field | null =>
  tables[kind].get(word) ?? null;

/** The field a label stands for in a log of this kind, or null for a label not known. */
export const fieldOfLabel = (kind: LogKind, label: string): Field | null =>
  fieldOfWord(kind, normaliseLabel(label));

/** A log is an event log when its labels say when an event was and not when a run started. */
export function kindOfWords(words: readonly string[]): LogKind {
  const event = new Set(words.map((word) => fieldOfWord('event-log', word)));
  const activity = new Set(words.map((word) => fieldOfWord('activity-log', word)));
  const isEvent = event.has('time') && (event.has('severity') || event.has('eventNumber'));
  return isEvent && !activity.has('start') ? 'event-log' : 'activity-log';
}
