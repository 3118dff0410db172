import { Component, type ComponentChildren } from 'preact';

interface Props {
  /** Its turn to be drawn has come; until then what was drawn before stays. */
  readonly isDue: boolean;
  /** What the children are made of. They are drawn again only when one of these is another. */
  readonly of: readonly unknown[];
  readonly children: ComponentChildren;
}

/** A part of the page that is left alone while others change: a large log has thousands of elements. */
export class Kept extends Component<Props> {
  #drawn: readonly unknown[] | null = null;

  override shouldComponentUpdate({ isDue, of }: Props): boolean {
    return isDue && (this.#drawn === null || of.some((part, at) => part !== this.#drawn?.[at]));
  }

  override render({ of, children }: Props) {
    this.#drawn = of;
    return children;
  }
}
