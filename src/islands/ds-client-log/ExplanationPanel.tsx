import { groupThousands } from '../../core/units.ts';
import { sourceMarkWords } from '../../core/ds-client-log/explain.ts';
import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import { leads, type SiteLinks } from './site-links.ts';
import type { Related } from './event-view.ts';
import type { ExplanationView } from './view.ts';

interface Props {
  readonly explanation: ExplanationView;
  readonly links: SiteLinks;
  readonly heading: 'h3' | 'h4';
}

/** What a second log holds about the line: the events of an activity, or the activity of an event. */
const RelatedLines = ({
  related: { title, lines, notes },
  links,
}: {
  readonly related: Related;
  readonly links: SiteLinks;
}) => (
  <div class="log-related">
    <p class="log-related-title">{title}</p>
    <ul>
      {lines.map(({ count, text, messageId, paths }) => (
        <li key={text.text}>
          {count > 0 && `${groupThousands(String(count))} × `}
          <CellText text={text.text} more={text.more} />{' '}
          {messageId !== null && <a {...leads(links, `${links.messages}${messageId}/`)}>More</a>}
          {paths.first.map((path) => (
            <p key={path.text.text} class="log-place">
              <CellText text={path.text.text} more={path.text.more} />
            </p>
          ))}
          {paths.more > 0 && (
            <p class="log-place">
              and {groupThousands(String(paths.more))} more, with the message above the table
            </p>
          )}
        </li>
      ))}
    </ul>
    {notes.map((note) => (
      <p key={note} class="log-place">
        {note}
      </p>
    ))}
  </div>
);

/** What a cell says, sentence by sentence, each with where it is from. */
export function ExplanationText({ explanation, links, heading: Heading }: Props) {
  const { title, place, written, sentences, facts, columnId, messageId, related } = explanation;
  return (
    <>
      <Heading class="log-said-title">
        <CellText text={title.slice(0, 120)} />
      </Heading>
      {place !== '' && (
        <p class="log-place">
          <CellText text={place} />
        </p>
      )}
      {written !== null && written.text !== '' && (
        <p class="log-written">
          <CellText text={written.text} more={written.more} />
        </p>
      )}
      {sentences.map(({ text, mark, strong }) => (
        <p key={text} class="log-sentence" data-strong={strong}>
          <CellText text={text} />{' '}
          <span class="log-mark" data-mark={mark}>
            {sourceMarkWords[mark]}
          </span>
        </p>
      ))}
      {facts.length > 0 && (
        <dl class="log-facts">
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {related && <RelatedLines related={related} links={links} />}
      {(columnId !== null || messageId !== null) && (
        <p class="log-further">
          {columnId !== null && (
            <a {...leads(links, `${links.columns}#${columnId}`)}>More about this column</a>
          )}
          {messageId !== null && (
            <a {...leads(links, `${links.messages}${messageId}/`)}>
              More about this state or message
            </a>
          )}
        </p>
      )}
    </>
  );
}

/** Beside the table on a wide page, under it on a narrow one; read out when it changes. */
export function ExplanationPanel({
  explanation,
  links,
  follows,
}: {
  readonly explanation: ExplanationView | null;
  readonly links: SiteLinks;
  /** The reader has chosen a cell: from now on its explanation stays in sight on a narrow page. */
  readonly follows: boolean;
}) {
  return (
    <aside
      class="log-said"
      aria-label="Explanation"
      aria-live="polite"
      data-follows={follows ? true : undefined}
    >
      {explanation ? (
        <ExplanationText explanation={explanation} links={links} heading="h3" />
      ) : (
        <p class="log-place">
          Choose a cell, or the question mark beside a label: what it says stands here. With the
          keyboard, the arrow keys move and Enter chooses.
        </p>
      )}
    </aside>
  );
}
