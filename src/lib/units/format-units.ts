import { formatList } from './format-list.ts';
import { ALWAYS, UNIT_COLUMNS } from './unit-list-words.ts';
import type { Unit } from './unit.ts';

/** The units as the CSV text of a unit list, which `readUnits` reads back to the same units. */
export function formatUnits(units: readonly Unit[]): string {
	const rows = units.map(({ code, name, kind, level, parent, validFrom, validTo }) => [
		code,
		name,
		kind,
		level,
		parent,
		validFrom === ALWAYS ? undefined : validFrom,
		validTo
	]);
	return formatList([Object.values(UNIT_COLUMNS), ...rows]);
}
