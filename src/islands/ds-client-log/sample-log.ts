/**
 * A night and a day of a fictional customer: hosts named EXAMPLE-*, status words of the provider's
 * guide and of the DS-Client API. It is the text that the conformance tests read as
 * `activity-tab.txt`, as DS-User might save it: tab-separated, times with AM and PM.
 */
// A line of the file each, with a bar for the tab, so that it can be read as a table.
const lines = [
  'User Name|Type|Owner|Description|Errors|Warnings|Start|End|Duration|Files|Online|Transmitted|Completion',
  '|Backup|EXAMPLE\\backup.svc|EXAMPLE-SQL01 - Orders database|0|0|3/2/2026 1:00:00 AM|2:12:40 AM|1:12:40|5|32,216,449,024|5,242,880|Completed',
  '|Backup|EXAMPLE\\backup.svc|EXAMPLE-LNX01 - etc and home|0|0|3/2/2026 2:15:00 AM|2:21:31 AM|0:06:31|211|734,003,200|58,720,256|Completed',
  '|Backup|EXAMPLE\\backup.svc|EXAMPLE-LNX02 - Web root|17|0|3/2/2026 2:15:00 AM|2:19:02 AM|0:04:02|96|157,286,400|12,582,912|Completed with Errors',
  '|Backup|EXAMPLE\\backup.svc|EXAMPLE-WEB03 - IIS content|214|0|3/2/2026 3:00:00 AM|3:00:41 AM|0:00:41|0|0|0|Share Unavailable',
  '|Daily Admin|SYSTEM|Daily Admin|0|0|3/2/2026 5:00:00 AM|5:19:58 AM|0:19:58|0|0|18,874,368|Completed',
  '|Retention|EXAMPLE\\backup.svc|EXAMPLE-FS01 - Home folders|0|0|3/2/2026 6:00:00 AM|6:11:12 AM|0:11:12|402|1,288,490,188|0|Completed',
  'EXAMPLE\\j.doe|Restore|EXAMPLE\\backup.svc|EXAMPLE-LNX01 - etc and home|0|0|3/2/2026 10:12:44 AM|10:14:53 AM|0:02:09|37|44,040,192|21,495,808|Completed',
  'EXAMPLE\\a.admin|Backup|EXAMPLE\\backup.svc|EXAMPLE-SQL01 - Orders database|0|1|3/2/2026 12:05:00 PM|12:49:10 PM|0:44:10|2|19,327,352,832|2,097,152|User Stopped',
  'EXAMPLE\\a.admin|Delete|EXAMPLE\\backup.svc|EXAMPLE-OLD99 - Decommissioned server|0|0|3/2/2026 2:00:00 PM|2:01:00 PM|0:01:00|12,000|77,309,411,328|0|Completed',
  '|Backup|EXAMPLE\\backup.svc|EXAMPLE-FS01 - Home folders|3|1|3/2/2026 10:00:00 PM|1:41:07 AM|3:41:07|18,204|9,876,543,210|1,234,567,890|Completed with Errors',
  '|Backup|EXAMPLE\\backup.svc|EXAMPLE-FS01 - Projects|0|0|3/2/2026 10:00:05 PM|10:58:25 PM|0:58:20|3,310|4,402,341,478|366,503,875|Completed',
  '|Backup|EXAMPLE\\backup.svc|EXAMPLE-MAIL01 - Mail stores|0|12|3/2/2026 11:30:00 PM|2:15:00 AM|2:45:00|9|118,111,600,640|2,684,354,560|Completed with Warnings',
  '|Backup|EXAMPLE\\backup.svc|EXAMPLE-SQL01 - Orders database|0|0|3/3/2026 1:00:00 AM|2:14:02 AM|1:14:02|1|32,212,254,720|6,291,456|Completed',
  '|Backup|EXAMPLE\\backup.svc|EXAMPLE-LNX01 - etc and home|0|0|3/3/2026 2:15:00 AM|2:21:12 AM|0:06:12|187|702,545,920|55,574,528|Completed',
  '|Backup|EXAMPLE\\backup.svc|EXAMPLE-LNX02 - Web root|17|0|3/3/2026 2:15:00 AM|2:19:00 AM|0:04:00|95|156,237,824|12,058,624|Completed with Errors',
  '|Synchronization|EXAMPLE\\backup.svc|EXAMPLE-WEB03 - IIS content|0|2|3/3/2026 3:00:30 AM|3:03:33 AM|0:03:03|0|0|524,288|Completed with Warnings',
  '|Daily Admin|SYSTEM|Daily Admin|0|0|3/3/2026 5:00:00 AM|5:21:30 AM|0:21:30|0|0|19,922,944|Completed',
  '|Backup|EXAMPLE\\backup.svc|EXAMPLE-FS02 - Archive (first full)|0|0|3/3/2026 7:00:00 AM|4:30:00 PM|9:30:00|250,114|549,755,813,888|498,216,206,336|Completed',
  '|Backup|EXAMPLE\\backup.svc|EXAMPLE-VM07 - VM image|0|0|3/3/2026 8:00:00 AM|9:30:00 AM|1:30:00|4|85,899,345,920|1,073,741,824|Disconnected',
  '|Backup|EXAMPLE\\backup.svc|EXAMPLE-HV02 - Virtual machines|1|0|3/3/2026 8:30:00 AM|8:31:35 AM|0:01:35|0|0|0|Failed VSS Snapshot',
  '|Backup|EXAMPLE\\backup.svc|EXAMPLE-FS01 - Projects|0|0|3/3/2026 10:00:05 PM|11:01:20 PM|1:01:15|3,402|4,509,715,660|371,195,904|Completed',
  '|Backup|EXAMPLE\\backup.svc|EXAMPLE-FS01 - Home folders|5|0|3/3/2026 10:00:00 PM|9:59:59 AM|11:59:59|187,650|98,784,247,808|96,636,764,160|Time Limit Reached',
  '|Backup|EXAMPLE\\backup.svc|EXAMPLE-KIOSK5 - Empty set|0|0|3/3/2026 10:30:00 PM|10:30:00 PM|0:00:00|0|0|0|Completed',
  '|Backup|EXAMPLE\\backup.svc|EXAMPLE-MAIL01 - Mail stores|||3/3/2026 11:30:00 PM||||||',
].map((line) => line.replaceAll('|', '\t'));

/** What stands in place of a file name. */
export const sampleName = 'the sample';

export const sampleLog = lines.map((line) => `${line}\r\n`).join('');
