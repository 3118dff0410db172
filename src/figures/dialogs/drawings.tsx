import type { FunctionComponent } from 'preact';
import * as logs from './logs.tsx';
import * as restore from './restore.tsx';

/** A drawing with the sentence that stands under it and the one that is read in its place. */
export interface DialogDrawing {
  readonly id: string;
  /** What a person who does not see the drawing needs from it. */
  readonly alternative: string;
  /** Names the numbers of the marks; stands under the drawing. */
  readonly caption: string;
  readonly Body: FunctionComponent;
}

/** The drawings that articles show, in the order of their steps. */
export const dialogDrawings = [
  {
    id: 'check-sudoers',
    alternative: 'A rule for the user backupuser stands in the file /etc/sudoers.',
    caption: 'The rule for your user stands in the file (1).',
    Body: restore.CheckSudoers,
  },
  {
    id: 'choose-files',
    alternative: 'In the restore dialog, three of five folders are ticked.',
    caption: 'Tick what is to be restored (1).',
    Body: restore.ChooseFiles,
  },
  {
    id: 'alternate-location',
    alternative: 'Alternate location is selected; the button with two arrows is beside it.',
    caption: 'Alternate location (1), then the button >> (2).',
    Body: restore.AlternateLocation,
  },
  {
    id: 'server-and-boxes',
    alternative:
      'The server name is filled in; Ask for credentials and ‘sudo’ as alternate user are both ticked.',
    caption: 'The server’s name or IP address (1), and both boxes ticked (2).',
    Body: restore.ServerAndBoxes,
  },
  {
    id: 'login',
    alternative: 'The first pair holds the name backupuser and that user’s password.',
    caption: 'The sudo user’s name (1) and that user’s password (2).',
    Body: restore.Login,
  },
  {
    id: 'root-same-password',
    alternative: 'The second pair holds the name root and the same password as the first pair.',
    caption: 'The word root (1) and the same password as in the step before (2).',
    Body: restore.RootSamePassword,
  },
  {
    id: 'restore-location',
    alternative:
      'The restore location is /restore, and the folders before the file name are cut off.',
    caption: 'The location (1) and, if required, the part of the path that is cut off (2).',
    Body: restore.RestoreLocation,
  },
  {
    id: 'accept-defaults',
    alternative: 'The remaining settings stay as they are offered.',
    caption: 'Change nothing here (1).',
    Body: restore.AcceptDefaults,
  },
  {
    id: 'restore-running',
    alternative: 'A bar shows how far the restore has got.',
    caption: 'The restore is running (1).',
    Body: restore.RestoreRunning,
  },
  {
    id: 'verify',
    alternative: 'The restore is reported as completed, with no errors.',
    caption: 'The restore is reported as completed (1).',
    Body: restore.Verify,
  },
  {
    id: 'activity-log-menu',
    alternative: 'In DS-User the menu Logs is open; its entry Activity Log is marked.',
    caption: 'The menu Logs (1) and its entry Activity Log (2).',
    Body: logs.ActivityLogMenu,
  },
  {
    id: 'activity-log-parameters',
    alternative:
      'Dates and times, kind of activity, node and backup set are filled in; the button Find is below.',
    caption: 'Dates and times, kind of activity, node and backup set (1), then Find (2).',
    Body: logs.ActivityLogParameters,
  },
  {
    id: 'activity-log-columns',
    alternative: 'Three backup sets with the times they started and ended, and how long they took.',
    caption: 'Start, End and Duration of each backup (1). The last one ended on the next day.',
    Body: logs.ActivityLogColumns,
  },
  {
    id: 'event-log-button',
    alternative:
      'A line that says Completed with Errors is selected; the button Event Log is below.',
    caption: 'Select the line (1), then click Event Log (2).',
    Body: logs.EventLogButton,
  },
  {
    id: 'event-log',
    alternative:
      'A list of events, one flagged with a red X and one with a yellow exclamation mark; the detail of the error is shown below.',
    caption:
      'A red X is an error, a yellow ! a warning. Select an event (1) to see its detail (2).',
    Body: logs.EventLog,
  },
  {
    id: 'save-as',
    alternative:
      'A right-click in the Activity Log has opened a menu; its entry Save As is marked.',
    caption: 'Right-click anywhere in the log (1) and select Save As (2).',
    Body: logs.SaveAs,
  },
] as const satisfies readonly DialogDrawing[];

export type DialogId = (typeof dialogDrawings)[number]['id'];

/** The drawing of that id. Every id has one, so this throws only if a caller bent the types. */
export function dialogDrawing(id: DialogId): DialogDrawing {
  const found = dialogDrawings.find((drawing) => drawing.id === id);
  if (found === undefined) throw new Error(`There is no drawing "${id}".`);
  return found;
}
