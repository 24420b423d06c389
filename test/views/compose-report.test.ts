import { describe, expect, test } from 'vitest';
import { REPORT_SECTIONS } from '#lib/base/report-definition.ts';
import { readTraceCode, speaksOfIndicator, speaksOfUnit } from '#lib/base/trace-code.ts';
import { productDeadlines } from '#lib/catalogue/load-deadlines.ts';
import { composeReport } from '#lib/views/compose-report.ts';
import type { ReportSubmission } from '#lib/views/report-ground.ts';
import { factsOf } from './example-facts.ts';
import {
	cellTexts,
	chartsOf,
	counted,
	definitionOf,
	LANGUAGES,
	REPORT_TREE,
	reportOf,
	tablesOf
} from './report-city.ts';

const RATED = 'grassroots-rated-good';
const BEFORE = { period: '2023' };

/** 37 of 40 in 2024 after 36 of 40, and a ward that has nothing to rate. */
const FIGURES = [
	counted('MH', RATED, [37, 40]),
	counted('P1', RATED, [18, 20]),
	counted('P2', RATED, [19, 20]),
	counted('P3', RATED, [0, 0]),
	counted('MH', RATED, [36, 40], BEFORE),
	counted('P1', RATED, [17, 20], BEFORE),
	counted('P2', RATED, [19, 20], BEFORE)
];

describe('the table of an indicator', () => {
	const [table] = tablesOf(reportOf(FIGURES));

	test('holds counts, value, target, status, what is lacking and the change of every unit', () => {
		expect(cellTexts(table!)).toEqual([
			['Đảng bộ thành phố', '37', '40', '92,50%', 'trên 90%', 'Đạt', '', '+2,50'],
			['Phường Một', '18', '20', '90,00%', 'trên 90%', 'Chưa đạt', '1', '+5,00'],
			['Phường Hai', '19', '20', '95,00%', 'trên 90%', 'Đạt', '', '0'],
			['Phường Ba', '0', '0', '[x]', 'trên 90%', 'Không áp dụng', '', '']
		]);
	});

	test('holds the numbers behind the texts', () => {
		expect(table!.rows[1]!.cells.map(({ number }) => number)).toEqual([
			undefined,
			{ value: 18, unit: 'count', decimals: 0 },
			{ value: 20, unit: 'count', decimals: 0 },
			{ value: 0.9, unit: 'ratio', decimals: 2 },
			undefined,
			undefined,
			{ value: 1, unit: 'count', decimals: 0 },
			{ value: 5, unit: 'points', decimals: 2 },
			undefined
		]);
	});

	test('says whose row is the sum, and how deep the others lie', () => {
		expect(table!.rows.map(({ depth, isTotal }) => [depth, isTotal])).toEqual([
			[0, true],
			[1, undefined],
			[1, undefined],
			[1, undefined]
		]);
	});

	test('holds codes that lead back to the figures of their rows', () => {
		const codes = table!.rows.map(({ cells }) => readTraceCode(cells.at(-1)?.text ?? ''));
		const units = codes.map((code) =>
			'fault' in code || !speaksOfIndicator(code, RATED) || code.period !== '2024'
				? 'none'
				: ['MH', 'P1', 'P2', 'P3'].find((unit) => speaksOfUnit(code, unit))
		);
		expect(units).toEqual(['MH', 'P1', 'P2', 'P3']);
	});
});

describe('the charts of an indicator', () => {
	const charts = chartsOf(reportOf(FIGURES));

	test('rank the units, the worst first, beside their targets', () => {
		const bullets = charts.find(({ kind }) => kind === 'bullets');
		expect(bullets).toMatchObject({
			kind: 'bullets',
			unit: 'ratio',
			categories: ['Phường Một', 'Phường Hai', 'Phường Ba'],
			series: [
				{
					role: 'value',
					values: [0.9, 0.95, null],
					labels: ['90,00%', '95,00%', null],
					statuses: ['not-met', 'met', 'not-applicable']
				},
				{ role: 'target', values: [0.9, 0.9, 0.9], labels: Array(3).fill('trên 90%') }
			]
		});
	});

	test('follow the whole over the periods with the targets in force', () => {
		const line = charts.find(({ kind }) => kind === 'line');
		expect(line?.categories).toEqual(['2023', '2024']);
		expect(line?.series.map(({ role, name, values }) => [role, name, values])).toEqual([
			['value', 'Tỷ lệ', [0.9, 0.925]],
			['target', 'NQ 21: trên 90%', [0.9, 0.9]],
			['target', 'Đà Nẵng: từ 90%', [0.9, 0.9]]
		]);
	});

	test('break the line where the rules changed', () => {
		const figures = [...FIGURES, counted('MH', RATED, [30, 40], { period: '2022' })];
		const line = chartsOf(reportOf(figures)).find(({ kind }) => kind === 'line');
		const values = line?.series.filter(({ role }) => role === 'value');
		expect(line?.categories).toEqual(['2022', '2023 [b]', '2024']);
		expect(values?.map((series) => series.values)).toEqual([
			[0.75, null, null],
			[null, 0.9, 0.925]
		]);
		expect(line?.breaks).toEqual([{ at: 1, label: 'Xếp loại theo QĐ 124, 04/10/2023' }]);
	});

	test('stack the levels of rating', () => {
		const excellent = 'grassroots-excellent';
		const figures = [
			...FIGURES,
			{ unit: 'MH', period: '2024', indicator: excellent, numerator: 4 },
			{ unit: 'P1', period: '2024', indicator: excellent, numerator: 2 }
		];
		const stack = chartsOf(reportOf(figures)).find(({ kind }) => kind === 'levels');
		expect(stack?.categories).toEqual(['Đảng bộ thành phố', 'Phường Một']);
		expect(stack?.series.map(({ name, values }) => [name, values])).toEqual([
			['Hoàn thành xuất sắc', [0.1, 0.1]],
			['Hoàn thành tốt', [0.825, 0.8]],
			['Các mức còn lại', [0.075, 0.1]]
		]);
	});
});

