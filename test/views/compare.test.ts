import { describe, expect, it } from 'vitest';
import type { CompareRows } from '#lib/views/compare-rows.ts';
import { comparisonOf } from '#lib/views/compare.ts';
import type { Figure } from './example-facts.ts';
import { groundOf, rated } from './example-ground.ts';

const women = (unit: string, period: string, numerator: number, denominator: number): Figure => ({
	...{ unit, period, indicator: 'plan-women', numerator, denominator }
});

const ground = groundOf(
	rated('MH', '2024', { numerator: 122, denominator: 132 }),
	rated('MH', '2025', { numerator: 80, denominator: 100 }),
	rated('P1', '2025', { numerator: 19, denominator: 20 }),
	rated('KCQ', '2025', { numerator: 201, denominator: 250 }),
	women('MH', '2025', 260, 1000),
	women('P1', '2025', 26, 100)
);

const unitsIn2025 = (...codes: string[]) =>
	codes.map((unit) => ({ unit, period: '2025', name: unit }));

const compare = (sides: ReturnType<typeof unitsIn2025>, rows: CompareRows = 'known') =>
	comparisonOf(ground, { sides, rows, language: 'vi' });

const cellsOf = (comparison: ReturnType<typeof compare>, id: string) =>
	comparison.groups.flatMap(({ rows }) => rows).find(({ indicator }) => indicator === id)!.cells;

describe('units side by side', () => {
	it('differ from the first in percentage points', () => {
		const cells = cellsOf(compare(unitsIn2025('MH', 'P1', 'KCQ')), 'grassroots-rated-good');
		expect(cells.map(({ reading }) => reading?.value?.text)).toEqual([
			'80,00%',
			'95,00%',
			'80,40%'
		]);
		expect(cells.map(({ difference }) => difference)).toEqual([
			undefined,
			{ text: '+15,00 điểm %', turn: 'up', sign: 1, isApart: false },
			{ text: '+0,40 điểm %', sign: 1, isApart: false }
		]);
	});

	it('turn their differences with their order', () => {
		const [, cell] = cellsOf(compare(unitsIn2025('P1', 'MH')), 'grassroots-rated-good');
		expect(cell?.difference).toEqual({
			text: '−15,00 điểm %',
			turn: 'down',
			sign: -1,
			isApart: false
		});
	});

	it('say where values are equal', () => {
		const [, cell] = cellsOf(compare(unitsIn2025('MH', 'P1')), 'plan-women');
		expect(cell?.difference).toEqual({ text: 'bằng nhau', sign: 0, isApart: false });
	});

	it('share one axis', () => {
		const cells = cellsOf(compare(unitsIn2025('MH', 'P1', 'KCQ')), 'grassroots-rated-good');
		expect(new Set(cells.map(({ reading }) => reading?.scale.end))).toEqual(new Set(['100%']));
	});

	it('count what they meet, and how often they lie above and below the first', () => {
		const { heads, different } = compare(unitsIn2025('MH', 'P1'), [
			'grassroots-rated-good',
			'plan-women'
		]);
		expect(heads).toEqual([
			{
				unit: 'MH',
				period: '2025',
				name: 'MH',
				exists: true,
				isBase: true,
				met: 'đạt 1/2 chỉ tiêu'
			},
			{
				...{ unit: 'P1', period: '2025', name: 'P1', exists: true, isBase: false },
				met: 'đạt 2/2 chỉ tiêu',
				against: 'cao hơn 1, thấp hơn 0, bằng nhau 1'
			}
		]);
		expect(different).toBe(1);
	});

	it('keep the place of one that does not exist in the period, and are held against the first that does', () => {
		const { heads, groups } = compare(unitsIn2025('Q1', 'P1', 'MH'));
		expect(heads.map(({ exists, isBase }) => [exists, isBase])).toEqual([
			[false, false],
			[true, true],
			[true, false]
		]);
		const [gone, base, other] = groups[0]!.rows[0]!.cells;
		expect(gone).toEqual({ isFinal: true });
		expect(base?.difference).toBeUndefined();
		expect(other?.difference?.text).toBe('−15,00 điểm %');
	});
});

describe('periods side by side', () => {
	it('mark a difference across a change of rules', () => {
		const sides = ['2024', '2025'].map((period) => ({ unit: 'MH', period, name: period }));
		const [, cell] = cellsOf(compare(sides), 'grassroots-rated-good');
		expect(cell?.difference).toEqual({
			text: '−12,42 điểm %',
			turn: 'down',
			sign: -1,
			isApart: true
		});
	});
});

describe('the indicators compared', () => {
	const idsOf = (rows: CompareRows) =>
		compare(unitsIn2025('MH', 'P1'), rows).groups.flatMap((group) =>
			group.rows.map(({ indicator }) => indicator)
		);

	it('are the headline ones and all with a value, unless others are asked for', () => {
		const headline = [
			'grassroots-rated-good',
			'committee-political-theory',
			'plan-women',
			'plan-young'
		];
		expect(idsOf('known')).toEqual(headline);
		expect(idsOf('headline')).toEqual(headline);
		expect(idsOf('differ')).toEqual(['grassroots-rated-good']);
		expect(idsOf(['plan-young', 'no-such'])).toEqual(['plan-young']);
	});
});
