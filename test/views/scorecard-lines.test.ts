import { describe, expect, it } from 'vitest';
import { scorecardColumns } from '#lib/views/scorecard-columns.ts';
import { crossingOf, lineLayout, scorecardLines } from '#lib/views/scorecard-lines.ts';
import { cityOf, unitsOf } from './scorecard-ground.ts';

const ground = cityOf();
const [whole, ...units] = unitsOf(ground, 'children');
const columns = scorecardColumns(ground.facts, {
	...{ path: ['MH'], period: '2024', language: 'vi' }
}).slice(0, 2);

describe('the lines of a scorecard', () => {
	it('are units below one another, the whole first, and indicators side by side', () => {
		const lines = scorecardLines({ whole: whole!, units, columns, isTransposed: false });
		expect(lines.rows.map(({ key }) => key)).toEqual(['MH', 'Q1', 'KCQ', 'Q2']);
		expect(lines.rows.map((line) => line.kind === 'unit' && line.isWhole)).toEqual([
			...[true, false, false, false]
		]);
		expect(lines.columns.map(({ kind }) => kind)).toEqual(['indicator', 'indicator']);
	});

	it('change places when transposed', () => {
		const straight = scorecardLines({ whole: whole!, units, columns, isTransposed: false });
		const turned = scorecardLines({ whole: whole!, units, columns, isTransposed: true });
		expect(turned).toEqual({ rows: straight.columns, columns: straight.rows });
	});
});

it('a unit and an indicator cross either way round, two of a kind do not', () => {
	const { rows, columns: heads } = scorecardLines({
		...{ whole: whole!, units, columns, isTransposed: false }
	});
	const crossing = { unit: whole, column: columns[0] };
	expect([crossingOf(rows[0], heads[0]), crossingOf(heads[0], rows[0])]).toEqual([
		crossing,
		crossing
	]);
	expect([crossingOf(rows[0], rows[1]), crossingOf(undefined, heads[0])]).toEqual([
		undefined,
		undefined
	]);
});

describe('the measures of a scorecard', () => {
	it('keep columns readable where there are many, and scroll', () => {
		const { name, column } = lineLayout({ columns: 41, width: 1200, rem: 16 });
		expect([name, column]).toEqual([304, 132]);
	});

	it('fill the frame where there are few', () => {
		const { name, column } = lineLayout({ columns: 2, width: 1200, rem: 16 });
		expect(name + 2 * column).toBe(1200);
		expect(column).toBe(208);
	});

	it('leave room for a column beside the names on a phone', () => {
		const { name, column } = lineLayout({ columns: 41, width: 288, rem: 16 });
		expect(name + column).toBeLessThan(288);
	});
});
