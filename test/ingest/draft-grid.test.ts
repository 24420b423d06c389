import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { draftGrid } from '#lib/ingest/draft-grid.ts';
import type { Draft, Entry } from '#lib/ingest/draft.ts';
import type { Cell } from '#lib/ingest/grid.ts';
import type { Unit } from '#lib/units/unit.ts';

/** A sheet is some milliseconds of work. */
fc.configureGlobal({ numRuns: 40 });

const TITLE = ['Kỳ báo cáo: Quý IV/2024'];
const B6 = productCatalogue().templates.find(({ id }) => id === 'B6');
const measures = B6?.measures ?? [];
const units: Unit[] = ['MH', 'MH01', 'MH02', 'MH03', 'MH04', 'MH05'].map((code) => ({
	code,
	name: `Đảng bộ phường số ${code}`,
	kind: 'Phường',
	level: 'xa',
	...(code !== 'MH' && { parent: 'MH' }),
	validFrom: '2020-01-01'
}));

/** Figures of one row that pass the checks of B6: each part is at most its whole. */
const rowFigures = fc
	.array(fc.tuple(fc.nat({ max: 10 ** 9 }), fc.nat({ max: 10 ** 9 })), {
		minLength: measures.length / 2,
		maxLength: measures.length / 2
	})
	.map((pairs) => pairs.flatMap(([a, b]) => [Math.max(a, b), Math.min(a, b)]));
const figures = fc.array(rowFigures, { minLength: 3, maxLength: 5 });

describe('draftGrid', () => {
	it('adds up exactly the figures of its entries, and agrees with the total row', () => {
		fc.assert(
			fc.property(figures, (rows) => {
				const draft = draftOf(sheetOf(rows, { total: true }));
				const sums: Record<string, bigint> = {};
				for (const { measure, value } of draft.entries) {
					sums[measure] = (sums[measure] ?? 0n) + value;
				}
				expect([draft.totals, draft.issues]).toEqual([sums, []]);
			})
		);
	});

	it('gives the same entries whatever the order of the rows', () => {
		const shuffled = figures.chain((rows) =>
			fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows.keys()], { minLength: rows.length }))
		);
		fc.assert(
			fc.property(shuffled, ([rows, order]) => {
				const { header, body } = sheetParts(rows);
				const reordered = draftOf([TITLE, header, ...order.map((at) => body[at] ?? [])]);
				expect(factsOf(reordered)).toEqual(factsOf(draftOf([TITLE, header, ...body])));
			})
		);
	});

	it('gives the same entries whatever the order of the columns, each part behind its whole', () => {
		const pairs = measures.flatMap((_, at) => (at % 2 === 0 ? [[at + 2, at + 3]] : []));
		const groups = [[0], [1], ...pairs];
		const order = fc.shuffledSubarray(groups, { minLength: groups.length });
		fc.assert(
			fc.property(figures, order, (rows, columns) => {
				const { header, body } = sheetParts(rows);
				const places = columns.flat();
				const moved = [header, ...body].map((cells) => places.map((at) => cells[at] ?? null));
				expect(factsOf(draftOf([TITLE, ...moved]))).toEqual(
					factsOf(draftOf([TITLE, header, ...body]))
				);
			})
		);
	});

	it('answers one bad cell with exactly one more issue, and keeps out exactly its row', () => {
		const bad = fc.constantFrom('ba', '12/15', '91,67', '1,234', '-3', '#REF!', 'nt', '?', '04/01');
		fc.assert(
			fc.property(figures, fc.nat(), fc.nat(), bad, (rows, someRow, someColumn, text) => {
				const { header, body } = sheetParts(rows);
				const row = someRow % rows.length;
				const column = 2 + (someColumn % measures.length);
				const spoiled = body.map((cells, at) =>
					at === row ? cells.map((cell, place) => (place === column ? text : cell)) : cells
				);
				const draft = draftOf([TITLE, header, ...spoiled, totalOf(rows)]);
				expect(draft.rows).toEqual({ read: rows.length, accepted: rows.length - 1, rejected: 1 });
				expect(draft.issues).toEqual([
					expect.objectContaining({
						severity: 'error',
						row: row + 3,
						column: header[column],
						value: text
					})
				]);
			})
		);
	});

	it('answers one wrong total with exactly one error that names cell, expected and found', () => {
		fc.assert(
			fc.property(figures, fc.nat(), (rows, someColumn) => {
				const column = 2 + (someColumn % measures.length);
				const total = totalOf(rows);
				const found = Number(total[column]) + 1;
				const { header, body } = sheetParts(rows);
				const wrong = total.map((cell, at) => (at === column ? String(found) : cell));
				expect(draftOf([TITLE, header, ...body, wrong]).issues).toEqual([
					{
						severity: 'error',
						code: 'total-mismatch',
						row: rows.length + 3,
						column: header[column],
						value: String(found),
						params: {
							label: 'Tổng cộng',
							column: header[column],
							measure: measures[column - 2]?.id,
							expected: found - 1,
							found
						}
					}
				]);
			})
		);
	});

	it('never throws, whatever the cells', () => {
		const cell = fc.oneof(
			fc.constantFrom(
				'Đơn vị',
				'HTXSNV',
				'HTTNV',
				'b1.xs',
				'unit',
				'measure',
				'value',
				'Tổng cộng'
			),
			fc.string(),
			fc.double(),
			fc.bigInt(),
			fc.constant(null)
		);
		fc.assert(
			fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (rows) => {
				for (const draft of draftsOf(rows)) {
					const { read, accepted, rejected } = draft.rows;
					expect(read).toBe(accepted + rejected);
				}
			}),
			{ numRuns: 200 }
		);
	});
});

