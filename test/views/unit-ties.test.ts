import { describe, expect, it } from 'vitest';
import type { LineageEvent } from '#lib/units/lineage.ts';
import { unitTies } from '#lib/views/unit-ties.ts';
import { groundOf, rated } from './example-ground.ts';

const ground = groundOf(
	rated('MH', '2024', { numerator: 9, denominator: 10 }),
	rated('MH', '2025-Q4', { numerator: 9, denominator: 10 }),
	rated('MH', '2025', { numerator: 9, denominator: 10 })
);

const lineage: LineageEvent[] = [
	{ date: '2026-07-26', kind: 'level', from: 'P1', to: 'P1' },
	{ date: '2025-07-01', kind: 'merge', from: 'Q1', to: 'P1', share: '1' },
	{ date: '2025-07-01', kind: 'merge', from: 'Q2', to: 'P1', share: '1' },
	{ date: '2026-09-01', kind: 'close', from: 'KCQ' }
];

const tiesOf = (unit: string) => unitTies(ground, { unit, lineage, language: 'vi' });

describe('the lineage of a unit', () => {
	it('names the units that passed into it, each with the newest year in which it exists', () => {
		expect(tiesOf('P1')).toEqual([
			{
				side: 'from',
				words: 'Sáp nhập ngày 01/07/2025, từ:',
				units: [
					{ code: 'Q1', name: 'Quận 1', period: '2024' },
					{ code: 'Q2', name: 'Quận 2', period: '2024' }
				]
			},
			{ side: 'self', words: 'Chuyển cấp ngày 26/07/2026', units: [] }
		]);
	});

	it('names the units that it passed into', () => {
		expect(tiesOf('Q2')).toEqual([
			{
				side: 'into',
				words: 'Sáp nhập ngày 01/07/2025, thành:',
				units: [{ code: 'P1', name: 'Phường 1', period: '2025' }]
			}
		]);
	});

	it('says when a unit ended without another, and nothing of one that never changed', () => {
		expect(tiesOf('KCQ').map(({ side, units }) => [side, units])).toEqual([['self', []]]);
		expect(tiesOf('Q10')).toEqual([]);
	});
});
