import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface Props {
  /** A file was refused: what is below is not what the reader asked for. */
  readonly isOld: boolean;
  readonly name: string;
  readonly children: ComponentChildren;
}

/** The open log; folded away after a refusal, so that nobody reads it as the file that was refused. */
export function ShownBefore({ isOld, name, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {isOld && (
        <button
          type="button"
          class="button log-before"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          The log shown before: <CellText text={name.slice(0, 80)} />
        </button>
      )}
      <div class="log-shown" hidden={isOld && !isOpen}>
        {children}
      </div>
    </>
  );
}
