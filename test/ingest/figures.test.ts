import { describe, expect, it } from 'vitest';
import type { FigureCell } from '#lib/ingest/figures.ts';
import { columnsOf } from '#lib/ingest/entry-columns.ts';
import { figureAt, figuresInColumns, figuresInForce, figuresWith } from '#lib/ingest/figures.ts';

const cell = (period: string, value: bigint | 'x' | '-', measure = 'b1.xl'): FigureCell => ({
	...{ unit: 'MH01', period, measure },
	state: value === 'x' ? 'not-applicable' : value === '-' ? 'missing' : 'figure',
	value: typeof value === 'bigint' ? value : 0n
});

describe('the figures in force', () => {
	const figures = figuresInForce([
		[cell('2024-Q1', 5n), cell('2024-Q2', 6n), cell('2024-Q3', 7n), cell('2024', 3n, 'b1.xs')],
		[cell('2024-Q2', 8n), cell('2024-Q3', '-'), cell('2024-Q4', 'x')]
	]);

	it('are those of the newest submission; what it leaves out stays, what it reports missing goes', () => {
		expect([...figures.seriesOf('MH01', 'b1.xl')]).toEqual([
			['2024-Q1', 5n],
			['2024-Q2', 8n],
			['2024-Q4', 'not-applicable']
		]);
	});

	it('are the same of submissions column by column', () => {
		const submissions = [
			[cell('2024-Q1', 5n), { ...cell('2024-Q2', 6n), unit: 'MH02' }, cell('2024-Q2', 'x')],
			[cell('2024-Q1', '-'), { ...cell('2024', 7n, 'b1.xs'), unit: 'MH02' }]
		];
		const places = { row: 1, column: 1 };
		const inColumns = figuresInColumns(
			submissions.map((cells) => columnsOf(cells.map((each) => ({ ...each, ...places }))))
		);
		const inCells = figuresInForce(submissions);
		for (const unit of ['MH01', 'MH02', 'MH03']) {
			for (const measure of ['b1.xl', 'b1.xs'])
				expect([...inColumns.seriesOf(unit, measure)]).toEqual([
					...inCells.seriesOf(unit, measure)
				]);
		}
	});

	it('are none where nothing was reported', () => {
		expect([...figures.seriesOf('MH02', 'b1.xl'), ...figures.seriesOf('MH01', 'b1.ht')]).toEqual(
			[]
		);
	});

	it('stand below cells laid over them, and are not changed by those', () => {
		const over = figuresWith([cell('2024-Q1', 9n), cell('2024-Q2', '-')], figures);
		expect([...over.seriesOf('MH01', 'b1.xl')]).toEqual([
			['2024-Q1', 9n],
			['2024-Q4', 'not-applicable']
		]);
		expect(over.seriesOf('MH01', 'b1.xs')).toEqual(new Map([['2024', 3n]]));
		expect(figures.seriesOf('MH01', 'b1.xl').get('2024-Q1')).toBe(5n);
	});

	it('of a year are those of its last quarter too', () => {
		const series = figures.seriesOf('MH01', 'b1.xs');
		expect(figureAt(series, { year: 2024, quarter: 4 })).toEqual({ period: '2024', figure: 3n });
		expect(figureAt(series, { year: 2024, quarter: 2 })).toBeUndefined();
	});

	it('of 100 000 cells are ready within 200 ms', () => {
		const many = Array.from({ length: 100_000 }, (_, at): FigureCell => {
			const period = `${2000 + (at % 25)}-Q${1 + (at % 4)}`;
			return { ...cell(period, BigInt(at), `b1.m${at % 40}`), unit: `U${at % 1000}` };
		});
		const start = performance.now();
		const one = figuresInForce([many]);
		expect(one.seriesOf('U7', 'b1.m7').size).toBeGreaterThan(0);
		expect(performance.now() - start).toBeLessThan(200);
	});
});
