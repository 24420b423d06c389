import { readdirSync, readFileSync } from 'node:fs';
import { decodeText } from '#lib/ingest/decode-text.ts';
import { draftFile } from '#lib/ingest/draft-file.ts';
import type { Draft } from '#lib/ingest/draft.ts';
import type { Grid } from '#lib/ingest/grid.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { readLineage } from '#lib/units/read-lineage.ts';
import { readUnits } from '#lib/units/read-units.ts';
import type { Unit } from '#lib/units/unit.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import { packed, unpacked } from './packed.ts';
import { checkIssues, type FuzzTarget } from './target.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url);

/** The readers of files that an analyst is sent. */
export function fileTargets(): FuzzTarget[] {
	const units = unitsOf(read('examples/units.csv'));
	const city = unitsOf(read('../../data/units/minh-hoa.csv'));
	const targets: Omit<FuzzTarget, 'isSlow'>[] = [
		{ name: 'decode', seeds: files(/\.(csv|txt)$/), read: decoded },
		{ name: 'csv', seeds: files(/\.(csv|txt)$/), read: grids },
		{ name: 'xlsx', seeds: files(/\.(xlsx|xlsm)$/), read: grids },
		{
			name: 'xlsx-parts',
			seeds: files(/\.xlsx$/).flatMap(unpacked),
			read: (input) => grids(packed(input))
		},
		{
			name: 'ods-parts',
			seeds: files(/\.ods$/).flatMap(unpacked),
			read: (input) => grids(packed(input))
		},
		{ name: 'xls', seeds: files(/\.xls$/), read: grids },
		{ name: 'parquet', seeds: files(/\.parquet$/), read: grids },
		{ name: 'draft', seeds: sheets(), read: (input) => drafts(input, units) },
		{ name: 'units', seeds: [read('examples/units.csv')], read: unitList },
		{
			name: 'lineage',
			seeds: [read('../../data/units/minh-hoa-lineage.csv')],
			read: (input) => lineage(input, city)
		}
	];
	return targets.map((target) => ({ ...target, isSlow: true }));
}

function decoded(input: Uint8Array): string {
	const found = decodeText(input);
	if (found !== found.normalize('NFC')) throw new Error('the text is not composed');
	return found;
}

async function grids(bytes: Uint8Array): Promise<Grid[]> {
	const found = await readFile({ name: 'b1', bytes });
	// Blank rows are one and the same.
	for (const row of new Set(found.flatMap(({ rows }) => rows))) {
		for (const cell of row) {
			const isCell = cell === null || ['string', 'bigint'].includes(typeof cell);
			if (!isCell && !Number.isFinite(cell)) throw new Error(`no cell: ${String(cell)}`);
		}
	}
	return found;
}

async function drafts(bytes: Uint8Array, units: readonly Unit[]): Promise<Draft[]> {
	const found = await draftFile({ name: 'b1.csv', bytes, catalogue: productCatalogue(), units });
	for (const draft of found) checkDraft(draft);
	return found;
}

function checkDraft({ rows, totals, entries, issues }: Draft): void {
	checkIssues(issues);
	if (rows.read !== rows.accepted + rows.rejected) throw new Error('rows are lost');
	const sums: Record<string, bigint> = Object.create(null) as Record<string, bigint>;
	for (const { measure, state, value } of entries) {
		if (state !== 'figure' && value !== 0n) throw new Error('a figure where none is');
		if (state === 'figure') sums[measure] = (sums[measure] ?? 0n) + value;
	}
	for (const [measure, total] of Object.entries(totals)) {
		// Of a unit above others in the sheet the figure is none of the total's.
		if (total > (sums[measure] ?? 0n)) throw new Error(`the total of ${measure} is wrong`);
	}
}

async function unitList(bytes: Uint8Array): Promise<unknown> {
	const [grid = { rows: [] }] = await readFile({ name: 'units.csv', bytes });
	const { units, issues } = readUnits(grid);
	checkIssues(issues);
	const tree = createUnitTree(units);
	for (const { code, validFrom } of units) {
		if (tree.pathOn(code, validFrom).at(-1)?.code !== code) throw new Error(`no way to ${code}`);
	}
	return { units, issues };
}

async function lineage(bytes: Uint8Array, units: readonly Unit[]): Promise<unknown> {
	const [grid = { rows: [] }] = await readFile({ name: 'lineage.csv', bytes });
	const found = readLineage(grid, units);
	checkIssues(found.issues);
	return found;
}

function unitsOf(bytes: Uint8Array): Unit[] {
	const rows = new TextDecoder().decode(bytes).trim().split(/\r?\n/);
	return readUnits({ rows: rows.map((row) => row.split(',')) }).units;
}

function read(path: string): Uint8Array {
	return new Uint8Array(readFileSync(new URL(path, FIXTURES)));
}

/** The fixtures whose names match, but for the very large. */
function files(names: RegExp): Uint8Array[] {
	return readdirSync(new URL('files/', FIXTURES))
		.filter((name) => names.test(name))
		.map((name) => read(`files/${name}`))
		.filter(({ length }) => length < 20_000);
}

function sheets(): Uint8Array[] {
	const examples = Array.from({ length: 7 }, (_, at) => read(`examples/B${at + 1}.csv`));
	const dirty = readdirSync(new URL('sheets/', FIXTURES))
		.filter((name) => name.endsWith('.csv'))
		.map((name) => read(`sheets/${name}`));
	return [...examples, ...dirty].filter(({ length }) => length < 20_000);
}
