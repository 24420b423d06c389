import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellAddress } from '#lib/base/cell-address.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { bootNodeEngine } from '#lib/engine/boot-node-engine.ts';
import { readQuery } from '#lib/engine/read-query.ts';
import { encodeEntries, type ReportedEntry } from '#lib/rollup/encode-entries.ts';
import { layOutWorkbench, settleFigures } from '#lib/rollup/lay-out-workbench.ts';
import { rollUp } from '#lib/rollup/roll-up.ts';
import type { WorkbenchSubmission } from '#lib/rollup/workbench-tables.ts';
import { GUIDE_EXAMPLES, GUIDE_VIEWS } from '#lib/views/workbench-guide.ts';
import type { Unit } from '#lib/units/unit.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { encodeColumns } from '#lib/engine/encode-columns.ts';
import { sql } from '#lib/engine/sql.ts';
import { createTable } from '#lib/engine/table.sql.ts';
import { cells } from '#lib/rollup/in-force.sql.ts';
import { inputTables } from '#lib/rollup/input-tables.ts';
import { keyEntries } from '#lib/rollup/key-entries.ts';
import { rollupKeys } from '#lib/rollup/rollup-keys.ts';
import {
	catalogueTables,
	codeTable,
	entryStreams,
	periodTable,
	workbenchPlaces
} from '#lib/rollup/workbench-tables.ts';
import { useEngine } from '#test/engine/use-engine.ts';
import { catalogueOf } from './random-reports.ts';

const UNITS: Unit[] = [
	{ code: 'P', name: 'Tỉnh', kind: 'Tỉnh', level: 'tinh', validFrom: '2020-01-01' },
	...['A', 'B'].map((code) => ({
		code,
		name: `Phường ${code}`,
		kind: 'Phường',
		level: 'xa',
		parent: 'P',
		validFrom: '2020-01-01'
	})),
	{
		...{ code: 'A', name: 'Xã A', kind: 'Xã', level: 'xa', parent: 'P' },
		...{ validFrom: '2010-01-01', validTo: '2019-12-31' }
	}
];

function submission(sequence: number, entries: ReportedEntry[]): WorkbenchSubmission {
	return {
		...{ id: `00000${sequence}-abc`, sequence, file: `B1-${sequence}.csv`, sha256: 'abc' },
		...{ template: 'B1', periods: [...new Set(entries.map(({ period }) => period))] },
		...{ at: '2024-12-31T17:30:00.000Z', received: '2024-12-14', state: 'official' },
		rows: { read: 3, accepted: 2, rejected: 1 },
		figures: entries.length,
		issues: [{ severity: 'warning', code: 'no-such-code', row: 4, column: 'Tên', value: '=1' }],
		content: encodeEntries(entries)
	};
}

function entry(unit: string, period: string, measure: string, value?: bigint | 'x'): ReportedEntry {
	const place = { unit, period, measure, row: 7, column: 28 };
	if (value === undefined) return { ...place, state: 'missing', value: 0n };
	if (value === 'x') return { ...place, state: 'not-applicable', value: 0n };
	return { ...place, state: 'figure', value };
}

const CATALOGUE = catalogueOf([
	{ id: 'end', numerator: ['end.a'], denominator: ['end.b'] },
	{ id: 'sum', numerator: ['sum.a'], denominator: [] }
]);

async function workbenchOf(
	submissions: WorkbenchSubmission[],
	catalogue = CATALOGUE
): Promise<Engine> {
	const engine = await bootNodeEngine();
	const contents = submissions.map(({ sequence, content }) => ({ sequence, bytes: content! }));
	const rollup = rollUp({ units: UNITS, catalogue, submissions: contents });
	await layOutWorkbench(engine, { units: UNITS, catalogue, submissions, rollup });
	return engine;
}

async function ask(engine: Engine, query: string) {
	const answer = await readQuery(engine, query, 1000);
	if (answer.kind !== 'rows') throw new Error(JSON.stringify(answer));
	return answer.rows;
}

