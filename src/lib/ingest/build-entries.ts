import type { Entry } from './draft.ts';
import type { RowReading } from './row-reading.ts';

/**
 * The cells of the rows, none of which repeats another, as entries; rows of one unit that differ in level or term are
 * added up.
 */
export function buildEntries(rows: readonly RowReading[]): Entry[] {
	const all = entriesOf(rows);
	if (rows.every(({ split }) => split === '')) return all;
	const entries = new Map<string, Entry>();
	for (const entry of all) {
		const key = `${entry.unit} ${entry.period} ${entry.measure}`;
		const other = entries.get(key);
		entries.set(key, other ? added(other, entry) : entry);
	}
	return [...entries.values()];
}

function entriesOf(rows: readonly RowReading[]): Entry[] {
	const entries: Entry[] = [];
	for (const { row, unit, period, cells } of rows) {
		if (unit === undefined || period === undefined) continue;
		for (const { measure, column, reading } of cells) {
			if (reading.state === 'unreadable') continue;
			const value = reading.state === 'figure' ? reading.value : 0n;
			entries.push({ unit, period, measure, state: reading.state, value, row, column });
		}
	}
	return entries;
}

/** Two figures add; a figure stands beside "x" or nothing, and "x" beside nothing. */
function added(a: Entry, b: Entry): Entry {
	const states = [a.state, b.state];
	const state = (['figure', 'not-applicable'] as const).find((each) => states.includes(each));
	return { ...a, state: state ?? 'missing', value: a.value + b.value };
}
