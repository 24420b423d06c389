import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#lib/base/app-error.ts';
import type { Language } from '#lib/base/language.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import type { Unit } from '#lib/units/unit.ts';
import { openCatalogue } from './catalogue.ts';
import { openLineage, openUnits } from './read-input.ts';

/** A folder of Parquet, and what stands beside it. */
export interface Lake {
	units: Unit[];
	lineage: LineageEvent[];
	catalogue: Catalogue;
	/** The pattern of the files with figures. */
	figures: string;
}

/**
 * The lake in a folder: `figures/year=…/quarter=…/province=…/*.parquet`, `units.csv`, and where they are there
 * `lineage.csv` and `catalogue.json`. Throws AppError `cli.no-lake`, `cli.bad-units`, `cli.bad-lineage`, `cli.not-json`
 * or `cli.catalogue-broken`.
 */
export async function openLake(folder: string, language: Language): Promise<Lake> {
	const place = (name: string): string => join(folder, name);
	for (const name of ['figures', 'units.csv'])
		if (!existsSync(place(name))) throw new AppError('cli.no-lake', { folder, name });
	const unitList = place('units.csv');
	const units = await openUnits({ unitList, language });
	const lineageList = existsSync(place('lineage.csv')) ? place('lineage.csv') : undefined;
	const own = existsSync(place('catalogue.json')) ? place('catalogue.json') : undefined;
	return {
		units,
		lineage: await openLineage({ unitList, lineageList, language }, units),
		catalogue: await openCatalogue(own),
		figures: join(folder, 'figures', '**', '*.parquet')
	};
}
