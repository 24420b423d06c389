import { describe, expect, test } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { productDeadlines } from '#lib/catalogue/load-deadlines.ts';
import { cellDetail } from '#lib/views/reporting-detail.ts';
import { cellWords, tallyWords } from '#lib/views/reporting-look.ts';
import { missingReports, missingRows, missingText } from '#lib/views/reporting-missing.ts';
import { reportingParts, reportingRates } from '#lib/views/reporting-rates.ts';
import { ruleWords } from '#lib/views/reporting-rules.ts';
import { emptyTally } from '#lib/views/reporting-tally.ts';
import { openAtFirst, visibleRows } from '#lib/views/reporting-visible.ts';
import { reportingMatrix } from '#lib/views/reporting.ts';
import { type Arrival, cityGround } from './reporting-city.ts';

const catalogue = productCatalogue();
const TODAY = '2025-08-01';
const ARRIVALS: Arrival[] = [
	['D1', 'B1', '2025-Q1', 1, 4],
	['D2', 'B1', '2025-Q1', 2],
	['B', 'B1', '2025-Q1', 3],
	['B', 'B2', '2025-Q1', 1]
];
const matrix = reportingMatrix(cityGround(ARRIVALS, TODAY), {
	templates: ['B1', 'B2'],
	years: { from: 2025, to: 2025 }
});

describe('a cell', () => {
	const single = { ...emptyTally(), owed: 1, due: 1 };

	test.each([
		[single, 'check', 'Đúng hạn', 'On time'],
		[{ ...single, late: 1, lateDays: 1 }, 'over', 'Muộn 1 ngày', '1 day late'],
		[{ ...single, late: 1, lateDays: 1200 }, 'over', 'Muộn 1.200 ngày', '1,200 days late'],
		[{ ...single, provisional: 1 }, 'half', 'Tạm tính', 'Provisional'],
		[{ ...single, missing: 1 }, 'cross', 'Chưa nộp', 'Missing'],
		[{ ...single, due: 0, notDue: 1 }, 'clock', 'Chưa đến hạn', 'Not due yet'],
		[emptyTally(), 'dash', '0/0', '0/0']
	])('of %j says so with an icon and words', (tally, icon, vietnamese, english) => {
		const words = cellWords(tally, 'vi');
		expect([words.look.icon, words.text]).toEqual([icon, vietnamese]);
		expect(cellWords(tally, 'en').text).toBe(english);
	});

	test('that is late and provisional says both', () => {
		const words = cellWords({ ...single, late: 1, lateDays: 3, provisional: 1 }, 'vi');
		expect([words.text, words.note, words.label]).toEqual([
			...['Muộn 3 ngày', 'Tạm tính', 'Muộn 3 ngày, Tạm tính']
		]);
	});

	test('of several reports says how many have arrived, and all the rest for the ear', () => {
		const words = cellWords(matrix.tallies[0]![0]!, 'vi');
		expect([words.text, words.look.state]).toEqual(['4/6', 'missing']);
		expect(words.label).toBe('đã nộp 4/6, đúng hạn 3, muộn 1, tạm tính 1, chưa nộp 2');
		expect(tallyWords(emptyTally(), 'en')).toBe('Not owed');
	});
});

describe('the rates of a branch', () => {
	test('are sums over the reports that are due', () => {
		expect(reportingRates(matrix.totals[0]!, 'vi')).toEqual({
			reported: { counts: '4/12', percent: '33,33%' },
			onTime: { counts: '3/12', percent: '25,00%' }
		});
		expect(reportingRates(emptyTally(), 'vi').reported).toEqual({ counts: '–', percent: '' });
	});

	test('show their parts, which make up the whole', () => {
		const parts = reportingParts(matrix.totals[0]!, 'en');
		expect(parts.map(({ look, count }) => [look.word, count])).toEqual([
			['On time', '3'],
			['Late', '1'],
			['Missing', '8'],
			['Not due yet', '8']
		]);
		expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(100);
	});
});

