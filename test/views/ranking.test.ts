import { describe, expect, it } from 'vitest';
import { rankingOf } from '#lib/views/ranking.ts';
import type { RankingOrder } from '#lib/views/ranking-order.ts';
import { rankingScopes } from '#lib/views/ranking-units.ts';
import { indicatorOf } from './example-facts.ts';
import { groundOf, rated } from './example-ground.ts';

const indicator = indicatorOf('grassroots-rated-good');

function rank(ground: ReturnType<typeof groundOf>, order: RankingOrder, id = indicator) {
	return rankingOf(ground, { unit: 'MH', period: '2024', indicator: id, language: 'vi', order });
}

describe('a ranking', () => {
	const ground = groundOf(
		rated('Q1', '2024', { numerator: 8, denominator: 10 }),
		rated('Q2', '2024', { numerator: 95, denominator: 100 }),
		rated('Q10', '2024', { numerator: 850, denominator: 1000 }),
		rated('KCQ', '2024', { reported: 0 })
	);

	it('puts the lowest value first and units without one apart', () => {
		const { rows, without } = rank(ground, 'value');
		expect(rows.map(({ unit, place }) => [place, unit])).toEqual([
			[3, 'Q1'],
			[2, 'Q10'],
			[1, 'Q2']
		]);
		expect(without.map(({ unit, reading }) => [unit, reading.status.word])).toEqual([
			['KCQ', 'Chưa có số liệu']
		]);
	});

	it('puts the greatest shortfall first on wish', () => {
		const { rows } = rank(ground, 'shortfall');
		expect(rows.map(({ unit, reading }) => [unit, reading.shortfall])).toEqual([
			['Q10', 'thiếu 51 tổ chức cơ sở đảng'],
			['Q1', 'thiếu 2 tổ chức cơ sở đảng'],
			['Q2', undefined]
		]);
	});

	it('is said in a sentence', () => {
		expect(rank(ground, 'value').sentence).toBe(
			'4 đơn vị: 1 đạt, 2 chưa đạt, 1 chưa có số liệu. Thấp nhất: Quận 1 (80,00%); cao nhất: Quận 2 (95,00%).'
		);
	});

	it('gives alike units one place and orders their names as a person counts', () => {
		const alike = groundOf(
			rated('Q10', '2024', { numerator: 9, denominator: 10 }),
			rated('Q2', '2024', { numerator: 18, denominator: 20 }),
			rated('Q1', '2024', { numerator: 19, denominator: 20 })
		);
		expect(rank(alike, 'value').rows.map(({ place, name }) => [place, name])).toEqual([
			[2, 'Quận 2'],
			[2, 'Quận 10'],
			[1, 'Quận 1']
		]);
	});

	it('puts what is farthest out of a band first', () => {
		const admission = indicatorOf('admission-rate');
		const figure = (unit: string, numerator: number) => ({
			unit,
			period: '2024',
			indicator: 'admission-rate',
			numerator,
			denominator: 1000
		});
		const banded = groundOf(figure('Q1', 35), figure('Q2', 45), figure('Q10', 10));
		expect(rank(banded, 'value', admission).rows.map(({ unit }) => unit)).toEqual([
			'Q10',
			'Q2',
			'Q1'
		]);
	});

	it('draws all units on one axis', () => {
		const quota = indicatorOf('admission-quota');
		const figure = (unit: string, numerator: number) => ({
			unit,
			period: '2024',
			indicator: 'admission-quota',
			numerator,
			denominator: 100
		});
		const { rows } = rank(groundOf(figure('Q1', 50), figure('Q2', 180)), 'value', quota);
		expect(new Set(rows.map(({ scale }) => scale.end)).size).toBe(1);
		expect(rows.map(({ scale }) => scale.value)).toEqual([0.25, 0.9]);
	});

	it('sets each unit beside the mean of its kind, which is no mean of percentages', () => {
		const { rows, means } = rankingOf(ground, {
			...{ unit: 'MH', period: '2024', language: 'vi', order: 'value' },
			...{ indicator, withMeans: true }
		});
		expect(means).toEqual([
			{
				kind: 'Quận',
				value: { numerator: 953n, denominator: 1110n },
				at: expect.closeTo(953 / 1110) as number,
				text: '85,86%',
				words: 'Trung bình 3 đơn vị loại Quận: 85,86%'
			}
		]);
		expect(rows.map(({ unit, besideMean }) => [unit, besideMean])).toEqual([
			['Q1', '−5,86 điểm %'],
			['Q10', '−0,86 điểm %'],
			['Q2', '+9,14 điểm %']
		]);
		expect(rank(ground, 'value').means).toEqual([]);
	});

	it('ranks a unit among its like below the same unit', () => {
		const among = { unit: 'Q2', period: '2024' };
		expect(rankingScopes(ground, among)).toEqual(['peers']);
		expect(rankingScopes(ground, { ...among, unit: 'MH' })).toEqual(['below']);
		const { rows, without } = rankingOf(ground, {
			...among,
			...{ indicator, language: 'vi', order: 'value', scope: 'peers' }
		});
		expect(rows.map(({ unit, place }) => [place, unit])).toEqual([
			[3, 'Q1'],
			[2, 'Q10'],
			[1, 'Q2']
		]);
		expect(without).toEqual([]);
	});
});
