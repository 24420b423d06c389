import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { Draft } from './draft.ts';
import { findPeople } from './find-people.ts';
import { findProgress } from './find-progress.ts';
import { findTables } from './find-tables.ts';
import type { Grid } from './grid.ts';
import { headerDictionary } from './header-dictionary.ts';
import { unitDirectory } from './unit-directory.ts';

/** True for a sheet that tells of persons, a hidden one too: the file that it is in is refused whole. */
export function hasPeople(
	grid: Grid,
	{
		catalogue,
		units,
		lineage
	}: { catalogue: Catalogue; units: readonly Unit[]; lineage?: readonly LineageEvent[] }
): boolean {
	const progress = findProgress(grid, catalogue.templates);
	const tables = progress ? [progress] : findTables(grid, headerDictionary(catalogue.templates));
	return findPeople(grid, { tables, finder: unitDirectory(units, lineage).finder }) !== undefined;
}

/** True for the draft of a sheet that tells of persons; nothing of it is in the draft. */
export function isRefused({ issues }: Pick<Draft, 'issues'>): boolean {
	return issues.some(({ code }) => code === 'people-refused');
}
