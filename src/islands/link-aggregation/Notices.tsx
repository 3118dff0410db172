interface Props {
  /** What is wrong with the link in the address bar. */
  readonly link: string | undefined;
  /** Whether the figures are those of the build, not those of the link that was opened. */
  readonly isExample: boolean | undefined;
  /** What a link names and the catalogue of devices does not have. */
  readonly missing: readonly string[];
  /** Whether the worker that computes could not be started. */
  readonly failed: boolean;
}

/** Why the figures below may not be those that the reader asked for. */
export function Notices({ link, isExample, missing, failed }: Props) {
  return (
    <>
      {(link || isExample) && (
        <p class="lag-notice" role="alert">
          {link}{' '}
          {isExample
            ? 'This is the standard example, not your link.'
            : 'The figures below are those shown before.'}
        </p>
      )}
      {missing.map((sentence) => (
        <p key={sentence} class="lag-notice" role="alert">
          {sentence}
        </p>
      ))}
      {failed && (
        <p class="lag-notice" role="alert">
          The calculation could not be started. Reload the page to try again.
        </p>
      )}
    </>
  );
}
