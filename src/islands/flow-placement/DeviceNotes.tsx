import { filledCommand } from '../../core/link-aggregation/placement/test-command.ts';
import type { Flow } from '../../core/link-aggregation/placement/flow.ts';
import type { FlowQuestion } from '../../core/link-aggregation/placement/flow-form.ts';
import type { FlowSummary } from '../../core/link-aggregation/placement/summary.ts';
import { certaintyWords } from '../../core/link-aggregation/placement/summary-words.ts';
import type { DeviceDetails } from '../../core/link-aggregation/placement/flow-ticket.ts';
import type { Details } from './use-details.ts';

const absent = {
  coming: 'The sources of this device are on their way.',
  failed: 'The sources of this device could not be loaded. Choose it again to try once more.',
} as const;

const known = (details: Details): details is DeviceDetails => typeof details === 'object';

/** How sure the answer is and whose word it is: under every answer, never folded away. */
export function Trust({
  question,
  summary,
  details,
}: {
  readonly question: FlowQuestion;
  readonly summary: FlowSummary;
  readonly details: Details;
}) {
  return (
    <p class="fp-trust">
      <strong>{certaintyWords(question, summary)}</strong>{' '}
      {known(details) ? <Sources details={details} /> : absent[details]}
    </p>
  );
}

function Sources({ details: { sources } }: { readonly details: DeviceDetails }) {
  if (sources.length === 0) return null;
  return (
    <>
      {sources.length === 1 ? 'Source: ' : 'Sources: '}
      {sources.map(({ title, url, note }, index) => (
        <>
          {index > 0 && '; '}
          {url === undefined ? title : <a href={url}>{title}</a>}
          {note && ` (${note.replace(/\.$/, '')})`}
        </>
      ))}
      .
    </>
  );
}

interface Props {
  readonly details: Details;
  readonly flow: Flow | undefined;
}

/** What to type on the device, and what is worth knowing about it. */
export function DeviceNotes({ details, flow }: Props) {
  if (!known(details)) return <p>{absent[details]}</p>;
  return (
    <>
      <dl class="fp-commands">
        {details.commands.map(({ run, shows, perFlow }) => (
          <div key={run}>
            <dt>
              <code>{perFlow && flow ? filledCommand(run, flow) : run}</code>
            </dt>
            <dd>{shows}</dd>
          </div>
        ))}
      </dl>
      <ul>
        {details.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}
