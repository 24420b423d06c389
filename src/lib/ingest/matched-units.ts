import { groupBy } from '#lib/base/group-by.ts';
import type { MatchedUnit } from './draft.ts';
import type { RowReading } from './row-reading.ts';

/** Which unit each name was taken for, once a name, at the first row that has it. */
export function matchedUnits(rows: readonly RowReading[]): MatchedUnit[] {
	const named = rows.flatMap(({ row, label, unit, unitBy }) =>
		unit !== undefined && unitBy ? [{ row, text: label, unit, by: unitBy }] : []
	);
	const byName = groupBy(named, ({ text, unit }) => `${unit} ${text}`);
	return [...byName.values()].flatMap(([first]) => (first ? [first] : []));
}
