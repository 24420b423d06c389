import type { IsoDate } from '#lib/base/period.ts';
import type { Unit } from './unit.ts';

/** True while the unit exists: from its first day to its last, both in. */
export function isValidOn(unit: Unit, date: IsoDate): boolean {
	return unit.validFrom <= date && (unit.validTo === undefined || date <= unit.validTo);
}

/** True where there is a day on which both units exist. */
export function existTogether(a: Unit, b: Unit): boolean {
	return (
		(a.validTo === undefined || b.validFrom <= a.validTo) &&
		(b.validTo === undefined || a.validFrom <= b.validTo)
	);
}
