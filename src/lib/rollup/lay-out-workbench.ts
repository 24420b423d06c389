import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import type { Columns } from '#lib/engine/columns.ts';
import { encodeColumns } from '#lib/engine/encode-columns.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { shutIn } from '#lib/engine/reading.sql.ts';
import { createTable, dropTable } from '#lib/engine/table.sql.ts';
import type { Unit } from '#lib/units/unit.ts';
import {
	catalogueTables,
	entryStreams,
	issueTable,
	periodsOf,
	periodTable,
	submissionTable,
	unitTable,
	type WorkbenchSubmission
} from './workbench-tables.ts';
import {
	createView,
	figuresInForce,
	placesInPeriods,
	totalledPeriods,
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
	await engine.load('source_total', [rollup]);
	await engine.load('source_entry', entryStreams(submissions));
	const totalled = await engine.query(totalledPeriods(), ({ period }) => String(period));
	await load('source_period', periodTable([...new Set([...totalled, ...periodsOf(submissions)])]));
	await load('source_unit', unitTable(units));
	await load('source_submission', submissionTable(submissions));
	await load('source_issue', issueTable(submissions));
	for (const [name, columns] of Object.entries(catalogueTables(catalogue))) {
		await load(name, columns);
	}
	await engine.run(createTable('source_figure', figuresInForce()));
	await engine.run(dropTable('source_entry'));
	await engine.run(createTable('source_place', placesInPeriods()));
	for (const [name, rows] of Object.entries(WORKBENCH_VIEWS)) {
		await engine.run(createView(name, rows()));
	}
	for (const setting of shutIn()) await engine.run(setting);
}
