import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerChart } from '#lib/views/answer-chart.ts';
import { chartSentence, pointWords, stepPoint } from '#lib/views/answer-walk.ts';
import { niceScale } from '#lib/views/nice-scale.ts';

const table = (columns: Record<string, string>, rows: (string | undefined)[][]) => ({
	columns: Object.entries(columns).map(([name, type]) => ({ name, type })),
	rows,
	hasMore: false
});

describe('an answer', () => {
	test('with names and a quantity is drawn as bars from zero, in the order of its rows', () => {
		const answer = table({ unit_name: 'VARCHAR', percent: 'DOUBLE' }, [
			['A', '10.0'],
			['B', undefined],
			['C', '-10.0']
		]);
		const chart = answerChart(answer, {}, 'vi');
		expect(chart).toEqual({
			kind: 'bar',
			x: 'unit_name',
			y: 'percent',
			labels: ['A', 'B', 'C'],
			series: [
				{
					name: 'percent',
					points: [
						{ at: 1, text: '10', exact: '10.0' },
						undefined,
						{ at: 0, text: '-10', exact: '-10.0' }
					]
				}
			],
			ticks: [
				{ at: 0, text: '-10' },
				{ at: 0.25, text: '-5' },
				{ at: 0.5, text: '0' },
				{ at: 0.75, text: '5' },
				{ at: 1, text: '10' }
			],
			zero: 0.5,
			leftOut: 0,
			choices: { x: ['unit_name'], y: ['percent'], by: [] }
		});
		expect(chartSentence(chart!, 'vi')).toBe('2 giá trị; thấp nhất -10 (C), cao nhất 10 (A).');
	});

	test('of a single year is drawn along its names, a bar for each', () => {
		const answer = table({ unit_name: 'VARCHAR', year: 'INTEGER', change: 'DOUBLE' }, [
			['A', '2024', '1.0'],
			['B', '2024', '-2.0']
		]);
		expect(answerChart(answer, {}, 'vi')).toMatchObject({
			...{ kind: 'bar', x: 'unit_name', y: 'change', labels: ['A', 'B'], leftOut: 0 }
		});
	});

	test('over years is drawn as lines, one for each name, gaps left open', () => {
		const answer = table({ year: 'INTEGER', name: 'VARCHAR', percent: 'DOUBLE' }, [
			['2024', 'one', '3.0'],
			['2022', 'one', '1.0'],
			['2023', 'two', '2.0'],
			['2022', 'two', '5.0']
		]);
		const chart = answerChart(answer, {}, 'en')!;
		expect(chart).toMatchObject({ kind: 'line', x: 'year', y: 'percent', by: 'name' });
		expect(chart.labels).toEqual(['2022', '2023', '2024']);
		expect(
			chart.series.map(({ name, points }) => [name, points.map((each) => each?.text)])
		).toEqual([
			['one', ['1', undefined, '3']],
			['two', ['5', '2', undefined]]
		]);
		expect(stepPoint(chart, undefined, 'ArrowRight')).toEqual({ series: 0, place: 0 });
		expect(stepPoint(chart, { series: 0, place: 0 }, 'ArrowRight')).toEqual({
			series: 0,
			place: 2
		});
		expect(stepPoint(chart, { series: 0, place: 2 }, 'ArrowRight')).toBeUndefined();
		expect(stepPoint(chart, { series: 0, place: 2 }, 'ArrowDown')).toEqual({ series: 1, place: 1 });
		expect(stepPoint(chart, undefined, 'End')).toEqual({ series: 0, place: 2 });
		expect(stepPoint(chart, undefined, 'a')).toBeUndefined();
		expect(pointWords(chart, { series: 1, place: 1 }, 'en')).toBe('two, 2023: 2');
	});

	test('of periods is ordered by time', () => {
		const answer = table({ period: 'VARCHAR', n: 'BIGINT' }, [
			['2024', '4'],
			['2023-Q4', '1'],
			['2024-H1', '3'],
			['2024-Q2', '2']
		]);
		expect(answerChart(answer, {}, 'vi')?.labels).toEqual([
			'2023-Q4',
			'2024-Q2',
			'2024-H1',
			'2024'
		]);
	});

	test('draws what is chosen, and what is no column counts as not chosen', () => {
		const answer = table({ a: 'VARCHAR', n: 'BIGINT', m: 'BIGINT' }, [['x', '1', '2']]);
		expect(answerChart(answer, { y: 'n', x: 'm' }, 'vi')).toMatchObject({ x: 'm', y: 'n' });
		expect(answerChart(answer, { y: 'none' }, 'vi')).toMatchObject({ x: 'a', y: 'm' });
	});

	test('says how many rows it cannot draw', () => {
		const rows = Array.from({ length: 100 }, (_, at) => [`unit ${at}`, '1']);
		const chart = answerChart(table({ a: 'VARCHAR', n: 'BIGINT' }, rows), {}, 'vi');
		expect(chart).toMatchObject({ labels: { length: 60 }, leftOut: 40 });
	});

	test('without quantities, or without rows, is no chart', () => {
		expect(answerChart(table({ year: 'INTEGER' }, [['2024']]), {}, 'vi')).toBeUndefined();
		expect(answerChart(table({ n: 'BIGINT' }, []), {}, 'vi')).toBeUndefined();
	});
});

test('an axis holds all its numbers between few round marks', () => {
	const numbers = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { maxLength: 8 });
	fc.assert(
		fc.property(numbers, (values) => {
			const { ticks, placeOf } = niceScale(values, 'en');
			expect(ticks.length).toBeGreaterThan(1);
			expect(ticks.length).toBeLessThan(9);
			for (const value of values) {
				expect(placeOf(value)).toBeGreaterThan(-1e-6);
				expect(placeOf(value)).toBeLessThan(1 + 1e-6);
			}
		})
	);
});