describe('letters', () => {
	const pending = { units: 1, unknown: 0, lastDenominator: 20n, numerator: 0n, denominator: 0n };

	test('mark a value that is not final, in its cell and on the chart', () => {
		const open = { reported: 2, expected: 3, pending };
		const report = reportOf([counted('MH', RATED, [37, 40], open), ...FIGURES.slice(1)]);
		const [table] = tablesOf(report);
		const line = chartsOf(report).find(({ kind }) => kind === 'line');
		expect(table!.rows[0]!.cells[3]).toMatchObject({ text: '92,50% [p]', letters: ['p'] });
		expect(line?.series[0]).toMatchObject({ provisional: [1] });
		expect(report.letters.map(({ letter }) => letter)).toEqual(['p', 'x']);
	});

	test('mark a value whose sheet was sent again or provisionally, also in the units above', () => {
		const receipts = {
			units: ['P1', 'P2'],
			templates: ['B1'],
			quarters: [2024 * 4 + 3],
			first: Int32Array.of(1, 3),
			newest: Int32Array.of(2, 3)
		};
		const submissions = [1, 2, 3].map((sequence) => submission(sequence));
		const [table] = tablesOf(reportOf(FIGURES, { ground: { receipts, submissions } }));
		expect(table!.rows.map(({ cells }) => cells[3]?.text)).toEqual([
			'92,50% [p] [r]',
			'90,00% [r]',
			'95,00% [p]',
			'[x]'
		]);
	});

	test('are explained where they occur, and only there', () => {
		expect(reportOf(FIGURES).letters).toEqual([
			{ letter: 'x', meaning: 'không áp dụng: không có đối tượng để tính' }
		]);
		expect(reportOf(FIGURES.slice(0, 3)).letters).toEqual([]);
	});
});

describe('a report as a whole', () => {
	test.each(LANGUAGES)('is the same from the same figures (%s)', (language) => {
		const definition = { language, sections: REPORT_SECTIONS };
		expect(reportOf(FIGURES, { definition })).toEqual(reportOf(FIGURES, { definition }));
	});

	test('has the sections asked for in their order, those of indicators below theirs', () => {
		const definition = { sections: ['method', 'indicators', 'summary'] as const };
		expect(reportOf(FIGURES, { definition }).sections.map(({ id, level }) => [id, level])).toEqual([
			['method', 1],
			['indicators', 1],
			['indicator:grassroots-rated-good', 2],
			['summary', 1]
		]);
	});

	test('speaks of the headline indicators where none is chosen', () => {
		const report = reportOf(FIGURES, { definition: { indicators: [] } });
		expect(report.sections.map(({ id }) => id)).toEqual([
			'indicators',
			'indicator:grassroots-rated-good',
			'indicator:committee-political-theory',
			'indicator:plan-women',
			'indicator:plan-young'
		]);
	});

	test('says whose it is, of when, and when it was made', () => {
		const { head } = reportOf(FIGURES);
		expect(head).toEqual({
			title: 'Báo cáo kết quả thực hiện các chỉ tiêu công tác tổ chức xây dựng Đảng',
			kind: 'Báo cáo',
			subject: 'Kết quả thực hiện các chỉ tiêu công tác tổ chức xây dựng Đảng',
			scope: 'Đảng bộ thành phố, năm 2024',
			unit: 'Đảng bộ thành phố',
			period: 'Năm 2024',
			made: '20/01/2025',
			fields: {}
		});
	});

	test('is made in many small steps that tell how much is done', () => {
		const ground = {
			definition: definitionOf({ sections: REPORT_SECTIONS }),
			tree: REPORT_TREE,
			path: ['MH'],
			period: '2024',
			boundaries: 'reported' as const,
			today: '2025-01-20',
			sequence: 7,
			submissions: [],
			deadlines: productDeadlines()
		};
		const steps = composeReport(factsOf(...FIGURES), ground);
		const shares: number[] = [];
		for (let step = steps.next(); !step.done; step = steps.next()) shares.push(step.value);
		expect(shares.length).toBeGreaterThan(15);
		expect(shares).toEqual(shares.toSorted((a, b) => a - b));
		expect(shares.at(-1)).toBe(1);
	});

	test('is refused where the unit does not exist', () => {
		expect(() => reportOf(FIGURES, { ground: { path: ['P9'] } })).toThrow(
			expect.objectContaining({ code: 'report.no-unit', params: { unit: 'P9', period: '2024' } })
		);
	});
});

function submission(sequence: number): ReportSubmission {
	return {
		...{ id: `s${sequence}`, sequence, file: 'b1.csv', template: 'B1', periods: ['2024-Q4'] },
		at: '2025-01-05T02:00:00.000Z',
		state: sequence === 3 ? 'provisional' : 'official',
		rows: { accepted: 2, rejected: 0 },
		issues: []
	};
}
