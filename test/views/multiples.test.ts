import { expect, test } from 'vitest';
import { multipleOf } from '#lib/views/multiple.ts';
import { multiplePath, targetPath } from '#lib/views/multiple-path.ts';
import { type MultipleOrder, multiplesOf } from '#lib/views/multiples.ts';
import { indicatorOf } from './example-facts.ts';
import { groundOf, rated } from './example-ground.ts';

const indicator = indicatorOf('grassroots-rated-good');
const asked = { unit: 'MH', period: '2024', indicator, grain: 'year', language: 'vi' } as const;

const ground = groundOf(
	rated('Q1', '2022', { numerator: 80, denominator: 100 }),
	rated('Q1', '2024', { numerator: 92, denominator: 100 }),
	rated('Q2', '2022', { numerator: 95, denominator: 100 }),
	rated('Q2', '2023', { numerator: 93, denominator: 100 }),
	rated('Q2', '2024', { numerator: 90, denominator: 100, closed: false }),
	rated('Q10', '2023', { numerator: 85, denominator: 100 })
);

test('the small trends stand on one scale, the lowest newest value first', () => {
	const multiples = multiplesOf(ground, { ...asked, order: 'value' });
	expect(multiples).toEqual({
		periods: ['2022', '2023', '2024'],
		scale: { min: 75, max: 100, interval: 5, decimals: 0 },
		units: [
			{ code: 'Q10', name: 'Quận 10' },
			{ code: 'Q2', name: 'Quận 2' },
			{ code: 'Q1', name: 'Quận 1' },
			{ code: 'KCQ', name: 'Khối cơ quan' }
		],
		sentence:
			'4 đơn vị trên cùng một thang từ 75% đến 100%. Từ năm 2022 đến năm 2024: 1 đơn vị tăng, 1 giảm, 0 không đổi.'
	});
});

test.each<[MultipleOrder, string[]]>([
	['change', ['Q2', 'Q1', 'KCQ', 'Q10']],
	['name', ['KCQ', 'Q1', 'Q2', 'Q10']]
])('ordered by %s', (order, codes) => {
	const units = multiplesOf(ground, { ...asked, order })?.units ?? [];
	expect(units.map(({ code }) => code)).toEqual(codes);
});

test('a single unit or a single period is nothing to compare', () => {
	const one = groundOf(rated('Q1', '2024', { numerator: 92, denominator: 100 }));
	expect(multiplesOf(one, { ...asked, order: 'value' })).toBeUndefined();
	expect(multiplesOf(ground, { ...asked, unit: 'Q1', order: 'value' })).toBeUndefined();
});

test('a small trend has a gap where there is no value, and a hollow point where it is not final', () => {
	const periods = ['2022', '2023', '2024'];
	const scale = { min: 80, max: 100, interval: 5, decimals: 0 };
	const question = { ...asked, periods, scale };
	const [first, second, third] = multipleOf(ground, { ...question, unit: 'Q1' });
	expect(first).toEqual({
		...{ period: '2022', x: 1 / 6, y: 0, targets: [0.5], isFinal: true, isApart: false },
		...{ text: '80,00%', words: 'Năm 2022: 80,00%, Chưa đạt' },
		status: { status: 'not-met', word: 'Chưa đạt', icon: 'cross' }
	});
	expect(second).toMatchObject({ text: '–', words: 'Năm 2023: Chưa có số liệu' });
	expect(second?.y).toBeUndefined();
	expect(third).toMatchObject({ text: '92,00%', isFinal: true });
	expect(multipleOf(ground, { ...question, unit: 'Q2' })[2]).toMatchObject({ isFinal: false });
});

test('the line ends at a gap, and the target goes in steps', () => {
	const point = { period: '', isFinal: true, isApart: false, text: '', words: '' };
	const box = { width: 100, height: 10 };
	const points = [
		{ ...point, x: 0.125, y: 0, targets: [0.5] },
		{ ...point, x: 0.375, y: 1, targets: [0.5] },
		{ ...point, x: 0.625, targets: [1] },
		{ ...point, x: 0.875, y: 0.5, targets: [] }
	];
	expect(multiplePath(points, box)).toBe('M12.5 10.0L37.5 0.0M87.5 5.0');
	expect(targetPath(points, box)).toBe('M0.0 5.0L25.0 5.0L50.0 5.0M50.0 0.0L75.0 0.0');
});

test('what is counted from 1 January moves only between the same quarters', () => {
	const admitted = (unit: string, period: string, numerator: number) => ({
		...{ unit, period, numerator },
		...{ indicator: 'admission-rate', denominator: 1000, closed: period.endsWith('Q4') }
	});
	const quarters = groundOf(
		admitted('Q1', '2023-Q1', 5),
		admitted('Q1', '2023-Q4', 40),
		admitted('Q1', '2024-Q1', 9),
		admitted('Q2', '2023-Q1', 8),
		admitted('Q2', '2024-Q1', 6)
	);
	const multiples = multiplesOf(quarters, {
		...asked,
		...{ period: '2024-Q1', grain: 'quarter', order: 'change' },
		indicator: indicatorOf('admission-rate')
	});
	expect(multiples?.units.slice(0, 2).map(({ code }) => code)).toEqual(['Q2', 'Q1']);
	expect(multiples?.sentence).toContain(
		'Từ quý I/2023 đến quý I/2024: 1 đơn vị tăng, 1 giảm, 0 không đổi.'
	);
});
