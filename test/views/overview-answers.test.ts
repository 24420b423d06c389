import { describe, expect, it } from 'vitest';
import { farthestMissed, freshnessWords, holdingBack } from '#lib/views/overview-answers.ts';
import { overviewLines } from '#lib/views/overview-lines.ts';
import { paceCounts } from '#lib/views/overview-pace.ts';
import type { Figure } from './example-facts.ts';
import { groundOf, rated } from './example-ground.ts';

const viewpoint = { path: ['MH'], period: '2024', language: 'vi' } as const;
const women = (unit: string, numerator: number, denominator: number): Figure => ({
	...{ unit, period: '2024', indicator: 'plan-women', numerator, denominator }
});
const ground = groundOf(
	rated('MH', '2024', { numerator: 80, denominator: 100 }),
	rated('Q1', '2024', { numerator: 25, denominator: 35 }),
	rated('Q2', '2024', { numerator: 25, denominator: 30 }),
	rated('KCQ', '2024', { numerator: 30, denominator: 35 }),
	women('MH', 20, 100),
	women('Q1', 10, 40),
	women('Q2', 5, 40),
	women('KCQ', 5, 20)
);

describe('who holds a unit back', () => {
	it('is told by the mean share in the gaps, whatever is counted', () => {
		const held = holdingBack(ground, viewpoint, 2);
		expect(held).toEqual({
			targets: 2,
			units: [
				{
					unit: 'Q2',
					name: 'Quận 2',
					share: '60,0%',
					part: 0.6,
					words: 'thiếu ở 2/2',
					worst: { indicator: 'plan-women', name: 'Nữ trong quy hoạch' }
				},
				{
					unit: 'Q1',
					name: 'Quận 1',
					share: '32,5%',
					part: 0.325,
					words: 'thiếu ở 1/2',
					worst: { indicator: 'grassroots-rated-good', name: 'TCCSĐ hoàn thành tốt trở lên' }
				}
			]
		});
	});

	it('is nobody where nothing is missed, or nothing stands below', () => {
		const met = groundOf(rated('MH', '2024', { numerator: 95, denominator: 100 }));
		expect(holdingBack(met, viewpoint, 2)).toBeUndefined();
		expect(holdingBack(ground, { ...viewpoint, path: ['MH', 'Q1'] }, 2)).toBeUndefined();
	});
});

describe('what is missed', () => {
	it('stands with what is farthest from its target first', () => {
		const missed = farthestMissed(overviewLines(ground.facts, viewpoint), 2);
		expect(missed.map(({ reading }) => reading.indicator)).toEqual([
			'plan-women',
			'grassroots-rated-good'
		]);
	});
});

describe('how old the figures are', () => {
	const facts = groundOf(rated('MH', '2024-Q3', { numerator: 1, denominator: 2 })).facts;

	it('is told in whole months since the end of their quarter', () => {
		const asked = { period: '2024', language: 'vi' } as const;
		expect(freshnessWords(facts, { ...asked, today: '2024-10-29' })).toBe('Đến hết quý III/2024');
		expect(freshnessWords(facts, { ...asked, today: '2026-10-30' })).toBe(
			'Đến hết quý III/2024, cách nay 25 tháng'
		);
		expect(
			freshnessWords(facts, { period: '2023', today: '2024-01-01', language: 'vi' })
		).toBeUndefined();
	});
});

describe('the pace of the overview', () => {
	const yearly = (...shares: number[]): Figure[] =>
		shares.map((numerator, place) => ({
			...{ unit: 'MH', period: `${2022 + place}`, indicator: 'plan-women' },
			...{ numerator, denominator: 100 }
		}));

	it('is that towards the nearest due day after the period', () => {
		const lines = overviewLines(groundOf(...yearly(20, 20, 20)).facts, viewpoint);
		const line = lines.find(({ reading }) => reading.indicator === 'plan-women');
		expect(line?.pace).toEqual({
			word: 'behind',
			label: 'Chậm tiến độ',
			due: 'hạn 31/12/2025'
		});
		expect(paceCounts(lines, 'vi')).toEqual([{ word: 'behind', label: 'Chậm tiến độ', count: 1 }]);
	});

	it('is none where the due day is not after the period', () => {
		const lines = overviewLines(groundOf(...yearly(20, 20, 20, 20)).facts, {
			...viewpoint,
			period: '2025'
		});
		expect(paceCounts(lines, 'vi')).toEqual([]);
	});
});