describe('the units of a sheet', () => {
	const header = ['Đơn vị', 'ĐBQH', 'nữ', 'Lãnh đạo, quản lý', 'Trong đó: nữ'];

	it('are found by code, exact name and folded name', () => {
		const names = ['MH01', 'Đảng bộ phường số MH02', 'DANG BO PHUONG SO MH03'];
		const draft = draftOf([TITLE, header, ...names.map((name) => [name, 8, 3, 9, 4])]);
		expect([...new Set(draft.entries.map(({ unit }) => unit))]).toEqual(['MH01', 'MH02', 'MH03']);
	});

	it('are found by their code where name and code stand apart, and refused where they differ', () => {
		const rows = [
			['Mã đơn vị', ...header],
			['MH01', 'tên gọi khác', 8, 3, 9, 4],
			['MH02', 'Đảng bộ phường số MH03', 8, 3, 9, 4]
		];
		const draft = draftOf([TITLE, ...rows]);
		expect(draft.rows).toEqual({ read: 2, accepted: 1, rejected: 1 });
		expect(draft.issues.filter(({ row }) => row === 4)).toEqual([
			{
				severity: 'error',
				code: 'unit-code-differs',
				row: 4,
				column: 'Mã đơn vị',
				value: 'Đảng bộ phường số MH03',
				params: { code: 'MH02', name: 'Đảng bộ phường số MH03', other: 'MH03' }
			}
		]);
	});

	it('do not count twice where a parent stands beside its children', () => {
		const rows = [
			['MH', 30, 7, 20, 9],
			['MH01', 10, 3, 9, 4],
			['MH02', 20, 4, 11, 5]
		];
		const draft = draftOf([TITLE, header, ...rows, ['Tổng cộng', 30, 7, 20, 9]]);
		expect(draft.totals).toEqual({
			'b6.dbqh': 30n,
			'b6.dbqh_nu': 7n,
			'b6.ldql': 20n,
			'b6.ldql_nu': 9n
		});
		expect(draft.entries).toHaveLength(12);
		expect(draft.issues.filter(({ code }) => code !== 'missing-column')).toEqual([]);
	});
});

function draftOf(rows: Cell[][]): Draft {
	const drafts = draftsOf(rows);
	expect(drafts).toHaveLength(1);
	return drafts[0] as Draft;
}

function draftsOf(rows: Cell[][]): Draft[] {
	const catalogue = productCatalogue();
	return draftGrid({ grid: { rows }, file: 'b6.csv', sha256: '', catalogue, units });
}

function sheetParts(rows: number[][]): { header: string[]; body: Cell[][] } {
	const header = ['STT', 'Đơn vị', ...measures.map((measure) => measure.header)];
	const body = rows.map((cells, at) => [at + 1, units[at + 1]?.name ?? '', ...cells]);
	return { header, body };
}

function sheetOf(rows: number[][], { total }: { total: boolean }): Cell[][] {
	const { header, body } = sheetParts(rows);
	return [TITLE, header, ...body, ...(total ? [totalOf(rows)] : [])];
}

function totalOf(rows: number[][]): Cell[] {
	const sums = measures.map((_, at) => rows.reduce((sum, cells) => sum + (cells[at] ?? 0), 0));
	return [null, 'Tổng cộng', ...sums.map(String)];
}

/** The entries without their places in the file, in a fixed order. */
function factsOf({ entries }: Draft): string[] {
	return entries
		.map(({ unit, period, measure, state, value }: Entry) =>
			[unit, period, measure, state, value].join(' ')
		)
		.sort();
}
