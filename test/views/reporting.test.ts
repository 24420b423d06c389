import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import { reportingColumns } from '#lib/views/reporting-columns.ts';
import { reportingRows } from '#lib/views/reporting-rows.ts';
import { reportedIn, stateOf, type Tally } from '#lib/views/reporting-tally.ts';
import { reportingMatrix } from '#lib/views/reporting.ts';
import { productDeadlines } from '#lib/catalogue/load-deadlines.ts';
import { type Arrival, cityGround, CITY_UNITS } from './reporting-city.ts';

const YEAR = { from: 2025, to: 2025 };
const ALL = ['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7'];
const tally = (parts: Partial<Tally>): Tally => ({
	...{ owed: 0, due: 0, missing: 0, late: 0, provisional: 0, notDue: 0, lateDays: 0 },
	...parts
});

describe('what is owed', () => {
	test('stands by quarter, a yearly sheet beside the fourth', () => {
		const columns = reportingColumns(productDeadlines(), { templates: ['B1', 'B5'], years: YEAR });
		expect(columns.map(({ period, duties }) => [period, duties.map((duty) => duty.due)])).toEqual([
			['2025-Q1', ['2025-04-10']],
			['2025-Q2', ['2025-07-10']],
			['2025-Q3', ['2025-10-10']],
			['2025-Q4', ['2026-01-10', '2025-12-14']]
		]);
	});

	test('stands by year where only the yearly sheet is looked at', () => {
		const scope = { templates: ['B5'], years: { from: 2024, to: 2025 } };
		expect(reportingColumns(productDeadlines(), scope)).toEqual(
			[2024, 2025].map((year) => ({
				period: `${year}`,
				day: `${year}-12-31`,
				duties: [
					{
						...{ template: 'B5', period: `${year}`, due: `${year}-12-14` },
						...{ from: year * 4, to: year * 4 + 3 }
					}
				]
			}))
		);
	});
});

describe('the rows', () => {
	const tree = createUnitTree(CITY_UNITS);

	test('are the units of every day looked at, each owing on the days on which it stands at the bottom', () => {
		const rows = reportingRows(tree, { days: ['2025-06-30', '2025-09-30'] });
		expect(rows.map(({ code, parent, level, owes }) => ({ code, parent, level, owes }))).toEqual([
			{ code: 'C', parent: -1, level: 1, owes: [false, false] },
			{ code: 'D', parent: 0, level: 2, owes: [false, false] },
			{ code: 'D1', parent: 1, level: 3, owes: [true, false] },
			{ code: 'D2', parent: 1, level: 3, owes: [true, false] },
			{ code: 'B', parent: 0, level: 2, owes: [true, true] },
			{ code: 'N', parent: 0, level: 2, owes: [false, true] }
		]);
		expect(rows.map(({ until }) => until)).toEqual([
			...[undefined, '2025-06-30', '2025-06-30', '2025-06-30', undefined, undefined]
		]);
	});

	test('are those of one branch where it is asked for, none where it does not exist', () => {
		const below = reportingRows(tree, { days: ['2025-06-30'], branch: 'D' });
		expect(below.map(({ code, level }) => [code, level])).toEqual([
			...[
				['D', 1],
				['D1', 2],
				['D2', 2]
			]
		]);
		expect(reportingRows(tree, { days: ['2025-09-30'], branch: 'D' })).toEqual([]);
	});

	test('show a unit that moved at both of its places', () => {
		const moved = createUnitTree([
			...CITY_UNITS.map((unit) => (unit.code === 'D1' ? { ...unit, validTo: '2025-03-31' } : unit)),
			{ ...CITY_UNITS[2]!, parent: 'C', validFrom: '2025-04-01', validTo: undefined }
		]);
		const rows = reportingRows(moved, { days: ['2025-03-31', '2025-06-30'] });
		expect(
			rows.filter(({ code }) => code === 'D1').map(({ level, owes }) => [level, owes])
		).toEqual([
			[3, [true, false]],
			[2, [false, true]]
		]);
	});
});

