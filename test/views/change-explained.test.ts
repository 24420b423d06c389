import { describe, expect, it } from 'vitest';
import { changeExplained } from '#lib/views/change-explained.ts';
import { earlierPeriods, usualEarlier } from '#lib/views/change-periods.ts';
import { indicatorOf } from './example-facts.ts';
import { groundOf, rated } from './example-ground.ts';

const indicator = indicatorOf('grassroots-rated-good');
const ground = groundOf(
	rated('MH', '2023', { numerator: 80, denominator: 100 }),
	rated('Q1', '2023', { numerator: 30, denominator: 50 }),
	rated('Q2', '2023', { numerator: 50, denominator: 50 }),
	rated('MH', '2024', { numerator: 80, denominator: 95 }),
	rated('Q1', '2024', { numerator: 30, denominator: 45 }),
	rated('Q2', '2024', { numerator: 50, denominator: 50 })
);
const asked = { unit: 'MH', indicator, language: 'vi' as const };
const change = changeExplained(ground, { ...asked, from: '2023', to: '2024' });

describe('a change explained', () => {
	it('says what moved, and how much of it by rate and by weight', () => {
		expect(change?.sentence).toBe(
			'Năm 2023: 80,00%, năm 2024: 84,21% (+4,21 điểm %). Trong đó +3,25 điểm % do tỷ lệ của chính các đơn vị, +0,96 điểm % do tỷ trọng giữa các đơn vị thay đổi.'
		);
	});

	it('tells what each unit below brought, the largest first', () => {
		expect(
			change?.rows.map(({ name, before, after, total }) => [name, before, after, total])
		).toEqual([
			['Quận 1', '60,00%', '66,67%', '+3,74'],
			['Quận 2', '100,00%', '100,00%', '+0,47']
		]);
	});

	it('warns where the denominator alone made it', () => {
		expect(change?.cautions).toEqual([
			'Tỷ lệ tăng chỉ vì mẫu số giảm (100 → 95); tử số không tăng (80 → 80).'
		]);
	});

	it('is absent without units below, and without an earlier value', () => {
		expect(
			changeExplained(ground, { ...asked, unit: 'Q1', from: '2023', to: '2024' })
		).toBeUndefined();
		expect(changeExplained(ground, { ...asked, from: '2022', to: '2024' })).toBeUndefined();
	});

	it('names the units that were there in one of the periods alone', () => {
		const merged = groundOf(
			rated('MH', '2024', { numerator: 8, denominator: 10 }),
			rated('Q1', '2024', { numerator: 8, denominator: 10 }),
			rated('MH', '2025', { numerator: 9, denominator: 10 }),
			rated('P1', '2025', { numerator: 9, denominator: 10 })
		);
		const across = changeExplained(merged, { ...asked, from: '2024', to: '2025' });
		expect(across?.areUnitsOther).toBe(true);
		expect(across?.cautions).toEqual([
			'Quy định hoặc mô hình tổ chức thay đổi giữa hai kỳ, hai số không so sánh trực tiếp được.'
		]);
		expect(across?.rows.map(({ name, presence }) => [name, presence])).toEqual([
			['Quận 1', 'chỉ có ở kỳ trước'],
			['Phường 1', 'chỉ có ở kỳ sau']
		]);
	});
});

describe('the earlier periods to choose from', () => {
	it('are of the same kind and have a value, the newest first', () => {
		const choices = earlierPeriods(ground, { ...asked, period: '2024' });
		expect(choices).toEqual([{ period: '2023', name: 'Năm 2023' }]);
		expect(usualEarlier(choices, '2024')?.period).toBe('2023');
	});

	it('are the same quarters of other years for what is counted from 1 January', () => {
		const admission = indicatorOf('admission-rate');
		const figures = ['2022-Q2', '2023-Q1', '2023-Q2', '2024-Q1', '2024-Q2'].map((period) => ({
			...rated('MH', period, { numerator: 1, denominator: 100 }),
			indicator: admission.id
		}));
		const choices = earlierPeriods(groundOf(...figures), {
			...asked,
			indicator: admission,
			period: '2024-Q2'
		});
		expect(choices.map(({ period }) => period)).toEqual(['2023-Q2', '2022-Q2']);
	});
});
