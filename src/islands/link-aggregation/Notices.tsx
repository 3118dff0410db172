import { useEffect, useRef } from 'preact/hooks';

interface FailureProps {
  /** Whether what computes could not be fetched or started. */
  readonly failed: boolean;
  /** Asks for it again. */
  readonly onAgain: () => void;
  /** The id of what takes the focus from the button, which goes once it has helped. */
  readonly answerId: string;
}

function Failure({ failed, onAgain, answerId }: FailureProps) {
  const pressed = useRef(false);
  useEffect(() => {
    if (!failed && pressed.current) document.getElementById(answerId)?.focus();
    pressed.current = false;
  }, [failed]);
  const press = () => {
    pressed.current = true;
    onAgain();
  };
  if (!failed) return null;
  return (
    <p class="lag-notice" role="alert">
      The calculation could not be started. Check the connection.{' '}
      <button type="button" class="lag-small" data-screen-only onClick={press}>
        Try again
      </button>
    </p>
  );
}

interface Props extends FailureProps {
  /** What is wrong with the link in the address bar. */
  readonly link: string | undefined;
  /** Whether the figures are those of the build, not those of the link that was opened. */
  readonly isExample: boolean | undefined;
  /** What a link names and the catalogue of devices does not have. */
  readonly missing: readonly string[];
  /** Whether that link has not been read, since what reads it did not come. */
  readonly isUnread: boolean;
}

/** Why the figures below may not be those that the reader asked for. */
export function Notices({ link, isExample, isUnread, missing, ...failure }: Props) {
  return (
    <>
      {(link || isExample || isUnread) && (
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
      <Failure {...failure} />
    </>
  );
}
