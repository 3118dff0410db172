import type { Board, PlacedStage } from './board.ts';
import { flowNumbers } from './labels.ts';
import { isNumbered } from './strands.ts';
import type { Strand } from './strands.ts';

export interface Curve {
  readonly d: string;
  /** Which of the six flow colours, from 1. */
  readonly tone: number;
  readonly weight: number;
}

export interface FlowNumber {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** A place along the way; several places across where frames go over all links. */
interface Knot {
  readonly along: number;
  readonly across: readonly number[];
}

/** Strands on one link lie side by side, in their order at the origin. */
function offsetOn(board: Board, hop: number, member: number, strand: Strand): number {
  const same = board.strands.filter(({ members }) => members[hop] === member);
  const gap = Math.min(3, 12 / same.length);
  return (same.indexOf(strand) - (same.length - 1) / 2) * gap;
}

function acrossOn(board: Board, hop: number, strand: Strand): readonly number[] {
  const members = board.analysis.hops[hop]?.members ?? [];
  const member = strand.members[hop] ?? -1;
  if (member >= 0) {
    return [board.spread(member, members.length) + offsetOn(board, hop, member, strand)];
  }
  return members.flatMap(({ up }, index) => (up ? [board.spread(index, members.length)] : []));
}

const startInside = (board: Board, { from }: PlacedStage): number =>
  from + (board.isWide ? 28 : 22);

function knotsOf(board: Board, strand: Strand, index: number): readonly Knot[] {
  const slot = [board.spread(index, board.strands.length)];
  return board.stages.flatMap((stage, place): Knot[] => {
    const { from, to } = stage;
    if (stage.kind === 'device') {
      // Where the origin itself decides, its flows start inside its box.
      return place === 0 && stage.hop >= 0
        ? [{ along: startInside(board, stage), across: slot }]
        : [];
    }
    const across = stage.kind === 'hop' ? acrossOn(board, stage.hop, strand) : slot;
    return [
      { along: from, across },
      { along: to, across },
    ];
  });
}

/** From one place across to another: straight, or a curve that leaves and arrives straight. */
function stroke(board: Board, from: Knot, to: Knot, a: number, b: number): string {
  if (Math.round(a) === Math.round(b)) return board.run(from.along, to.along, a);
  const middle = (from.along + to.along) / 2;
  const curve = [board.pair(middle, a), board.pair(middle, b), board.pair(to.along, b)];
  return `M${board.pair(from.along, a)}C${curve.join(' ')}`;
}

function strokes(board: Board, from: Knot, to: Knot): string {
  if (from.across === to.across) {
    return from.across.map((across) => stroke(board, from, to, across, across)).join('');
  }
  return from.across.flatMap((a) => to.across.map((b) => stroke(board, from, to, a, b))).join('');
}

/** Drops each `M` that only repeats where the stroke before it ended: a third of the text. */
function continued(d: string): string {
  let end = '';
  return d.replace(
    /M(\d+) (\d+)([HVC])([\d ]+)/g,
    (_, x: string, y: string, kind: string, rest: string) => {
      const start = `${x} ${y}`;
      const move = start === end ? '' : `M${start}`;
      if (kind === 'C') end = rest.split(' ').slice(-2).join(' ');
      else end = kind === 'H' ? `${rest} ${y}` : `${x} ${rest}`;
      return `${move}${kind}${rest}`;
    },
  );
}

/** The way of each strand from the origin to the destination. */
export function curvesOf(board: Board): readonly Curve[] {
  return board.strands.map((strand, index) => {
    const knots = knotsOf(board, strand, index);
    const pieces = knots.slice(1).map((to, place) => strokes(board, knots[place] ?? to, to));
    const { length } = strand.flows;
    return {
      d: continued(pieces.join('')),
      tone: strand.tone,
      weight: length === 1 ? 1 : Math.min(5, 1 + Math.ceil(length / 4)),
    };
  });
}

/** The number of each flow where it starts, as long as each curve is one flow. */
export function flowNumbersOf(board: Board): readonly FlowNumber[] {
  const [first] = board.stages;
  if (!first || !isNumbered(board.strands)) return [];
  const along = first.hop >= 0 ? startInside(board, first) - 5 : first.to - 6;
  return board.strands.map((strand, index) => {
    const [x, y] = board.point(along, board.spread(index, board.strands.length));
    return { x, y, text: flowNumbers(strand.flows) };
  });
}
