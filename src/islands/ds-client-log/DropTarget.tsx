import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface Props {
  readonly live: boolean;
  readonly children: ComponentChildren;
  readonly onDrop: (files: Iterable<File>) => void;
}

const holdsFile = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') ?? false;

/** The tool as a whole takes a dropped file; one dropped beside it does not replace the page. */
export function DropTarget({ live, children, onDrop }: Props) {
  const [isOver, setOver] = useState(false);
  const depth = useRef(0);

  useEffect(() => {
    const keepPage = (event: DragEvent) => {
      if (holdsFile(event)) event.preventDefault();
    };
    addEventListener('dragover', keepPage);
    addEventListener('drop', keepPage);
    return () => {
      removeEventListener('dragover', keepPage);
      removeEventListener('drop', keepPage);
    };
  }, []);

  return (
    <div
      class="log-tool"
      data-over={isOver ? true : undefined}
      data-live={live ? true : undefined}
      onDragEnter={(event) => {
        depth.current += 1;
        if (holdsFile(event)) setOver(true);
      }}
      onDragLeave={() => {
        // It may have been over the tool before the tool was there.
        depth.current = Math.max(0, depth.current - 1);
        if (depth.current === 0) setOver(false);
      }}
      onDrop={(event) => {
        depth.current = 0;
        setOver(false);
        const files = event.dataTransfer?.files;
        if (!files?.length) return;
        event.preventDefault();
        onDrop(files);
      }}
    >
      {children}
    </div>
  );
}
