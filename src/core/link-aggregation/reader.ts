import type { Bounds, FieldFault, FieldPlace, FieldProblem } from './field-problems.ts';
import { choices } from './fields.ts';

/**
 * What `10,5` or `1.234,5` is with a point, or undefined where no decimal comma stands in it. Commas
 * before groups of three digits are gone by then.
 */
export function pointFor(text: string): string | undefined {
  if (!/^-?(?:\d{1,3}(?:\.\d{3})+|\d+),\d+$/.test(text)) return undefined;
  return text.replaceAll('.', '').replace(',', '.');
}

/** Collects what is wrong, so that one reading names every problem and not only the first. */
export class Reader {
  readonly problems: FieldProblem[] = [];

  report(place: FieldPlace, fault: FieldFault): undefined {
    this.problems.push({ ...place, fault });
    return undefined;
  }

  number(text: string, bounds: Bounds, place: FieldPlace): number | undefined {
    const trimmed = text.trim();
    if (trimmed === '') return this.report(place, { kind: 'empty', bounds });
    const digits = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(trimmed)
      ? trimmed.replaceAll(',', '')
      : trimmed;
    const point = pointFor(digits);
    if (point !== undefined)
      return this.report(place, { kind: 'decimal-comma', text: trimmed, point });
    if (!/^-?(?:\d+\.?\d*|\.\d+)$/.test(digits)) {
      return this.report(place, { kind: 'not-a-number', text: trimmed, bounds });
    }
    // Thousands where a comma is the decimal mark; no number that is written here ends in three zeros.
    const ways = /^([1-9]\d{0,2})\.000$/.exec(digits)?.[1];
    if (ways !== undefined)
      return this.report(place, { kind: 'two-ways', text: digits, less: ways });
    const value = Number(digits);
    return value >= bounds.from && value <= bounds.to
      ? value
      : this.report(place, { kind: 'out-of-range', text: trimmed, bounds });
  }

  whole(text: string, bounds: Bounds, place: FieldPlace): number | undefined {
    const value = this.number(text, bounds, place);
    if (value === undefined || Number.isInteger(value)) return value;
    return this.report(place, { kind: 'not-whole', text: text.trim(), bounds });
  }

  choice<Choice extends string>(
    text: string,
    options: readonly Choice[],
    place: FieldPlace,
  ): Choice | undefined {
    const found = options.find((option) => option === text.trim());
    return (
      found ?? this.report(place, { kind: 'not-a-choice', text: text.trim(), choices: options })
    );
  }

  yes(text: string, place: FieldPlace): boolean | undefined {
    const answer = this.choice(text, choices.yesNo, place);
    return answer === undefined ? undefined : answer === 'yes';
  }
}
