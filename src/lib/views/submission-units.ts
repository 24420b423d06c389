import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { UNIT_COLUMNS } from '#lib/units/unit-list-words.ts';
import type { Unit } from '#lib/units/unit.ts';

/** How many units of each kind a list has, in the order in which the kinds appear: `Phường: 12`. */
export function unitKinds(units: readonly Unit[], language: Language): string[] {
	const counts = new Map<string, number>();
	for (const { kind } of units) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	return [...counts]
		.filter(([kind]) => kind !== '')
		.map(([kind, count]) => say(language, 'units.kinds', { kind, count }));
}

/** The units as the rows of a unit list, under the columns that such a list has. */
export function unitListRows(units: readonly Unit[]): string[][] {
	return [
		[...UNIT_LIST_COLUMNS],
		...units.map(({ code, name, kind, level, parent, validFrom, validTo }) => [
			...[code, name, kind, level, parent ?? '', validFrom, validTo ?? '']
		])
	];
}

/** The columns of a unit list, in their usual order. */
export const UNIT_LIST_COLUMNS: readonly string[] = Object.values(UNIT_COLUMNS);
