import { describe, expect, it } from 'vitest';
import { heatOf } from '#lib/views/heat.ts';
import { indicatorOf } from './example-facts.ts';
import { groundOf, rated } from './example-ground.ts';

describe('units by years', () => {
	const ground = groundOf(
		rated('MH', '2024', { numerator: 122, denominator: 132 }),
		rated('MH', '2025', { numerator: 80, denominator: 100, closed: false }),
		rated('P1', '2025', { reported: 0 }),
		rated('KCQ', '2024', { numerator: 1717, denominator: 1718 }),
		rated('KCQ', '2025', { numerator: 9, denominator: 10 })
	);
	const heat = heatOf(ground, {
		unit: 'MH',
		period: '2025',
		indicator: indicatorOf('grassroots-rated-good'),
		language: 'vi'
	});

	it('begin with the whole, then the units on the map of the period', () => {
		expect(heat.years).toEqual([
			{ period: '2024', mark: '2024' },
			{ period: '2025', mark: '2025' }
		]);
		expect(heat.rows.map(({ unit, isWhole }) => [unit, isWhole])).toEqual([
			['MH', true],
			['P1', false],
			['KCQ', false]
		]);
	});

	it('tell what is missing from what did not exist, and print what is there without rounding up', () => {
		expect(heat.rows.flatMap(({ cells }) => cells.map(({ words }) => words))).toEqual([
			'Thành phố, năm 2024: 92,42%, Đạt',
			'Thành phố, năm 2025: 80,00%, Chưa đến kỳ, chưa chốt',
			'Phường 1, năm 2024: đơn vị không tồn tại trong kỳ',
			'Phường 1, năm 2025: Chưa có số liệu',
			'Khối cơ quan, năm 2024: 99,94%, Đạt',
			'Khối cơ quan, năm 2025: 90,00%, Chưa đạt'
		]);
	});

	it('carry what a field shows', () => {
		expect(heat.rows[0]?.cells[1]).toEqual({
			unit: 'MH',
			period: '2025',
			standing: {
				text: '80,00%',
				hasValue: true,
				isFinal: false,
				status: { status: 'not-due', word: 'Chưa đến kỳ', icon: 'clock' }
			},
			words: 'Thành phố, năm 2025: 80,00%, Chưa đến kỳ, chưa chốt'
		});
	});
});
