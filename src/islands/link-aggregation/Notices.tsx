interface Props {
  /** What is wrong with the link in the address bar. */
  readonly link: string | undefined;
  /** Whether the worker that computes could not be started. */
  readonly failed: boolean;
}

/** Why the figures below may not be those that the reader asked for. */
export function Notices({ link, failed }: Props) {
  return (
    <>
      {link && (
        <p class="lag-notice" role="alert">
          {link} The figures below are those shown before.
        </p>
      )}
      {failed && (
        <p class="lag-notice" role="alert">
          The calculation could not be started. Reload the page to try again.
        </p>
      )}
    </>
  );
}
