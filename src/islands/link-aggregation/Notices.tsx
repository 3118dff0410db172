interface Props {
  /** What is wrong with the link in the address bar. */
  readonly link: string | undefined;
  /** Whether the worker that computes could not be started. */
  readonly failed: boolean;
  /** The fields that cannot be read; empty if all can. */
  readonly places: string;
}

/** Why the figures below may not be those that the reader asked for. */
export function Notices({ link, failed, places }: Props) {
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
      {places !== '' && (
        <p class="lag-notice lag-notice-stale">
          <strong>Out of date.</strong> These are the last figures that could be computed. To be put
          right: {places}.
        </p>
      )}
    </>
  );
}
