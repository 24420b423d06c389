import { describe, expect, it } from 'vitest';
import { grainsOf, trendOf } from '#lib/views/trend.ts';
import { indicatorOf } from './example-facts.ts';
import { groundOf, rated } from './example-ground.ts';

const indicator = indicatorOf('grassroots-rated-good');
const ground = groundOf(
	rated('MH', '2021', { numerator: 85, denominator: 100 }),
	rated('MH', '2022', { numerator: 88, denominator: 100 }),
	rated('MH', '2023', {}),
	rated('MH', '2024', { numerator: 8996, denominator: 10_000 }),
	rated('MH', '2025', { numerator: 92, denominator: 100, closed: false })
);

describe('a trend by year', () => {
	const trend = trendOf(ground, { unit: 'MH', indicator, grain: 'year', language: 'vi' });

	it('has a point for each year, none where figures are missing, an open one where the year is', () => {
		expect(trend.points.map(({ mark, height, isFinal }) => [mark, height, isFinal])).toEqual([
			['2021', 85, true],
			['2022', 88, true],
			['2023', undefined, true],
			['2024', 89.96, true],
			['2025', 92, false]
		]);
	});

	it('draws the targets of each layer over their own years only, with their documents', () => {
		expect(trend.levels).toEqual([
			{
				from: 0.5,
				to: 4.5,
				value: 90,
				layer: 'central',
				label: 'NQ 21: trên 90%',
				isLeading: true
			},
			{
				from: 0.5,
				to: 4.5,
				value: 90,
				layer: 'city',
				label: 'Đà Nẵng: từ 90%',
				isLeading: false
			}
		]);
	});

	it('breaks where the units or the rules change', () => {
		expect(trend.breaks.map(({ at, label }) => [at, label])).toEqual([
			[1.5, 'Xếp loại theo QĐ 124, 04/10/2023'],
			[3.5, 'Sáp nhập 01/07/2025'],
			[3.5, 'Xếp loại theo QĐ 366, 30/08/2025']
		]);
		expect(trend.gaps).toEqual([1.5, 3.5]);
	});

	it('tells of each point what a table would', () => {
		expect(trend.points.map(({ lines }) => lines)).toEqual([
			['Năm 2021', '85,00% (85/100 tổ chức cơ sở đảng)'],
			[
				'Năm 2022',
				'88,00% (88/100 tổ chức cơ sở đảng)',
				'NQ 21 trên 90%: Chưa đạt, thiếu 3 tổ chức cơ sở đảng',
				'Đà Nẵng từ 90%: Chưa đạt, thiếu 2 tổ chức cơ sở đảng'
			],
			['Năm 2023', 'Chưa có số liệu'],
			[
				'Năm 2024',
				'89,96% (8.996/10.000 tổ chức cơ sở đảng)',
				'NQ 21 trên 90%: Chưa đạt, thiếu 5 tổ chức cơ sở đảng',
				'Đà Nẵng từ 90%: Chưa đạt, thiếu 4 tổ chức cơ sở đảng'
			],
			[
				'Năm 2025',
				'92,00% (92/100 tổ chức cơ sở đảng)',
				'NQ 21 trên 90%: Chưa đến kỳ',
				'Đà Nẵng từ 90%: Chưa đến kỳ',
				'số liệu chưa chốt'
			]
		]);
	});

	it('is said in a sentence', () => {
		expect(trend.sentence).toBe(
			'Năm 2021: 85,00%, đến năm 2025: 92,00% (+7,00 điểm %). Đạt chỉ tiêu 0/2 kỳ đã đánh giá. Chưa có số liệu: năm 2023.'
		);
	});
});

