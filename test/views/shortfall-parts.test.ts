import { describe, expect, it } from 'vitest';
import { shortfallParts } from '#lib/views/shortfall-parts.ts';
import { indicatorOf } from './example-facts.ts';
import { groundOf, rated } from './example-ground.ts';

const indicator = indicatorOf('grassroots-rated-good');
const viewpoint = { path: ['MH'], period: '2024', language: 'vi' as const };

describe('the parts of a shortfall', () => {
	it('put the unit that lacks most first, with what all before it come to', () => {
		const ground = groundOf(
			rated('MH', '2024', { numerator: 80, denominator: 100 }),
			rated('Q1', '2024', { numerator: 25, denominator: 35 }),
			rated('Q2', '2024', { numerator: 25, denominator: 30 }),
			rated('KCQ', '2024', { numerator: 30, denominator: 35 })
		);
		const parts = shortfallParts(ground, indicator, viewpoint);
		expect(
			parts?.rows.map(({ name, own, gap, share, cumulative }) => [
				name,
				own,
				gap,
				share,
				cumulative
			])
		).toEqual([
			['Quận 1', '7', '6,5', '65,0%', '65,0%'],
			['Quận 2', '3', '2,0', '20,0%', '85,0%'],
			['Khối cơ quan', '2', '1,5', '15,0%', '100,0%']
		]);
		expect(parts?.sentence).toBe('2 đơn vị làm nên ít nhất 80% phần thiếu; 3/4 đơn vị còn thiếu.');
	});

	it('tell what units beyond the target offset', () => {
		const ground = groundOf(
			rated('MH', '2024', { numerator: 85, denominator: 100 }),
			rated('Q1', '2024', { numerator: 35, denominator: 50 }),
			rated('Q2', '2024', { numerator: 50, denominator: 50 })
		);
		expect(shortfallParts(ground, indicator, viewpoint)?.sentence).toBe(
			'1 đơn vị làm nên ít nhất 80% phần thiếu; 1/4 đơn vị còn thiếu. 1 đơn vị vượt mức bù lại 5,0 tổ chức cơ sở đảng.'
		);
	});

	it('are absent where the target is met', () => {
		const ground = groundOf(
			rated('MH', '2024', { numerator: 95, denominator: 100 }),
			rated('Q1', '2024', { numerator: 95, denominator: 100 })
		);
		expect(shortfallParts(ground, indicator, viewpoint)).toBeUndefined();
	});
});
