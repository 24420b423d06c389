import { describe, expect, test } from 'vitest';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import { findFlips, flipLines } from '#lib/views/draft-flips.ts';
import { factsOf, type Figure, indicatorOf } from './example-facts.ts';

const tree = createUnitTree([
	{ code: 'MH', name: 'Thành phố', kind: '', level: 'tinh', validFrom: '2020-01-01' },
	{ code: 'MH01', name: 'Phường', kind: '', level: 'xa', parent: 'MH', validFrom: '2020-01-01' }
]);
const rated = (fields: Partial<Figure>): Figure => ({
	...{ unit: 'MH01', period: '2024', indicator: 'grassroots-rated-good', denominator: 20 },
	...fields
});
const flip = {
	...{ unit: 'MH01', unitName: 'Phường', period: '2024', from: 'met', to: 'not-met' },
	indicator: indicatorOf('grassroots-rated-good')
};

describe('findFlips', () => {
	test('finds a headline verdict that turns, in the periods and their years', () => {
		const before = factsOf(rated({ numerator: 19 }), rated({ unit: 'MH', numerator: 20 }));
		const after = factsOf(rated({ numerator: 18 }), rated({ unit: 'MH', numerator: 19 }));
		expect(findFlips({ before, after }, { tree, periods: ['2024-Q4'] })).toEqual([flip]);
		expect(findFlips({ before, after }, { tree, periods: ['2023-Q4'] })).toEqual([]);
	});

	test('does not count first figures, nor indicators beside the headline ones', () => {
		const other = { indicator: 'members-rated-good' };
		const before = factsOf(rated({ ...other, numerator: 20 }));
		const after = factsOf(rated({ numerator: 20 }), rated({ ...other, numerator: 1 }));
		expect(findFlips({ before, after }, { tree, periods: ['2024'] })).toEqual([]);
	});
});

test('a flip is said in words with both verdicts', () => {
	const before = factsOf(rated({ numerator: 19 }));
	const after = factsOf(rated({ numerator: 18 }));
	const flips = findFlips({ before, after }, { tree, periods: ['2024'] });
	expect(flipLines(flips, 'vi')).toEqual([
		{
			unit: 'Phường',
			period: 'Năm 2024',
			indicator: flip.indicator.shortName.vi,
			from: { status: 'met', word: 'Đạt', icon: 'check' },
			to: { status: 'not-met', word: 'Chưa đạt', icon: 'cross' }
		}
	]);
});
