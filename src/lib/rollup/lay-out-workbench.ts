import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import type { Columns } from '#lib/engine/columns.ts';
import { encodeColumns } from '#lib/engine/encode-columns.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { shutIn } from '#lib/engine/reading.sql.ts';
import { addRows, createTable, createView, dropTable } from '#lib/engine/table.sql.ts';
import type { Unit } from '#lib/units/unit.ts';
import {
	catalogueTables,
	codeTable,
	entryStreams,
	issueTable,
	periodTable,
	rowNameTable,
	submissionTable,
	totalTable,
	unitTable,
	workbenchPlaces,
	type WorkbenchSubmission
} from './workbench-tables.ts';
import {
	figuresInForce,
	knownYears,
	placesInPeriods,
	WORKBENCH_VIEWS
} from './workbench-views.sql.ts';

/** What lies on the analyst's bench. */
export interface WorkbenchInput {
	units: readonly Unit[];
	catalogue: Catalogue;
	/** Those in force. */
	submissions: readonly WorkbenchSubmission[];
	/** The bytes that `rollUp` made of the same. */
	rollup: Uint8Array;
}

/** Lays the views out on an engine of their own, and shuts it in: from then on it answers questions, and nothing else. */
export async function layOutWorkbench(
	engine: Engine,
	{ units, catalogue, submissions, rollup }: WorkbenchInput
): Promise<void> {
	const load = (name: string, columns: Columns): Promise<void> =>
		engine.load(name, [encodeColumns(columns)]);
	const places = workbenchPlaces(catalogue);
	await load('source_total', totalTable(rollup, places));
	await engine.load('source_entry', entryStreams(submissions, places));
	await load('source_row_name', rowNameTable(catalogue, places));
	await load('source_code', codeTable(places));
	await load('source_period', periodTable(places));
	await load('source_unit', unitTable(units));
	await load('source_submission', submissionTable(submissions));
	await load('source_issue', issueTable(submissions));
	for (const [name, columns] of Object.entries(catalogueTables(catalogue))) {
		await load(name, columns);
	}
	await settleFigures(engine);
	await engine.run(createTable('source_place', placesInPeriods()));
	for (const [name, rows] of Object.entries(WORKBENCH_VIEWS)) {
		await engine.run(createView(name, rows()));
	}
	for (const setting of shutIn()) await engine.run(setting);
}

/** Makes the table `source_figure` of the entries, which are dropped with that. */
export async function settleFigures(engine: Engine): Promise<void> {
	const years = await engine.query(knownYears(), ({ year }) => Number(year));
	const [first = 0, ...others] = years;
	await engine.run(createTable('source_figure', figuresInForce(first)));
	for (const year of others) await engine.run(addRows('source_figure', figuresInForce(year)));
	await engine.run(dropTable('source_entry'));
}