describe('a report', () => {
	const stateIn = (arrivals: Arrival[], today: string): unknown => {
		const matrix = reportingMatrix(cityGround(arrivals, today), { templates: ['B1'], years: YEAR });
		const standing = matrix.standingOf('B', matrix.columns[0]!.duties[0]!);
		return [standing.state, standing.lateDays, standing.first?.sequence, standing.newest?.sequence];
	};

	test.each([
		['on time to the last second of its last day', ['B', 'B1', '2025-Q1', 1], ['on-time', 0, 1, 1]],
		['late from the midnight after it', ['B', 'B1', '2025-Q1', 2], ['late', 1, 2, 2]],
		[
			'provisional as long as its newest word is',
			['B', 'B1', '2025-Q1', 3],
			['provisional', 0, 3, 3]
		],
		['as early as its first word', ['B', 'B1', '2025-Q1', 1, 4], ['on-time', 0, 1, 4]]
	] as [string, Arrival, unknown[]][])('is %s', (_, arrival, expected) => {
		expect(stateIn([arrival], '2025-11-22')).toEqual(expected);
	});

	test('was there on the day on which it was received, whenever it was taken in', () => {
		const ground = cityGround([['B', 'B1', '2025-Q1', 4]], '2025-11-22');
		const submissions = ground.submissions.map((each) => ({ ...each, received: '2025-04-12' }));
		const scope = { templates: ['B1'], years: YEAR };
		const matrix = reportingMatrix({ ...ground, submissions }, scope);
		const standing = matrix.standingOf('B', matrix.columns[0]!.duties[0]!);
		expect([standing.state, standing.lateDays]).toEqual(['late', 2]);
	});

	test.each([
		['2025-04-10', ['not-due', 0, undefined, undefined]],
		['2025-04-11', ['missing', 1, undefined, undefined]],
		['2025-05-10', ['missing', 30, undefined, undefined]]
	])('that is not there on %s is %j', (today, expected) => {
		expect(stateIn([], today)).toEqual(expected);
	});

	test('of the year is there with the figures of any of its quarters', () => {
		const ground = cityGround([['B', 'B5', '2025-Q2', 4]], '2026-01-01');
		const matrix = reportingMatrix(ground, { templates: ['B5'], years: YEAR });
		expect(matrix.tallies.map(([cell]) => stateOf(cell!))).toEqual([
			...['missing', 'on-time', 'missing']
		]);
	});
});

describe('the matrix', () => {
	const arrivals: Arrival[] = [
		['D1', 'B1', '2025-Q1', 1],
		['D2', 'B1', '2025-Q1', 2],
		['B', 'B1', '2025-Q1', 3]
	];
	const matrix = reportingMatrix(cityGround(arrivals, '2025-08-01'), {
		templates: ['B1'],
		years: YEAR
	});

	test('adds the reports of each branch up, on the map of each period', () => {
		const byCode = matrix.rows.map(({ code }, row) => [code, matrix.tallies[row]]);
		const none = tally({});
		const open = tally({ owed: 1, notDue: 1 });
		const missing = tally({ owed: 1, due: 1, missing: 1 });
		const late = tally({ owed: 1, due: 1, late: 1, lateDays: 1 });
		const district = tally({ owed: 2, due: 2, late: 1, lateDays: 1 });
		expect(byCode).toEqual([
			[
				'C',
				[
					tally({ owed: 3, due: 3, late: 1, provisional: 1, lateDays: 1 }),
					tally({ owed: 3, due: 3, missing: 3 }),
					tally({ owed: 2, notDue: 2 }),
					tally({ owed: 2, notDue: 2 })
				]
			],
			['D', [district, tally({ owed: 2, due: 2, missing: 2 }), none, none]],
			['D1', [tally({ owed: 1, due: 1 }), missing, none, none]],
			['D2', [late, missing, none, none]],
			['B', [tally({ owed: 1, due: 1, provisional: 1 }), missing, open, open]],
			['N', [none, none, open, open]]
		]);
	});

	test('gives the sum over its columns beside each row', () => {
		expect(matrix.totals[0]).toEqual(
			tally({ owed: 10, due: 6, missing: 3, late: 1, provisional: 1, notDue: 4, lateDays: 1 })
		);
	});
});

test('whatever arrives when, each branch is the sum of its units and nothing is lost', () => {
	const arrival = fc.tuple(
		fc.constantFrom('D1', 'D2', 'B', 'N'),
		fc.constantFrom(...ALL),
		fc.constantFrom('2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'),
		fc.integer({ min: 1, max: 4 })
	);
	const days = fc.constantFrom(
		'2025-01-01',
		'2025-07-10',
		'2025-07-11',
		'2025-12-15',
		'2026-06-01'
	);
	fc.assert(
		fc.property(fc.array(arrival), days, (arrivals, today) => {
			const matrix = reportingMatrix(cityGround(arrivals, today), { templates: ALL, years: YEAR });
			for (const column of matrix.columns.keys()) {
				const cells = matrix.tallies.map((row) => row[column]!);
				const own = cells.filter((_, row) => matrix.rows[row]!.owes[column]);
				for (const part of ['owed', 'due', 'missing', 'late', 'provisional', 'notDue'] as const) {
					expect(cells[0]![part]).toBe(own.reduce((sum, cell) => sum + cell[part], 0));
				}
				for (const { owed, missing, notDue, due, ...cell } of cells) {
					expect(reportedIn({ owed, missing, notDue, due, ...cell })).toBeGreaterThanOrEqual(0);
					expect(missing).toBeLessThanOrEqual(due);
					expect(due + notDue).toBeLessThanOrEqual(owed);
				}
			}
		})
	);
});
