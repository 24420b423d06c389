import type { IsoDate } from '#lib/base/period.ts';
import type { NamedUnit, NameReading } from './name-index.ts';
import type { Unit } from './unit.ts';
import { isValidOn } from './unit-validity.ts';

/** What a text in a unit column stands for. */
export type UnitMatch =
	/**
	 * One unit; `by` says how near the text is to the list: the code, the exact name, a folded spelling of it (its
	 * parent's name beside it, perhaps), or a name that the unit bore before it was renamed.
	 */
	| { kind: 'found'; unit: Unit; by: 'code' | 'name' | 'fold' | 'former-name' }
	/** Several units could be meant. */
	| { kind: 'ambiguous'; units: Unit[] }
	/** Known, but none of them exists on the date. */
	| { kind: 'not-valid'; units: Unit[] }
	/** Not in the list. */
	| { kind: 'unknown' };

/** The date on which a unit is looked for; without one, those of all times. */
export interface OnDate {
	date?: IsoDate;
}

/** The answer that one way of reading a text gives on the date. */
export function decide(reading: NameReading | undefined, date: IsoDate | undefined): UnitMatch {
	if (!reading) return { kind: 'unknown' };
	const { by, candidates } = reading;
	const exists = ({ unit }: NamedUnit): boolean => date === undefined || isValidOn(unit, date);
	const valid = candidates.filter(exists);
	if (valid.length === 0) return { kind: 'not-valid', units: newestByCode(candidates) };
	const units = newestByCode(valid);
	const [unit] = units;
	return unit && units.length === 1 ? { kind: 'found', unit, by } : { kind: 'ambiguous', units };
}

/** One record of each code, the newest: a unit that moved is still one unit. */
function newestByCode(candidates: readonly NamedUnit[]): Unit[] {
	const newest = new Map<string, Unit>();
	for (const { unit } of candidates) {
		const other = newest.get(unit.code);
		if (!other || other.validFrom < unit.validFrom) newest.set(unit.code, unit);
	}
	return [...newest.values()];
}
