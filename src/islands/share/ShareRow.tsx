import type { ComponentChildren } from 'preact';
import { copySentence, useCopy } from './use-copy.ts';
import type { Copied, Text } from './use-copy.ts';

/** A button that copies something, or does something else with it. */
export type ShareAction =
  | {
      readonly kind: 'copy';
      readonly label: string;
      /** What is copied, to begin a sentence: `Ticket text`. */
      readonly what: string;
      readonly text: () => Text;
      /** Whether there is nothing to copy for now; what stands beside the row says why. */
      readonly disabled?: boolean;
    }
  | {
      readonly kind: 'do';
      readonly disabled?: never;
      readonly label: string;
      readonly what: string;
      readonly act: () => Promise<void>;
    };

interface Props {
  /** Unique on the page; the start of every id. */
  readonly id: string;
  readonly live: boolean;
  readonly actions: readonly ShareAction[];
  /** Tells a screen reader. */
  readonly say: (words: string) => void;
  /** The reader has reached for the row: what the texts need can be fetched. */
  readonly onReach?: () => void;
  /** What stands behind the buttons, such as a link to the page of the tool. */
  readonly children?: ComponentChildren;
}

/** The text to select by hand where the browser does not let a page write to the clipboard. */
function ByHand({ id, what, text }: { id: string } & Extract<Copied, { kind: 'by-hand' }>) {
  return (
    <div class="field">
      <label for={`${id}-manual`}>
        {`The browser did not allow copying. Select the text and copy it: ${what}`}
      </label>
      <textarea
        id={`${id}-manual`}
        readOnly
        rows={text.includes('\n') ? 8 : 2}
        ref={(area) => area?.select()}
        value={text}
      />
    </div>
  );
}

/** What can be taken away from a tool: one button each, and what became of the last one pressed. */
export function ShareRow({ id, live, actions, say, onReach, children }: Props) {
  const { copied, copy, run } = useCopy(say);
  const press = (action: ShareAction) =>
    void (action.kind === 'copy' ? copy(action.what, action.text()) : run(action.what, action.act));
  return (
    <>
      <div class="share-buttons" onFocusIn={onReach} onPointerEnter={onReach}>
        {actions.map((action) => (
          <button
            key={action.label}
            type="button"
            class={action.disabled ? 'button share-off' : 'button'}
            disabled={!live || action.disabled}
            onClick={() => press(action)}
          >
            {action.label}
          </button>
        ))}
        {children}
        {copied?.kind === 'copied' && <span class="share-done">{copySentence(copied)}</span>}
      </div>
      {copied?.kind === 'by-hand' && <ByHand id={id} {...copied} />}
      {copied?.kind === 'no-text' && <p class="field-error">{copySentence(copied)}</p>}
    </>
  );
}
