import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#lib/assess/assess.ts';
import type { Assessment } from '#lib/assess/assessment.ts';
import type { Comparator } from '#lib/catalogue/catalogue.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';
import { countIndicator, ratioIndicator, targetWith, totalWith } from './small-totals.ts';

const settings = productSettings();

function judge(
	[numerator, denominator]: readonly [number, number?],
	threshold: { comparator: Comparator; value: string; max?: string }
): Assessment {
	const indicator = denominator === undefined ? countIndicator : ratioIndicator;
	const figures =
		denominator === undefined ? ([numerator] as const) : ([numerator, denominator] as const);
	return assess({
		total: totalWith(figures),
		indicator,
		target: targetWith({ threshold }),
		settings
	});
}

const threshold = fc
	.record({
		comparator: fc.constantFrom<Comparator>('>=', '>', '=', '<=', '<', 'between'),
		value: fc.integer({ min: 0, max: 1000 }),
		width: fc.integer({ min: 0, max: 300 })
	})
	.map(({ comparator, value, width }) => ({
		comparator,
		value: (value / 10).toFixed(1),
		...(comparator === 'between' && { max: ((value + width) / 10).toFixed(1) })
	}));

describe('the shortfall', () => {
	it('flips the status when it is made up, and one fewer does not, for every comparator and edge', () => {
		const flipped = new Map<string, number>();
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 3000 }),
				fc.option(fc.integer({ min: 1, max: 3000 }), { nil: undefined }),
				threshold,
				(numerator, denominator, asked) => {
					const at = (number: number) => judge([number, denominator], asked);
					const { status, shortfall, side, unreachable } = at(numerator);
					if (status === 'met') {
						expect({ shortfall, side }).toEqual({ shortfall: 0n, side: undefined });
						return;
					}
					if (unreachable) return;
					const step = side === 'above' ? -1 : 1;
					const after = (count: bigint) => at(numerator + step * Number(count)).status;
					expect(after(shortfall!)).toBe('met');
					expect(after(shortfall! - 1n)).toBe(status);
					const kind = `${asked.comparator} ${side}`;
					flipped.set(kind, (flipped.get(kind) ?? 0) + 1);
				}
			),
			{ numRuns: 4000 }
		);
		expect([...flipped.keys()].sort()).toEqual(
			[
				'>= below',
				'> below',
				'= below',
				'= above',
				'<= above',
				'< above',
				'between below',
				'between above'
			].sort()
		);
	});

	it('is said to be out of reach exactly where no whole number meets the target', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 40 }),
				fc.integer({ min: 1, max: 40 }),
				threshold,
				(numerator, denominator, asked) => {
					const { status, unreachable } = judge([numerator, denominator], asked);
					if (status === 'met') return;
					const numbers = Array.from({ length: 2 * denominator + 2 }, (_, number) => number);
					const isAny = numbers.some(
						(number) => judge([number, denominator], asked).status === 'met'
					);
					expect(unreachable === true).toBe(!isAny);
				}
			),
			{ numRuns: 1500 }
		);
	});

	it('is told up to the edge even where that passes the target', () => {
		const { shortfall, side, unreachable } = judge([0, 10], {
			comparator: 'between',
			value: '3',
			max: '4'
		});
		expect({ shortfall, side, unreachable }).toEqual({
			shortfall: 1n,
			side: 'below',
			unreachable: true
		});
	});
});
