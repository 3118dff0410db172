import { groupThousands, significant } from '../units.ts';

/** "6,145", "1.03": how many times something is something else; `digits` of a small one count. */
export const timesWords = (times: number, digits = 3): string =>
  times >= 10 ? groupThousands(String(Math.round(times))) : significant(times, digits);

/** "6,145 : 1", and the other way round "1 : 6,145": 0.000163 : 1 is a number to count zeros in. */
export const ratioWords = (ratio: number): string =>
  ratio >= 1 ? `${timesWords(ratio)} : 1` : `1 : ${timesWords(1 / ratio)}`;