describe('the views of the workbench', () => {
	test('hold the columns that are documented, of their types, and answer every example', async () => {
		const engine = await workbenchOf([], productCatalogue());
		for (const { name, columns } of GUIDE_VIEWS) {
			const described = await ask(
				engine,
				`SELECT column_name, column_type FROM (DESCRIBE ${name})`
			);
			expect(described.rows, name).toEqual(columns.map((column) => [column.name, column.type]));
		}
		for (const { query } of GUIDE_EXAMPLES) {
			expect(await readQuery(engine, query, 10), query).toMatchObject({ kind: 'rows' });
		}
		await engine.close();
	});

	test('call the cell of a column as a spreadsheet does', async () => {
		const columns = [0, 1, 2, 26, 27, 52, 53, 78, 677, 702, 703, 704, 728, 729, 1378, 1379, 16_384];
		const measures = ['end.a', 'end.b', 'ytd.a', 'ytd.b', 'sum.a'];
		const entries = columns.map((column, at): ReportedEntry => {
			const period = `2024-Q${(at % 4) + 1}`;
			return { ...entry('A', period, measures[Math.floor(at / 4)] ?? '', BigInt(column)), column };
		});
		const engine = await workbenchOf([submission(1, entries)]);
		const { rows } = await ask(engine, 'SELECT value, cell FROM values ORDER BY value');
		expect(rows).toEqual(
			columns.map((column) => [
				String(column),
				column > 0 ? cellAddress({ row: 7, column }) : undefined
			])
		);
		await engine.close();
	});

	test('say of each figure in force what it is, and where it stands', async () => {
		const engine = await workbenchOf([
			submission(1, [
				entry('A', '2024-Q4', 'end.a', 3n),
				entry('A', '2024-Q4', 'end.b', 4n),
				entry('B', '2024-Q4', 'end.a', 5n),
				entry('A', '2018', 'year.a', 1n)
			]),
			submission(2, [entry('A', '2024-Q4', 'end.a', 2n), entry('B', '2024-Q4', 'end.a')]),
			submission(3, [entry('B', '2024-Q4', 'end.b', 'x')])
		]);
		expect(
			await ask(
				engine,
				`SELECT unit_name, period, measure, value, state, file, cell, submission FROM values
				ORDER BY unit, period, measure`
			)
		).toMatchObject({
			rows: [
				['Xã A', '2018', 'year.a', '1', 'figure', 'B1-1.csv', 'AB7', '000001-abc'],
				['Phường A', '2024-Q4', 'end.a', '2', 'figure', 'B1-2.csv', 'AB7', '000002-abc'],
				['Phường A', '2024-Q4', 'end.b', '4', 'figure', 'B1-1.csv', 'AB7', '000001-abc'],
				[
					'Phường B',
					'2024-Q4',
					'end.b',
					undefined,
					'not-applicable',
					'B1-3.csv',
					'AB7',
					'000003-abc'
				]
			]
		});
		expect(
			await ask(
				engine,
				`SELECT unit_name, parent, numerator, denominator, percent, reported, expected FROM totals
				WHERE period = '2024-Q4' AND indicator = 'end' ORDER BY unit`
			)
		).toMatchObject({
			rows: [
				['Phường A', 'P', '2', '4', '50.0', '1', '1'],
				['Phường B', 'P', undefined, undefined, undefined, '0', '0'],
				['Tỉnh', undefined, '2', '4', '50.0', '1', '1']
			]
		});
		expect(
			await ask(
				engine,
				'SELECT submission, committed_at, received, rows_rejected FROM submissions LIMIT 1'
			)
		).toMatchObject({ rows: [['000001-abc', '2025-01-01 00:30:00', '2024-12-14', '1']] });
		expect(
			await ask(engine, 'SELECT file, severity, code, sheet_row, value FROM issues LIMIT 1')
		).toMatchObject({ rows: [['B1-1.csv', 'warning', 'no-such-code', '4', '=1']] });
		await engine.close();
	});
});

describe('the figures in force', () => {
	const engine = useEngine();
	const cell = fc.record({
		unit: fc.constantFrom('A', 'B'),
		period: fc.constantFrom('2023-Q4', '2024-Q2', '2024-H1', '2024-Q4', '2024'),
		measure: fc.constantFrom('end.a', 'sum.a', 'year.a'),
		value: fc.option(fc.oneof(fc.bigInt(1n, 9n), fc.constant('x' as const)), { nil: undefined })
	});

	test('are those that the rollup counts, whatever was sent', async () => {
		const keys = rollupKeys(UNITS, CATALOGUE);
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 4 }),
				async (files) => {
					const submissions = files.map((cells, at) =>
						submission(
							at + 1,
							cells.map(({ unit, period, measure, value }) => entry(unit, period, measure, value))
						)
					);
					const places = workbenchPlaces(CATALOGUE);
					await engine().load('source_entry', entryStreams(submissions, places));
					const tables = {
						measure: inputTables(UNITS, keys)['measure']!,
						source_code: codeTable(places),
						source_period: periodTable(places),
						source_measure: catalogueTables(CATALOGUE)['source_measure']!
					};
					for (const [name, columns] of Object.entries(tables)) {
						await engine().load(name, [encodeColumns(columns)]);
					}
					const contents = submissions.map(({ sequence, content }) => ({
						sequence,
						bytes: content!
					}));
					const nothing = { sequence: 0, bytes: encodeEntries([]) };
					await engine().load('entry', keyEntries([nothing, ...contents], keys));
					await engine().run(createTable('cell', cells()));
					await settleFigures(engine());
					const rows = await engine().query(FIGURES, (row) => Object.values(row).join(' '));
					expect(rows).toEqual(await engine().query(CELLS, (row) => Object.values(row).join(' ')));
				}
			),
			{ numRuns: 20 }
		);
	});

	const FIGURES = sql`
SELECT code.unit, measure.measure, slot, over_time = 'sum' AND span = 4 AS is_year_sum, max(state) = 1 AS is_x,
	CAST(sum(value) AS VARCHAR) AS value
FROM source_figure AS figure
JOIN source_code AS code ON code.place = figure.unit
JOIN source_period AS period ON period.place = figure.period
JOIN source_measure AS measure ON measure.place = figure.measure
GROUP BY code.unit, measure.measure, slot, is_year_sum ORDER BY ALL`;

	const CELLS = sql`
SELECT ['A', 'B', 'P'][unit + 1] AS unit, ['end.a', 'end.b', 'ytd.a', 'ytd.b', 'sum.a', 'sum.b', 'year.a', 'year.b'][measure + 1] AS measure,
	slot, is_year_sum, state = 1 AS is_x, CAST(CASE WHEN state = 2 THEN value ELSE 0 END AS VARCHAR) AS value
FROM cell ORDER BY ALL`;
});
