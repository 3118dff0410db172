import { normaliseLabel } from './columns.ts';

/** Beginnings by which logs of other programs give themselves away. A name, for a better sentence. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/Level[,\t;]"?Date and Time|<Event xmlns=|EventID/i, 'Windows Event Viewer'],
  [/\bVeeam\b/i, 'Veeam'],
  [/\bBackup Exec\b/i, 'Backup Exec'],
  [/\bCommvault\b|\bJob Summary Report\b/i, 'Commvault'],
  [/\bAcronis\b/i, 'Acronis'],
  [/\bbacula\b|\bbareos\b/i, 'Bacula or Bareos'],
  [/\brestic\b|\bprocessed \d+ files/i, 'restic'],
  [/\bROBOCOPY\b/i, 'Robocopy'],
  [/^\S+ \S+ \S+ \[\d{1,2}\/\w{3}\/\d{4}:/m, 'a web server access log'],
  [/^(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S+ /m, 'syslog'],
  [
    /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S* (?:\[?(?:INFO|WARN|ERROR|DEBUG)|\S+ (?:INFO|WARN|ERROR))/m,
    'an application log',
  ],
];

/** What a text that is no DS-Client log looks like; "unknown" when nothing gives it away. */
export function otherLog(beginning: string): string {
  return signs.find(([sign]) => sign.test(beginning))?.[1] ?? 'unknown';
}

/** Labels of other backup programs and of Windows that no DS-Client log has. */
const foreignLabels = new Set([
  'jobname',
  'jobid',
  'jobtype',
  'job',
  'session',
  'sessionname',
  'vmname',
  'policy',
  'policyname',
  'subclient',
  'agent',
  'bottleneck',
  'processingrate',
  'taskcategory',
  'level',
  'dateandtime',
  'repository',
  'snapshotid',
  'mediaset',
  'devicename',
  'startedby',
  'finishtime',
  'jobstatus',
  'bytecount',
]);

/** Whether a header is that of another program: a foreign label, and words that are not ours. */
export function isForeignHeader(labels: readonly string[], unknownCount: number): boolean {
  return unknownCount >= 2 && labels.some((label) => foreignLabels.has(normaliseLabel(label)));
}
