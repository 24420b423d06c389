import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { columnLetter } from '#lib/base/cell-address.ts';
import { lastQuarterOf, type Period } from '#lib/base/period.ts';
import type { Template } from '#lib/catalogue/catalogue.ts';
import { columnSheetsOf } from '#lib/catalogue/find-in-catalogue.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { draftFile } from '#lib/ingest/draft-file.ts';
import type { Draft, Entry } from '#lib/ingest/draft.ts';
import { encodeEntries } from '#lib/rollup/encode-entries.ts';
import { drawTemplate } from '#lib/state/draw-template.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import type { Unit } from '#lib/units/unit.ts';
import { templateSheet } from '#lib/views/template-sheet.ts';
import { fillCells } from '#test/export/fill-template.ts';
import { EXAMPLES, exampleUnits } from '#test/ingest/example-units.ts';

const units = await exampleUnits();
const catalogue = productCatalogue();
const PERIODS = ['2024-Q4', '2024-Q1', '2024-H1', '2024-H2', '2024'];
const ATTRIBUTES = ['Cấp ủy cơ sở', '2025-2030', '01/4/2025'];
const sheets = columnSheetsOf(catalogue);
const forms = sheets.flatMap((template) =>
	PERIODS.map((period) => ({ id: template.id, period, template }))
);

describe('a template that comes back', () => {
	it.each(forms)('$id of $period asks nothing, and says what was filled in', async (form) => {
		const { template, period } = form;
		const example = await exampleEntries(template.id);
		const entries = example
			.filter(({ measure }) => isOpen(template, measure, period))
			.map((entry) => ({ ...entry, period }));
		const contents = [encodeEntries(example.map((entry) => ({ ...entry, period: '2023-Q4' })))];
		const blank = await drawn({ templates: [template], period, contents });
		const filled = await fillCells(blank, 1, cellsOf(entries, { template, period }));
		const drafts = await draftFile({ name: 'bieu.xlsx', bytes: filled, catalogue, units });
		expect(drafts.map(summaryOf)).toEqual([
			{
				sheet: template.id,
				template: template.id,
				periods: [period],
				rows: { read: 5, accepted: 5, rejected: 0 },
				entries: entries.map(wordOf).sort(),
				issues: [],
				questions: []
			}
		]);
	});

	it('says so too where all sheets are in one workbook, each still blank', async () => {
		const bytes = await drawn({ templates: sheets, period: '2024-Q4' });
		const drafts = await draftFile({ name: 'bieu.xlsx', bytes, catalogue, units });
		expect(drafts.map(summaryOf)).toEqual(
			sheets.map(({ id }) => ({
				...{ sheet: id, template: id, periods: ['2024-Q4'], entries: [] },
				...{ rows: { read: 5, accepted: 5, rejected: 0 }, issues: [], questions: [] }
			}))
		);
	});

	it('knows units that bear the same name by their codes', async () => {
		const twins = [...units, ...twinsOf('Đảng bộ phường 3')];
		const [template] = catalogue.templates;
		const order = { templates: [template!], period: '2024-Q4', units: twins };
		const drafts = await draftFile({
			...{ name: 'bieu.xlsx', bytes: await drawn(order), catalogue },
			units: twins
		});
		expect(drafts.map(({ issues, rows }) => ({ issues, rows }))).toEqual([
			{ issues: [], rows: { read: 7, accepted: 7, rejected: 0 } }
		]);
	});

	it('knows units by codes that are numbers', async () => {
		const [template] = catalogue.templates;
		const numbered = units.map((unit, at) => ({
			...unit,
			code: `0${4500 + at}`,
			...(unit.parent && { parent: '04500' })
		}));
		const order = { templates: [template!], unit: '04500', period: '2024-Q4', units: numbered };
		const drafts = await draftFile({
			...{ name: 'bieu.xlsx', bytes: await drawn(order), catalogue },
			units: numbered
		});
		const told = drafts.map(({ issues, questions, matches }) => ({
			...{ issues, questions },
			units: matches.units.map(({ unit, by }) => `${unit} ${by}`)
		}));
		const known = ['04501', '04502', '04503', '04504', '04505'].map((code) => `${code} code`);
		expect(told).toEqual([{ issues: [], questions: [], units: known }]);
	});

	it('is refused where a figure was written over its total', async () => {
		const [template] = catalogue.templates;
		const period = '2024-Q4';
		const entries = (await exampleEntries('B1')).map((entry) => ({ ...entry, period }));
		const cells = cellsOf(entries, { template: template!, period });
		const blank = await drawn({ templates: [template!], period });
		const filled = await fillCells(blank, 1, new Map([...cells, ['D15', 135]]));
		const [draft] = await draftFile({ name: 'bieu.xlsx', bytes: filled, catalogue, units });
		expect(
			draft?.issues.map(({ code, params }) => [code, params?.expected, params?.found])
		).toEqual([['total-mismatch', 134, 135]]);
	});
});

