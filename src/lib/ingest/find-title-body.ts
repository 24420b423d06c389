import type { UnitFinder } from '#lib/units/find-unit.ts';
import type { Unit } from '#lib/units/unit.ts';
import { textsOf, type Table } from './find-table.ts';
import { rowsOf } from './find-tables.ts';
import type { Grid } from './grid.ts';

/**
 * The code of the unit that the title of a table names as the one reporting: "ĐẢNG BỘ PHƯỜNG TÂN LỢI", under the name of
 * the unit above it or without. `undefined` where the title names none, or several.
 */
export function findTitleBody(
	grid: Grid,
	{ titles }: Pick<Table, 'titles'>,
	finder: UnitFinder
): string | undefined {
	const texts = rowsOf(grid, titles).flatMap((cells) =>
		cells.flatMap((cell) => (typeof cell === 'string' ? cell.split(/[\n:;]/) : []))
	);
	const named = new Map<string, Unit>();
	for (const text of textsOf(texts)) {
		const match = text === '' ? undefined : finder(text);
		if (match?.kind === 'found' && match.by !== 'code') named.set(match.unit.code, match.unit);
	}
	const above = new Set([...named.values()].map(({ parent }) => parent));
	const [body, ...others] = [...named.keys()].filter((code) => !above.has(code));
	return others.length === 0 ? body : undefined;
}
