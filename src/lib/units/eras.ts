import type { IsoDate } from '#lib/base/period.ts';
import type { LineageEvent } from './lineage.ts';
import type { Unit } from './unit.ts';

/** Numbers the times between which no unit begins or ends and nothing becomes of any; 0 stands for no date at all. */
export type EraFinder = (date: IsoDate | undefined) => number;

/** The eras of a unit list: on two days of one era every unit is, or is not, just the same. */
export function createEraFinder(
	units: readonly Unit[],
	lineage: readonly LineageEvent[]
): EraFinder {
	const begins = new Set([
		...units.map(({ validFrom }) => validFrom),
		...lineage.map(({ date }) => date)
	]);
	const ends = new Set(units.flatMap(({ validTo }) => validTo ?? []));
	const known = new Map<IsoDate, number>();
	return (date) => {
		if (date === undefined) return 0;
		const before = known.get(date);
		if (before !== undefined) return before;
		// A unit is still there on the day that it ends.
		const begun = [...begins].filter((day) => day <= date).length;
		const ended = [...ends].filter((day) => day < date).length;
		const era = 1 + begun + ended;
		known.set(date, era);
		return era;
	};
}
