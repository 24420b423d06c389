import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { draftGrid } from '#lib/ingest/draft-grid.ts';
import type { Draft } from '#lib/ingest/draft.ts';
import type { Cell } from '#lib/ingest/grid.ts';
import { groupMark, looksLikeGroup } from '#lib/ingest/row-groups.ts';
import type { Unit } from '#lib/units/unit.ts';

/** A sheet is some milliseconds of work. */
fc.configureGlobal({ numRuns: 60 });

const TITLE = ['Kỳ báo cáo: Quý IV/2024'];
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI'];
const B6 = productCatalogue().templates.find(({ id }) => id === 'B6');
const measures = B6?.measures ?? [];
const header = ['STT', 'Đơn vị', ...measures.map((measure) => measure.header)];
const units: Unit[] = Array.from({ length: 40 }, (_, at) => ({
	code: `U${at}`,
	name: `Đảng bộ phường số ${at}`,
	kind: 'Phường',
	level: 'xa',
	validFrom: '2020-01-01'
}));

/** Figures of one row that pass the checks of B6: each part is at most its whole. */
const figures = fc
	.array(fc.tuple(fc.nat({ max: 10 ** 6 }), fc.nat({ max: 10 ** 6 })), {
		minLength: measures.length / 2,
		maxLength: measures.length / 2
	})
	.map((pairs) => pairs.flatMap(([a, b]) => [Math.max(a, b), Math.min(a, b)]));

const group = fc.record({
	rows: fc.array(figures, { minLength: 1, maxLength: 4 }),
	/** Where the group states its total: in its own row, behind its rows by number, by the bare word, or nowhere. */
	total: fc.constantFrom('head', 'named', 'bare', 'none')
});

/** Groups within two or three parts, "A" > "I" > rows, a grand total before or behind them. */
const sheet = fc.record({
	parts: fc.array(
		fc.record({ groups: fc.array(group, { minLength: 1, maxLength: 3 }), hasTotal: fc.boolean() }),
		{ minLength: 1, maxLength: 3 }
	),
	first: fc.boolean()
});

type Sheet = typeof sheet extends fc.Arbitrary<infer Value> ? Value : never;

describe('groups of rows', () => {
	it('are none of the units, and their totals agree with the rows below them', () => {
		fc.assert(
			fc.property(sheet, (given) => {
				const { lines, count, sums } = linesOf(given);
				const draft = draftOf([TITLE, header, ...lines]);
				expect(draft.issues).toEqual([]);
				expect(draft.rows).toEqual({ read: count, accepted: count, rejected: 0 });
				expect(Object.values(draft.totals)).toEqual(sums.map(BigInt));
				const { totals } = draft.matches;
				expect(totals.filter(({ expected, found }) => expected !== found)).toEqual([]);
				expect(totals).toHaveLength(totalPlaces(lines).length * measures.length);
			})
		);
	});

	it('answer one wrong figure of one total row with exactly one issue: cell, expected and found', () => {
		fc.assert(
			fc.property(sheet, fc.nat(), fc.nat(), fc.integer({ min: 1 }), (given, some, which, more) => {
				const { lines } = linesOf(given);
				const places = totalPlaces(lines);
				const row = places[some % places.length] ?? 0;
				const column = 2 + (which % measures.length);
				const expected = Number(lines[row]?.[column]);
				const found = expected + more;
				const tampered = lines.map((cells, at) =>
					at === row ? cells.map((cell, place) => (place === column ? found : cell)) : cells
				);
				expect(draftOf([TITLE, header, ...tampered]).issues).toEqual([
					{
						severity: 'error',
						code: 'total-mismatch',
						row: row + 3,
						column: header[column],
						value: String(found),
						params: expect.objectContaining({
							column: header[column],
							measure: measures[column - 2]?.id,
							expected,
							found
						}) as object
					}
				]);
			})
		);
	});

	it('leave a row with figures and nothing below it an unknown unit', () => {
		const row = (number: string, name: string): Cell[] => [number, name, ...measures.map(() => 4)];
		const lines = [row('I', 'Đảng bộ phường số 1'), row('II', 'Phường Lạ'), row('III', 'U2')];
		const draft = draftOf([TITLE, header, ...lines]);
		expect(draft.rows).toEqual({ read: 3, accepted: 2, rejected: 1 });
		expect(draft.issues).toEqual([
			expect.objectContaining({ code: 'unknown-unit', row: 4, value: 'Phường Lạ' })
		]);
	});
});

describe('the head of a group', () => {
	it.each([
		[{ number: 'I', label: 'KHỐI PHƯỜNG, XÃ' }, 'I'],
		[{ number: 'A.', label: '' }, 'A'],
		[{ number: '', label: 'II. Khối cơ quan' }, 'II'],
		[{ number: '', label: 'B) Khối cơ quan' }, 'B'],
		[{ number: '1', label: 'Khối cơ quan' }, ''],
		[{ number: '', label: 'A Lưới' }, '']
	])('%o has the number “%s”', (head, mark) => {
		expect(groupMark(head)).toBe(mark);
	});

	it('is told by its number, its first word or its capitals', () => {
		const heads = ['Khối phường, xã', 'CÁC CƠ QUAN', 'Phường Lạ', 'A Lưới'];
		expect(heads.map((label) => looksLikeGroup({ number: '', label }))).toEqual([
			...[true, true, false, false]
		]);
	});
});

function draftOf(rows: Cell[][]): Draft {
	const catalogue = productCatalogue();
	const [draft] = draftGrid({ grid: { rows }, file: 'b6.csv', sha256: '', catalogue, units });
	if (!draft) throw new Error('no draft');
	return draft;
}

/** The lines of the sheet, how many of them are data, and the sums of these. */
function linesOf({ parts, first }: Sheet): { lines: Cell[][]; count: number; sums: number[] } {
	let count = 0;
	const body = parts.flatMap(({ groups, hasTotal }, at): Cell[][] => {
		const letter = 'ABC'[at] ?? '';
		const all = groups.flatMap(({ rows }) => rows);
		const lines = groups.flatMap(({ rows, total }, place): Cell[][] => {
			const number = ROMAN[place] ?? '';
			const label = `Cụm số ${place}`;
			const data = rows.map((cells, n): Cell[] => {
				count += 1;
				return [n + 1, `Đảng bộ phường số ${count}`, ...cells];
			});
			const head = [number, label, ...(total === 'head' ? sumsOf(rows) : [])];
			if (total === 'named') return [head, ...data, ['', `Cộng ${number}`, ...sumsOf(rows)]];
			if (total === 'bare') return [head, ...data, ['', 'Cộng', ...sumsOf(rows)]];
			return [head, ...data];
		});
		return [[letter, 'KHỐI CƠ SỞ', ...(hasTotal ? sumsOf(all) : [])], ...lines];
	});
	const sums = sumsOf(parts.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows)));
	const total = ['', 'Tổng cộng', ...sums];
	return { lines: first ? [total, ...body] : [...body, total], count, sums };
}

/** The lines, from 0, that state a total. */
function totalPlaces(lines: readonly Cell[][]): number[] {
	return lines.flatMap(([number, , figure], at) =>
		figure !== undefined && typeof number === 'string' ? [at] : []
	);
}

function sumsOf(rows: readonly (readonly number[])[]): number[] {
	return measures.map((_, at) => rows.reduce((sum, cells) => sum + (cells[at] ?? 0), 0));
}
