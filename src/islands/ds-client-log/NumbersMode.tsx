import type { TypedNumbers } from './protocol.ts';
import { ExplanationText } from './ExplanationPanel.tsx';
import type { SiteLinks } from './site-links.ts';
import type { ExplanationView } from './view.ts';

interface Props {
  readonly numbers: TypedNumbers;
  readonly explanations: readonly ExplanationView[];
  readonly live: boolean;
  readonly links: SiteLinks;
  readonly onChange: (edit: Partial<TypedNumbers>) => void;
}

const fields = [
  ['online', 'Online', '32,216,449,024'],
  ['transmitted', 'Transmitted', '5,242,880'],
  ['duration', 'Duration', '1:12:40'],
] as const;

/** For somebody with one line before them and no file: three numbers in, sentences out. */
export function NumbersMode({ numbers, explanations, live, links, onChange }: Props) {
  const isUsed = Object.values(numbers).some((text) => text !== '');
  return (
    <details class="log-numbers" open={isUsed}>
      <summary>Only the numbers of one line? Type them</summary>
      <div class="log-numbers-fields">
        {fields.map(([name, label, example]) => (
          <div key={name} class="log-numbers-field">
            <label for={`log-numbers-${name}`}>{label}</label>
            <input
              id={`log-numbers-${name}`}
              name={name}
              inputMode={name === 'duration' ? 'text' : 'decimal'}
              autocomplete="off"
              spellcheck={false}
              maxLength={40}
              value={numbers[name]}
              disabled={!live}
              aria-describedby={`log-numbers-${name}-like`}
              onInput={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
            />
            <span id={`log-numbers-${name}-like`} class="log-place">
              like {example}
            </span>
          </div>
        ))}
      </div>
      <div class="log-numbers-said" aria-live="polite">
        {explanations.map((explanation) => (
          <section key={explanation.title}>
            <ExplanationText explanation={explanation} links={links} heading="h4" />
          </section>
        ))}
      </div>
    </details>
  );
}
