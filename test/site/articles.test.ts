/**
 * What the provider's guides say stands in the articles: each row is a label, a figure or a warning of
 * the source, as a reader finds it. And the anchors of the sections, which links from elsewhere name.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { named, readSite } from './built-site.ts';

const site = readSite('dist', '');

/** The words of a page's main part, without tags, with one kind of quote and of space. */
function wordsOf(address: string): string {
  const html = site.pages.get(address)?.html ?? '';
  const main = /<main[\s\S]*?<\/main>/.exec(html)?.[0] ?? '';
  return main
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<svg\b[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replace(/[‘’]|&#39;|&#x27;/g, "'")
    .replace(/[“”]|&quot;/g, '"')
    .replaceAll('…', '...')
    .replace(/\s+/g, ' ');
}

const facts: Readonly<Record<string, readonly string[]>> = {
  '/articles/media-agent-networking/': [
    'the device that transmits the packet chooses it',
    'many-to-one',
    'one-to-one',
    'sink',
    'several environments with one agent each',
    'switch-assisted',
    'same method of teaming',
    'that of a single link',
    'two hops',
    'from MAC address X to MAC address Y',
    'source IP X and destination IP Y',
    'only if it comes from several sources',
    'several hosts that write to one storage system',
    'every combination of source and destination address',
    'low in the storage stack',
    'requester',
    'one IP address or one DNS name',
    'bind each of them to an IP address of its own',
    'routing tables',
    'no "easy" button',
    'aggregate the interfaces with LACP',
    'use iSCSI and MPIO rather than CIFS or NFS',
    'use 10GbE',
  ],
  '/articles/linux-restore-with-sudo/': [
    '/etc/sudoers',
    'root-level access',
    'Alternate location',
    '>>',
    'Ask for credentials',
    "'sudo' as alternate user",
    'name or the IP address of the restore target',
    'same password as in the previous step',
    "do not enter root's password here",
    "The sudo utility uses the regular user's password",
    'truncate the path',
    'Accept the defaults',
    'in progress',
    'Verify that the restore completed',
    'targetpw',
    'rootpw',
    'runaspw',
    'NOPASSWD',
    'SUSE',
    'sudo-rs',
    'visiblepw',
  ],
  '/articles/ds-client-logs/': [
    'Activity Log',
    'current and the previous day',
    'nodes (backup clients)',
    'Find',
    'start time',
    'end time',
    'total duration',
    'can be sorted',
    'Online',
    'Transmitted...',
    '32,216,449,024',
    '5,242,880',
    'roughly 5 MB',
    'from the backup client to the DS-Client',
    'after compression and encryption',
    'Completed with Errors',
    'Completed with Warnings',
    'Event Log',
    'red X',
    'yellow !',
    'no permission to read',
    'being used by another process',
    'moved or deleted',
    'The network name cannot be found.',
    'checks the backup sets for errors on a daily basis and will correct any critical issues',
    'daily or weekly reports',
    'Right-click anywhere in the Activity Log and select "Save As"',
    'text or Excel spreadsheet',
  ],
  '/news/veeam-gold-partner/': [
    'Gold Partner',
    'Veeam ProPartner Program',
    'Enterprise Solutions team',
    "Veeam's technical team",
    'Gold/Platinum',
  ],
};

describe('an article says what its source says', () => {
  for (const [address, rows] of Object.entries(facts)) {
    test(address, () => {
      const words = wordsOf(address);
      assert.deepEqual(
        rows.filter((fact) => !words.includes(fact)),
        [],
      );
    });
  }
});

/** Sections that links from elsewhere name. The lists only grow. */
const sections: Readonly<Record<string, readonly string[]>> = {
  '/articles/media-agent-networking/': [
    'who-decides',
    'clients-to-agent',
    'alb',
    'lacp-still-slow',
    'agent-to-storage',
    'two-hops',
    'alb-to-storage',
    'lacp-to-storage',
    'iscsi-mpio',
    'file-storage',
    'several-shares',
    'recommendation',
    'calculator',
    'check',
  ],
  '/articles/linux-restore-with-sudo/': [
    'before-you-start',
    'steps',
    'check-sudoers',
    'choose-files',
    'alternate-location',
    'server-and-boxes',
    'login',
    'root-same-password',
    'restore-location',
    'accept-defaults',
    'restore-running',
    'verify',
    'which-password',
    'how-to-tell',
    'messages',
    'least-harm',
    'not-known',
  ],
  '/articles/ds-client-logs/': [
    'who-checks',
    'open',
    'connect',
    'open-the-log',
    'parameters',
    'find',
    'backup-windows',
    'online-and-transmitted',
    'worked-example',
    'completed-with-errors',
    'event-log',
    'network-name',
    'save-as',
    'explain',
  ],
};

describe('a section keeps its address', () => {
  for (const [address, anchors] of Object.entries(sections)) {
    test(address, () => {
      const ids = site.pages.get(address)?.ids ?? new Set();
      assert.deepEqual(
        anchors.filter((anchor) => !ids.has(anchor)),
        [],
      );
    });
  }
});

test('every step of the restore has a drawing that says in a sentence what it shows', () => {
  const page = site.pages.get('/articles/linux-restore-with-sudo/');
  assert.ok(page);
  const classes = (name: string) =>
    named(page, name).map(({ attributes }) => attributes.get('class') ?? '');
  const steps = classes('li').filter((value) => /\bstep\b/.test(value));
  const drawings = named(page, 'svg').filter(
    ({ attributes }) => attributes.get('class') === 'dialog' && attributes.get('role') === 'img',
  );
  assert.equal(steps.length, 10);
  assert.equal(drawings.length, steps.length);
  const titles = named(page, 'title').filter(({ text }) => text.endsWith('Simplified drawing.'));
  assert.equal(titles.length, drawings.length);
});
