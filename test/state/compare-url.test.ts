import { describe, expect, it } from 'vitest';
import { formatCompareRows, parseCompareChoice } from '#lib/state/compare-url.ts';

const parse = (query: string) => {
	const own = new URLSearchParams(query);
	return parseCompareChoice((name) => own.get(name) ?? undefined);
};

describe('the choice of a comparison in an address', () => {
	it('names units in order, each once', () => {
		expect(parse('with=MH-802,MH-801,,MH-802')).toEqual({
			units: ['MH-802', 'MH-801'],
			rows: 'known'
		});
	});

	it('names periods in order and leaves out what is none', () => {
		expect(parse('periods=2024,2023,2024-Q5,2024&rows=differ')).toEqual({
			units: [],
			periods: ['2024', '2023'],
			rows: 'differ'
		});
	});

	it('compares periods where they are asked for and none is named', () => {
		expect(parse('periods=x').periods).toEqual([]);
	});

	it('names indicators by their ids', () => {
		expect(parse('rows=plan-women,plan-young').rows).toEqual(['plan-women', 'plan-young']);
	});

	it('reads rows back as they were written, and leaves the usual ones unsaid', () => {
		expect(formatCompareRows('known')).toBeUndefined();
		for (const rows of ['headline', 'differ', ['plan-women', 'plan-young']] as const) {
			expect(parse(`rows=${formatCompareRows(rows)}`).rows).toEqual(rows);
		}
	});
});