describe('a trend by quarter', () => {
	const admission = indicatorOf('admission-rate');
	const figure = (period: string, numerator: number) => ({
		unit: 'MH',
		period,
		indicator: 'admission-rate',
		numerator,
		denominator: 100,
		asOf: period
	});
	const quarters = groundOf(figure('2023-Q3', 2), figure('2023-Q4', 3), figure('2024-Q1', 1), {
		...figure('2024-Q2', 1),
		asOf: '2024-Q1'
	});
	const trend = trendOf(quarters, {
		unit: 'MH',
		indicator: admission,
		grain: 'quarter',
		language: 'vi'
	});

	it('starts anew each year where the figures are cumulative', () => {
		expect(trend.gaps).toEqual([1.5]);
	});

	it('is said by comparing the same quarters alone', () => {
		const two = groundOf(figure('2023-Q1', 1), figure('2023-Q4', 4), figure('2024-Q1', 2));
		const question = {
			unit: 'MH',
			indicator: admission,
			grain: 'quarter',
			language: 'vi'
		} as const;
		expect(trendOf(two, question).sentence).toContain(
			'Quý I/2023: 1,00%, đến quý I/2024: 2,00% (+1,00 điểm %).'
		);
	});

	it('has no point where an older figure stands in', () => {
		expect(trend.points.map(({ mark, year, height }) => [mark, year, height])).toEqual([
			['III', undefined, 2],
			['IV', undefined, 3],
			['I', '2024', 1],
			['II', undefined, undefined]
		]);
	});

	it('draws a band with both its ends', () => {
		expect(trend.levels).toEqual([
			{
				from: -0.5,
				to: 3.5,
				value: 3,
				max: 4,
				layer: 'central',
				label: 'NQ 21: 3–4%',
				isLeading: true
			},
			{
				from: -0.5,
				to: 3.5,
				value: 3,
				max: 4,
				layer: 'city',
				label: 'Đà Nẵng: 3–4%',
				isLeading: false
			}
		]);
	});

	it('is offered only for measures that have quarters', () => {
		expect(grainsOf(quarters, { unit: 'MH', indicator: admission })).toEqual(['year', 'quarter']);
		expect(grainsOf(ground, { unit: 'MH', indicator })).toEqual(['year']);
	});
});

describe('a unit that did not exist all the time', () => {
	it('has points without a reading before it began', () => {
		const own = groundOf(
			rated('P1', '2024', {}),
			rated('P1', '2025', { numerator: 9, denominator: 10 })
		);
		const trend = trendOf(own, { unit: 'P1', indicator, grain: 'year', language: 'vi' });
		expect(trend.points.map(({ lines }) => lines[1])).toEqual([
			'Đơn vị không tồn tại trong kỳ',
			'90,00% (9/10 tổ chức cơ sở đảng)'
		]);
		expect(trend.sentence).toBe('Năm 2025: 90,00%. Đạt chỉ tiêu 0/1 kỳ đã đánh giá.');
	});
});

describe('targets that differ by year', () => {
	it('name the years of a document that holds only part of the time', () => {
		const theory = indicatorOf('committee-political-theory');
		const years = ['2022', '2023', '2024', '2025'].map((period) => ({
			unit: 'MH',
			period,
			indicator: 'committee-political-theory',
			numerator: 9,
			denominator: 10
		}));
		const { levels } = trendOf(groundOf(...years), {
			unit: 'MH',
			indicator: theory,
			grain: 'year',
			language: 'vi'
		});
		expect(levels.map(({ from, to, label }) => [from, to, label])).toEqual([
			[0.5, 3.5, 'KH 256, Đà Nẵng (2025): đạt 100%']
		]);
	});
});

describe('the sentence of a trend', () => {
	const say = (...numerators: number[]) =>
		trendOf(
			groundOf(
				...numerators.map((numerator, index) =>
					rated('KCQ', `${2020 + index}`, { numerator, denominator: 100 })
				)
			),
			{ unit: 'KCQ', indicator, grain: 'year', language: 'vi' }
		).sentence;

	it('names the highest and lowest value only where neither end has it', () => {
		expect(say(80, 95, 85)).toContain('Cao nhất 95,00% (năm 2021).');
		expect(say(80, 95, 85)).not.toContain('Thấp nhất');
		expect(say(81, 81, 34)).not.toContain('Cao nhất');
	});

	it('says so where there is nothing to say', () => {
		expect(say()).toBe('Chưa có số liệu ở kỳ nào.');
	});
});