describe('the list of what is missing', () => {
	const reports = missingReports(matrix, { today: TODAY });

	test('holds every report past its day, in the order of the units', () => {
		expect(reports.map(({ unit, template, period }) => `${unit} ${template} ${period}`)).toEqual([
			...['D1 B2 2025-Q1', 'D1 B1 2025-Q2', 'D1 B2 2025-Q2'],
			...['D2 B2 2025-Q1', 'D2 B1 2025-Q2', 'D2 B2 2025-Q2'],
			...['B B1 2025-Q2', 'B B2 2025-Q2']
		]);
		expect(reports[0]).toEqual({
			...{ unit: 'D1', unitName: 'Phường Một', parentName: 'Quận Đông', template: 'B2' },
			...{ period: '2025-Q1', due: '2025-04-10', daysOverdue: 113 }
		});
	});

	test('can be that of one branch in one column', () => {
		const row = matrix.rows.findIndex(({ code }) => code === 'D');
		const own = missingReports(matrix, { today: TODAY, row, column: 0 });
		expect(own.map(({ unit, template }) => `${unit} ${template}`)).toEqual(['D1 B2', 'D2 B2']);
	});

	test('reads as a letter would have it', () => {
		const heading = { unit: 'Thành phố', template: 'B1, B2', years: 'năm 2025', today: TODAY };
		expect(missingText(reports, { ...heading, language: 'vi' }))
			.toBe(`DANH SÁCH ĐƠN VỊ CHƯA NỘP BÁO CÁO
Thành phố; B1, B2; năm 2025. Tính đến ngày 01/08/2025.
Quá hạn mà chưa nộp: 8 báo cáo của 3 đơn vị.

Quận Đông
- Phường Một: Quý I/2025: B2 (hạn 10/04/2025); Quý II/2025: B1, B2 (hạn 10/07/2025)
- Phường Hai: Quý I/2025: B2 (hạn 10/04/2025); Quý II/2025: B1, B2 (hạn 10/07/2025)

Thành phố
- Khối cơ quan: Quý II/2025: B1, B2 (hạn 10/07/2025)
`);
	});

	test('makes a table of one line for each report', () => {
		expect(missingRows(reports, 'en').slice(0, 2)).toEqual([
			['Unit above', 'Unit code', 'Unit', 'Sheet', 'Period', 'Due', 'Days overdue'],
			['Quận Đông', 'D1', 'Phường Một', 'B2', 'Q1 2025', '2025-04-10', '113']
		]);
	});
});

describe('what is known of a cell', () => {
	const rowOf = (code: string): number => matrix.rows.findIndex((row) => row.code === code);

	test('is for each report when it was due, when it came and from which file', () => {
		const detail = cellDetail(
			matrix,
			{ row: rowOf('D1'), column: 0 },
			{ catalogue, language: 'vi' }
		);
		expect(
			detail?.reports.map(({ template, lines, hasArrived }) => [template, lines, hasArrived])
		).toEqual([
			[
				'B1',
				[
					'Hạn: hết ngày 10/04/2025',
					'Nộp lúc 10/04/2025 23:59: dung-han.csv',
					'Sửa lần cuối lúc 01/05/2025 07:00: sua.csv'
				],
				true
			],
			['B2', ['Hạn: hết ngày 10/04/2025, quá hạn 113 ngày'], false]
		]);
	});

	test('is nothing of its own where the cell sums up units below', () => {
		const detail = cellDetail(matrix, { row: 0, column: 0 }, { catalogue, language: 'vi' });
		expect(detail).toEqual({ unit: 'C', unitName: 'Thành phố', period: 'Quý I/2025', reports: [] });
	});
});

describe('the rows shown', () => {
	const codes = (places: number[]): string[] => places.map((place) => matrix.rows[place]!.code);

	test('are those under open branches', () => {
		expect(codes(visibleRows(matrix, { open: new Set(['C']), isOnlyMissing: false }))).toEqual([
			...['C', 'D', 'B', 'N']
		]);
		expect(openAtFirst(matrix)).toEqual(new Set(['C', 'C\tD']));
	});

	test('are those with reports missing, open or not, where these are asked for', () => {
		expect(codes(visibleRows(matrix, { open: new Set(), isOnlyMissing: true }))).toEqual([
			...['C', 'D', 'D1', 'D2', 'B']
		]);
	});
});

test('the deadlines are said with who set them', () => {
	expect(
		ruleWords(productDeadlines(), 'vi').map(({ rule, isVerified }) => [rule, isVerified])
	).toEqual([
		['B1, B2, B3, B4, B6, B7: theo quý, chậm nhất ngày 10 của tháng sau quý', false],
		['B5: hằng năm, trước ngày 15/12', true]
	]);
	expect(ruleWords(productDeadlines(), 'en')[1]!.rule).toBe('B5: yearly, before 15 December');
});
