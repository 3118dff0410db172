import { useRef, useState } from 'preact/hooks';
import type { LogSource } from './protocol.ts';

interface Props {
  readonly live: boolean;
  readonly onOpen: (source: LogSource) => void;
  readonly onFiles: (files: Iterable<File>) => void;
  readonly isReady: boolean;
}

/** The button that opens the browser's own choice of files. */
function FileChoice({ live, onFiles }: Pick<Props, 'live' | 'onFiles'>) {
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={file}
        id="log-file"
        class="log-file"
        type="file"
        multiple
        aria-label="Choose a saved log"
        // The button beside it is what a keyboard and a screen reader meet.
        aria-hidden="true"
        tabIndex={-1}
        disabled={!live}
        onChange={({ currentTarget }) => {
          onFiles(currentTarget.files ?? []);
          // The same file can be chosen again after it was saved anew.
          currentTarget.value = '';
        }}
      />
      <button
        type="button"
        id="log-choose"
        class="button"
        data-primary
        disabled={!live}
        onClick={() => file.current?.click()}
      >
        Choose a saved log…
      </button>
    </>
  );
}

function PastedLines({ live, onOpen }: Pick<Props, 'live' | 'onOpen'>) {
  const [text, setText] = useState('');
  return (
    <details class="log-paste">
      <summary>Paste lines from DS-User</summary>
      <label htmlFor="log-text">Lines of a log</label>
      <p id="log-text-note">
        One or many, with or without the column labels. They stay on this machine.
      </p>
      <textarea
        id="log-text"
        aria-describedby="log-text-note"
        rows={5}
        spellcheck={false}
        autocomplete="off"
        value={text}
        disabled={!live}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <button
        type="button"
        class="button"
        disabled={!live || text.trim() === ''}
        onClick={() => onOpen({ kind: 'text', text })}
      >
        Explain these lines
      </button>
    </details>
  );
}

/** Where a log comes in: a file, pasted lines, or the sample. Dropping is the tool's as a whole. */
export const SourcePicker = ({ live, isReady, onOpen, onFiles }: Props) => (
  <div class="log-source">
    <p class="log-source-ways">
      <FileChoice live={live} onFiles={onFiles} />
      <span class="log-source-or">or drop it anywhere on this tool</span>
      <button
        type="button"
        class="log-quiet"
        disabled={!live}
        onClick={() => onOpen({ kind: 'sample' })}
      >
        Show the sample
      </button>
    </p>
    <p class="log-stays" data-ready={isReady ? true : undefined}>
      The log stays on this machine.
      {isReady && ' Ready: from now on this page needs no network.'}
    </p>
    <PastedLines live={live} onOpen={onOpen} />
  </div>
);
