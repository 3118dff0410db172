import type { ComponentChildren } from 'preact';

/**
 * The parts that all drawings of windows are made of. One grammar: words of the product and what a
 * person types stand in the typewriter face, our own words in italics; the part that the step is
 * about is marked with a number, everything else is quiet. No part is narrower than its words at
 * 320 units, the width at which a drawing is shown on the smallest screen.
 */
export const windowWidth = 320;
export const windowHeight = 252;

/** Whose words a text holds: the product's (or typed by the reader), or ours. */
type Voice = 'product' | 'ours';

interface WordsProps {
  readonly x: number;
  readonly y: number;
  readonly voice?: Voice;
  readonly loud?: boolean;
  readonly end?: boolean;
  readonly children: ComponentChildren;
}

/** One line of text; `y` is its baseline. */
export function Words({
  x,
  y,
  voice = 'product',
  loud = false,
  end = false,
  children,
}: WordsProps) {
  return (
    <text
      x={x}
      y={y}
      class={`dialog-${voice}${loud ? ' dialog-loud' : ''}`}
      text-anchor={end ? 'end' : 'start'}
    >
      {children}
    </text>
  );
}

interface BoxProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface MarkProps extends BoxProps {
  readonly number: number;
  /** What is marked. It lies on the ground of the mark and under its number. */
  readonly children: ComponentChildren;
}

/** The frame around what the step is about, with its number on the corner. */
export function Mark({ x, y, width, height, number, children }: MarkProps) {
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} rx={4} class="dialog-mark" />
      {children}
      <circle cx={x + width - 2} cy={y + 1} r={10} class="dialog-number-ground" />
      <text x={x + width - 2} y={y + 5.5} text-anchor="middle" class="dialog-number">
        {number}
      </text>
    </g>
  );
}

interface WindowProps {
  readonly title: string;
  readonly voice?: Voice;
  readonly children: ComponentChildren;
}

/** A window: frame, title bar and the words that say it is a drawing. */
export function Window({ title, voice = 'ours', children }: WindowProps) {
  return (
    <g>
      <rect
        x={1}
        y={1}
        width={windowWidth - 2}
        height={windowHeight - 2}
        rx={6}
        class="dialog-frame"
      />
      <path d={`M1 31 H${windowWidth - 1}`} class="dialog-line" />
      <Words x={12} y={21} voice={voice} loud>
        {title}
      </Words>
      <text x={windowWidth - 12} y={21} text-anchor="end" class="dialog-hint">
        simplified drawing
      </text>
      {children}
    </g>
  );
}

interface FieldProps {
  readonly y: number;
  readonly label: string;
  readonly value: string;
  readonly loud?: boolean;
  readonly x?: number;
  readonly width?: number;
}

/** A labelled field: the label (ours, since none is known) over the box; `y` is the label's baseline. */
export function Field({ y, label, value, loud = false, x = 16, width = 288 }: FieldProps) {
  return (
    <g>
      <Words x={x} y={y} voice="ours">
        {label}
      </Words>
      <rect x={x} y={y + 6} width={width} height={26} rx={2} class="dialog-field" />
      <Words x={x + 8} y={y + 24} loud={loud}>
        {value}
      </Words>
    </g>
  );
}

interface ChoiceProps {
  readonly y: number;
  readonly label: string;
  readonly chosen: boolean;
  readonly voice?: Voice;
  readonly loud?: boolean;
}

/** A check box; `y` is the baseline of its label. */
export function CheckBox({ y, label, chosen, voice = 'product', loud = false }: ChoiceProps) {
  return (
    <g>
      <rect x={16} y={y - 12} width={14} height={14} rx={2} class="dialog-field" />
      {chosen && <path d={`M19 ${y - 5} l3.5 3.5 l6 -8`} class="dialog-tick" />}
      <Words x={38} y={y} voice={voice} loud={loud}>
        {label}
      </Words>
    </g>
  );
}

/** A radio button; `y` is the baseline of its label. */
export function Radio({ y, label, chosen, voice = 'product', loud = false }: ChoiceProps) {
  return (
    <g>
      <circle cx={23} cy={y - 5} r={7} class="dialog-field" />
      {chosen && <circle cx={23} cy={y - 5} r={3.5} class="dialog-dot" />}
      <Words x={38} y={y} voice={voice} loud={loud}>
        {label}
      </Words>
    </g>
  );
}

interface ButtonProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly label: string;
  readonly voice?: Voice;
  readonly loud?: boolean;
}

/** A button 26 units high; `y` is its upper edge. */
export function Button({ x, y, width, label, voice = 'product', loud = false }: ButtonProps) {
  return (
    <g>
      <rect x={x} y={y} width={width} height={26} rx={4} class="dialog-button" />
      <text
        x={x + width / 2}
        y={y + 18}
        text-anchor="middle"
        class={`dialog-${voice}${loud ? ' dialog-loud' : ''}`}
      >
        {label}
      </text>
    </g>
  );
}

/** Something the product shows here whose words are not known or do not matter: a bar instead. */
export function Bar({
  x,
  y,
  width,
}: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}) {
  return <rect x={x} y={y - 8} width={width} height={7} rx={3.5} class="dialog-bar" />;
}

/** Two buttons at the foot of a window, the same on every page of it. */
export function Foot({
  go = 'next',
  loud = false,
}: {
  readonly go?: string;
  readonly loud?: boolean;
}) {
  return (
    <g>
      <Button x={140} y={216} width={78} label="back" voice="ours" />
      <Button x={226} y={216} width={78} label={go} voice="ours" loud={loud} />
    </g>
  );
}
