import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { parse } from 'yaml';
import type { MessageEntry } from '../../src/core/ds-client-log/catalogue.ts';
import { severities } from '../../src/core/ds-client-log/diagnostics.ts';
import { messageMatcher } from '../../src/core/ds-client-log/messages.ts';
import { openLog } from '../../src/core/ds-client-log/read-log.ts';
import type { Reading } from '../../src/core/ds-client-log/reading.ts';
import { checkDiagnostics } from './logs/check-diagnostics.ts';
import { checkFigures } from './logs/check-figures.ts';
import { checkInvariants, checkMust } from './logs/check-invariants.ts';
import { checkRows, checkTable, type Compare } from './logs/check-table.ts';
import type { HeldInBrowser } from './logs/held-in-browser.ts';
import { Findings, type Judged } from './logs/findings.ts';
import { inflate } from './logs/inflate.ts';
import { unknownClaims } from './logs/claims.ts';
import type { Sidecar } from './logs/sidecar.ts';
import type { CaseOutcome, Runner } from './report.ts';

const ownData = join(import.meta.dirname, 'data', 'logs');
const content = join(import.meta.dirname, '..', '..', 'content', 'log-messages');
const suffix = '.expect.json';
/** A sample that takes longer than this hangs, whatever it returns in the end. */
const millisecondsMax = 10_000;

/** The catalogue as authors wrote it. */
export const catalogue = (): readonly MessageEntry[] =>
  readdirSync(content)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => parse(readFileSync(join(content, name), 'utf8')) as MessageEntry);

const match = messageMatcher(catalogue());

function checkVerdict(
  sidecar: Sidecar,
  reading: Reading,
  compare: Compare,
): 'refused-as-allowed' | null {
  if (reading.kind === 'rejected' && sidecar.may_refuse_with !== undefined) {
    // The reason alone: how the letters were read may have been said before it.
    const reasons = reading.diagnostics.filter(({ severity }) => severity === 'error');
    compare(
      'may_refuse_with',
      [sidecar.may_refuse_with],
      reasons.map(({ code }) => code),
    );
    return 'refused-as-allowed';
  }
  if (sidecar.expect === undefined) return null;
  const wantsReject = sidecar.expect === 'reject';
  compare(
    'expect',
    sidecar.expect,
    (reading.kind === 'rejected') === wantsReject ? sidecar.expect : reading.kind,
  );
  const errors = reading.diagnostics.filter((d) => severities[d.code] === 'error').length;
  if (wantsReject) compare('a rejection says why', true, errors > 0);
  return null;
}

/** What a sidecar without a list of diagnostics still says of them. */
function checkUnlisted(sidecar: Sidecar, reading: Reading, compare: Compare): void {
  const grave = reading.diagnostics.filter(({ severity }) => severity !== 'info');
  if (sidecar.expect === 'accept') {
    compare(
      'diagnostics of a file to accept without a warning',
      [],
      grave.map(({ code }) => code),
    );
  } else if (sidecar.expect === 'accept-with-warnings') {
    compare('something is said about the file', true, reading.diagnostics.length > 0);
  }
}

/** A sidecar; null for one that is no JSON object. */
function sidecarOf(file: string): Sidecar | null {
  try {
    const read: unknown = JSON.parse(readFileSync(file + suffix, 'utf8'));
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? read : null;
  } catch {
    return null;
  }
}

/** That the sample is the one its sidecar was written for. */
function checkSample(sidecar: Sidecar, bytes: Uint8Array, compare: Compare): void {
  if (sidecar.bytes !== undefined) compare('bytes of the sample', sidecar.bytes, bytes.length);
  if (sidecar.sha256 !== undefined) {
    const sum = createHash('sha256').update(bytes).digest('hex');
    compare('sha256 of the sample', sidecar.sha256, sum);
  }
}

async function readInTime(bytes: Uint8Array, compare: Compare): Promise<Reading> {
  const begun = performance.now();
  const reading = await openLog(bytes, inflate);
  const spent = performance.now() - begun;
  if (spent > millisecondsMax) {
    compare('time to read', `under ${millisecondsMax} ms`, `${Math.round(spent)} ms`);
  }
  return reading;
}

function checkReading(sidecar: Sidecar, reading: Reading, findings: Findings): void {
  const { compare, remark } = findings;
  if (checkVerdict(sidecar, reading, compare)) {
    remark(`refused with ${sidecar.may_refuse_with}, as its sidecar allows`);
    return;
  }
  if (sidecar.diagnostics === undefined) checkUnlisted(sidecar, reading, compare);
  else checkDiagnostics(sidecar.diagnostics, reading.diagnostics, compare, remark);
  const accepted = reading.kind === 'rejected' ? null : reading;
  if (accepted) {
    checkTable(sidecar, accepted, compare, remark);
    checkRows(sidecar, accepted, compare);
    checkFigures(sidecar, accepted, match, compare);
    checkInvariants(accepted, compare);
  }
  for (const sentence of sidecar.must ?? []) {
    const held = checkMust(sentence, accepted, compare);
    if (held.kind === 'browser') findings.heldInBrowser.push(held.held);
    if (held.kind === 'unknown') {
      findings.uncovered.push(`no check for the sentence "${sentence}"`);
    }
  }
}

async function judge(file: string, id: string): Promise<Judged> {
  const findings = new Findings(id);
  const sidecar = sidecarOf(file);
  if (sidecar === null) {
    findings.failures.push('its sidecar is no JSON object');
    return findings.judged();
  }
  const bytes = readFileSync(file);
  findings.uncovered.push(...unknownClaims(sidecar).map((key) => `no check for "${key}"`));
  checkSample(sidecar, bytes, findings.compare);
  try {
    checkReading(sidecar, await readInTime(bytes, findings.compare), findings);
  } catch (error) {
    findings.failures.push(`threw ${String(error)}`);
  }
  return findings.judged();
}

/** Files that have a sidecar, in the folder and everything under it; or the one file that is named. */
function samples(folder: string): readonly string[] {
  if (!statSync(folder).isDirectory()) {
    return [folder.endsWith(suffix) ? folder.slice(0, -suffix.length) : folder];
  }
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(suffix))
    .map((name) => join(folder, name.slice(0, -suffix.length)))
    .toSorted();
}

/**
 * `npm run conformance -- logs [folder or file]`: every sample with a sidecar, good and hostile, read by the
 * core and held against what the sidecar says.
 */
export const run: Runner = async (path = ownData) => {
  const cases: CaseOutcome[] = [];
  const remarks: string[] = [];
  const browser: HeldInBrowser[] = [];
  for (const file of samples(path)) {
    const id = statSync(path).isDirectory() ? relative(path, file) : basename(file);
    const missing = [file, file + suffix].find((name) => !existsSync(name));
    if (missing !== undefined) {
      cases.push({ id, outcome: 'failed', detail: `there is no ${basename(missing)}` });
      continue;
    }
    const judged = await judge(file, id);
    cases.push(judged.outcome);
    remarks.push(...judged.remarks);
    browser.push(...judged.heldInBrowser);
  }
  for (const held of new Set(browser)) {
    const times = browser.filter((one) => one === held).length;
    const gap = held.gap === undefined ? '' : `; ${held.gap}`;
    remarks.push(
      `${times} times "${held.sentence}": held by "${held.test}" in test/browser/${held.file}${gap}`,
    );
  }
  return { cases, remarks };
};
