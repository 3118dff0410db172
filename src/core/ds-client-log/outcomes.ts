/**
 * The two scales on which a run is judged. `completionNames` are the codes of the DS-Client API
 * (PSAsigraDSClient, BaseDSClientActivityLog.cs, for versions 13.0 to 14.2); "Completed with Errors"
 * and "Completed with Warnings" are not among them: they belong to a second, coarser scale that is
 * used for notifications. How the two meet is our reading.
 */
export const completionNames = [
  'Succeeded',
  'NoConnection',
  'Disconnected',
  'TooManyErrors',
  'Exception',
  'PrePostFailure',
  'NoResource',
  'StorageLimitReached',
  'ShareUnavailable',
  'DSClientShutdown',
  'BackupOutOfSync',
  'TimeLimitReached',
  'UserStopped',
  'BackupSetLocked',
  'UpgradeTriggered',
  'ClientQuotaReached',
  'CustomerQuotaReached',
  'FatalError',
  'UnexpectedStop',
  'SynchronisationFailed',
  'DatabaseOutOfSpace',
  'NoLocalStoragePath',
  'SystemStopped',
  'OracleNotMounted',
  'OracleNotOpen',
  'NoCatalogRoot',
  'NoCatalog',
  'NoDiskSpace',
  'YieldOtherActivity',
  'NoInitialBuffer',
  'SysAdminDisabled',
  'SourceUnavailable',
  'MetadataUnavailable',
  'FailedVSSSnapshot',
  'SelfContainedLimitReached',
  'DSClientQuit',
] as const;
export type CompletionName = (typeof completionNames)[number];

export const outcomes = [
  'completed',
  'completed_with_warnings',
  'completed_with_errors',
  'incomplete',
  'running_or_unknown',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Activity types of the DS-Client API; how DS-User writes them on screen is not documented. */
export const activityTypes = [
  'Backup',
  'CDPBackup',
  'Restore',
  'DailyAdmin',
  'WeeklyAdmin',
  'Delete',
  'Recovery',
  'Synchronization',
  'DiscTapeRequest',
  'DiscTapeRestore',
  'BLMRequest',
  'BLMRestore',
  'OnlineFileSummary',
  'Registration',
  'LANAnalyze',
  'Validation',
  'Retention',
  'TapeConversion',
  'CacheCopy',
  'CacheMonitor',
  'AppAutoUpgrade',
  'Convert',
  'CancelConvert',
  'CleanLocalOnlyTrash',
  'Connection',
  'TestConnection',
  'CloudDatabaseUpload',
  'LANResourceDiscovery',
  'SnapshotRestore',
  'SnapshotTransfer',
  'CancelSnapshotTransfer',
] as const;
export type ActivityType = (typeof activityTypes)[number];

/** A word of the log longer than this is none of ours. */
const wordLengthMax = 60;
const bare = (text: string): string =>
  text
    .slice(0, wordLengthMax)
    .toLowerCase()
    .replace(/[^a-z]/g, '');

const byBare = <Name extends string>(names: readonly Name[]): ReadonlyMap<string, Name> =>
  new Map(names.map((name) => [bare(name), name]));
// Pure, so that a page that asks for the types alone does not carry the names of all states.
const byBareName = /* @__PURE__ */ byBare<CompletionName>(completionNames);
const byBareType = /* @__PURE__ */ byBare<ActivityType>(activityTypes);

/** `Failed VSS Snapshot` and `FailedVSSSnapshot` are one completion; null for a word not known. */
export const completionOf = (text: string): CompletionName | null =>
  byBareName.get(bare(text)) ?? null;

/** `Daily Admin` and `DailyAdmin` are one type; null for a word not known. */
export const activityTypeOf = (text: string): ActivityType | null =>
  byBareType.get(bare(text)) ?? null;

/**
 * The one definition of what counts as a backup, for sums, ratios, the history of a set and sentences:
 * Backup and CDPBackup. A run without a written type is taken for one, because figures of a log that
 * leaves the column out would be of nothing else; a type that we do not know is not.
 */
export function isBackupType(text: string): boolean {
  const type = activityTypeOf(text);
  return text.trim() === '' || type === 'Backup' || type === 'CDPBackup';
}

const completedWords = new Set(['completed', 'succeeded', 'successful', 'success']);

/** Whether a cell holds a word of either completion scale. */
export const isCompletionWord = (text: string): boolean => {
  const word = bare(text);
  return (
    completedWords.has(word) ||
    word === 'completedwitherrors' ||
    word === 'completedwithwarnings' ||
    word === 'incomplete' ||
    byBareName.has(word)
  );
};

/** What a completion says by its word alone, before errors and warnings are looked at. */
export type CompletionClass = 'orderly' | 'with-errors' | 'with-warnings' | 'stopped' | 'unknown';

export function completionClass(completion: string): CompletionClass {
  const word = bare(completion);
  if (word === 'completedwitherrors') return 'with-errors';
  if (word === 'completedwithwarnings') return 'with-warnings';
  if (completedWords.has(word)) return 'orderly';
  return word === 'incomplete' || byBareName.has(word) ? 'stopped' : 'unknown';
}

/**
 * How a run ended: the words of the coarse scale as they are; an orderly end judged by its counts of
 * errors and warnings; any other known word is a run that did not finish.
 */
export function outcomeOf(
  completion: CompletionClass,
  errors: number | null,
  warnings: number | null,
): Outcome {
  switch (completion) {
    case 'with-errors':
      return 'completed_with_errors';
    case 'with-warnings':
      return 'completed_with_warnings';
    case 'orderly':
      if ((errors ?? 0) > 0) return 'completed_with_errors';
      return (warnings ?? 0) > 0 ? 'completed_with_warnings' : 'completed';
    case 'stopped':
      return 'incomplete';
    case 'unknown':
      return 'running_or_unknown';
    default:
      return completion satisfies never;
  }
}