test('a unit that does not exist in the period is said by name', async () => {
	const order = { templates: sheets, unit: 'MH01', period: '2019-Q4' };
	await expect(drawn(order)).rejects.toMatchObject({
		code: 'template.no-unit',
		params: { unit: 'Đảng bộ phường An Bình', period: 'quý IV/2019' }
	});
});

async function exampleEntries(id: string): Promise<Entry[]> {
	const bytes = new Uint8Array(readFileSync(new URL(`${id}.csv`, EXAMPLES)));
	const [draft] = await draftFile({ name: `${id}.csv`, bytes, catalogue, units });
	return draft!.entries;
}

function isOpen({ measures }: Template, measure: string, period: Period): boolean {
	const { overTime } = measures.find(({ id }) => id === measure)!;
	return overTime !== 'year' || lastQuarterOf(period) === 4;
}

function drawn(order: {
	templates: readonly Template[];
	period: Period;
	unit?: string;
	units?: readonly Unit[];
	contents?: readonly Uint8Array[];
}): Promise<Uint8Array> {
	return drawTemplate({ unit: 'MH', language: 'vi', units, contents: [], at: 0, ...order });
}

/** The figures of entries, the texts of their rows and the totals that Excel would compute, by cell. */
function cellsOf(
	entries: readonly Entry[],
	{ template, period }: { template: Template; period: Period }
): Map<string, number | string> {
	const tree = createUnitTree(units);
	const known = template.measures.map(({ id: measure }) => ({
		...{ unit: 'MH01', measure, period: '2023-Q4', value: 1n }
	}));
	const sheet = templateSheet({ template, unit: 'MH', period, tree, known })!;
	const { columns, units: rows } = sheet;
	const codes = tree.leavesOn('MH', '2024-12-31').map(({ code }) => code);
	const place = (id: string, row: number): string =>
		`${columnLetter(columns.findIndex(({ code }) => code === id) + 1)}${row}`;
	const cells = new Map<string, number | string>();
	for (const { unit, measure, state, value } of entries) {
		if (state === 'missing') continue;
		const row = rows.from + codes.indexOf(unit);
		cells.set(place(measure, row), state === 'figure' ? Number(value) : 'x');
		if (state !== 'figure') continue;
		const total = place(measure, rows.to + 1);
		cells.set(total, Number(cells.get(total) ?? 0) + Number(value));
	}
	for (const [at, { id }] of template.attributes.entries()) {
		for (let row = rows.from; row <= rows.to; row += 1) cells.set(place(id, row), ATTRIBUTES[at]!);
	}
	return cells;
}

function twinsOf(name: string): Unit[] {
	const twin = { name, kind: 'Phường', level: 'xa', validFrom: '2020-01-01' };
	const above = { kind: 'Quận', level: 'huyen', validFrom: '2020-01-01', parent: 'MH' };
	return [
		{ ...above, code: 'Q1', name: 'Đảng bộ quận Một' },
		{ ...twin, code: 'Q1-3', parent: 'Q1' },
		{ ...above, code: 'Q2', name: 'Đảng bộ quận Hai' },
		{ ...twin, code: 'Q2-3', parent: 'Q2' }
	];
}

function summaryOf({ sheet, template, periods, rows, entries, issues, questions }: Draft): object {
	const told = entries.filter(({ state }) => state !== 'missing').map(wordOf);
	return { sheet, template, periods, rows, entries: told.sort(), issues, questions };
}

function wordOf({ unit, period, measure, state, value }: Entry): string {
	return `${unit} ${period} ${measure} ${state === 'figure' ? value : state}`;
}
