import type { MatchedUnit } from './draft.ts';
import type { RowReading } from './row-reading.ts';

/** Which unit each name was taken for, once a name, at the first row that has it. */
export function matchedUnits(rows: readonly RowReading[]): MatchedUnit[] {
	const byName = new Map<string, MatchedUnit>();
	for (const { row, label: text, unit, unitBy: by } of rows) {
		if (unit === undefined || !by) continue;
		const key = `${unit} ${text}`;
		if (!byName.has(key)) byName.set(key, { row, text, unit, by });
	}
	return [...byName.values()];
}
