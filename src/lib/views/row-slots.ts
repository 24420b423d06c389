/** The slot of the page that each row shown stands in, by row. */
export type RowSlots = ReadonlyMap<number, number>;

/**
 * The slots of rows, given in ascending order: a row keeps its slot as long as it is shown, and where some rows come
 * into sight they take over the slots of those that left it, so that what is drawn there is filled anew and not made
 * anew. Where as many come as stay they all get slots never used: then nothing that stays need be moved in the page, and
 * the focus in it stays too.
 */
export function slotsFor(rows: readonly number[], before: RowSlots): RowSlots {
	const shown = new Set(rows);
	const coming = rows.filter((row) => !before.has(row));
	const staying = rows.length - coming.length;
	const leaving = [...before].filter(([row]) => !shown.has(row)).sort(([a], [b]) => a - b);
	const free = coming.length < staying - 1 ? leaving.map(([, slot]) => slot) : [];
	const unused = Math.max(-1, ...before.values()) + 1;
	const given = new Map(
		coming.map((row, place) => [row, free[place] ?? unused + place - free.length] as const)
	);
	return new Map(rows.map((row) => [row, before.get(row) ?? given.get(row) ?? unused] as const));
}
