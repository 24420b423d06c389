import { describe, expect, test } from 'vitest';
import { type Columns, int32Column, int64Column } from '#lib/engine/columns.ts';
import { encodeRollup } from './encode-rollup.ts';
import { readRollup } from '#lib/rollup/read-rollup.ts';
import { catalogueOf } from './random-reports.ts';

const { indicators } = catalogueOf([
	{ id: 'ratio', numerator: ['end.a'], denominator: ['end.b'] },
	{ id: 'rating', numerator: ['year.a'], denominator: ['year.b'] }
]);

/** The ward exists in the quarter alone, where it has reported nothing. */
function rollupOf(numerator: bigint) {
	const rows: Columns = {
		unit: int32Column([0, 0, 0, 0, 1, 1]),
		period: int32Column([0, 0, 1, 1, 0, 0]),
		indicator: int32Column([0, 1, 0, 1, 0, 1]),
		numerator: {
			...int64Column([1n, 2n, numerator, 4n, 0n, 0n]),
			absent: Uint8Array.of(0, 0, 0, 0, 1, 1)
		},
		denominator: int64Column([5n, 6n, 7n, 8n, 9n, 10n]),
		reported: int32Column([1, 2, 3, 4, 5, 6]),
		expected: int32Column([7, 8, 9, 10, 11, 12]),
		pending_units: int32Column([0, 0, 2, 0, 0, 0]),
		pending_unknown: int32Column([0, 0, 1, 0, 0, 0]),
		pending_last_denominator: int64Column([0n, 0n, 30n, 0n, 0n, 0n]),
		pending_numerator: int64Column([0n, 0n, 10n, 0n, 0n, 0n]),
		pending_denominator: int64Column([0n, 0n, 20n, 0n, 0n, 0n]),
		as_of_slot: int32Column([8098, 8095, 8098, 8095, undefined, undefined]),
		is_yearly: { type: 'boolean', values: Uint8Array.of(0, 1, 0, 1, 0, 1) },
		stale: int32Column([0, 0, 0, 0, 0, 0]),
		closed: { type: 'boolean', values: Uint8Array.of(1, 0, 1, 1, 1, 0) }
	};
	const periods = [
		{ slot: 8098, span: 1 },
		{ slot: 8099, span: 4 }
	];
	const keys = { units: ['city', 'ward'], measures: [], indicators };
	return readRollup(encodeRollup({ rows, periods, keys }));
}

describe('readRollup', () => {
	test.each([3n, 2n ** 31n, 2n ** 62n])(
		'finds any total, also where a figure is %i',
		(numerator) => {
			expect(rollupOf(numerator).total('city', '2024', 'ratio')).toEqual({
				unit: 'city',
				period: '2024',
				indicator: 'ratio',
				numerator,
				denominator: 7n,
				reported: 3,
				expected: 9,
				pending: { units: 2, unknown: 1, lastDenominator: 30n, numerator: 10n, denominator: 20n },
				asOf: '2024-Q3',
				stale: 0,
				closed: true
			});
		}
	);

	test('gives all totals of a unit and period', () => {
		const rollup = rollupOf(3n);
		const totals = ['ratio', 'rating'].map((id) => rollup.total('city', '2024-Q3', id)!);
		expect(totals.map(({ indicator, numerator, asOf }) => [indicator, numerator, asOf])).toEqual([
			['ratio', 1n, '2024-Q3'],
			['rating', 2n, '2023']
		]);
	});

	test('tells nothing reported from a unit that does not exist', () => {
		const rollup = rollupOf(3n);
		expect(rollup.total('ward', '2024-Q3', 'ratio')).not.toHaveProperty('numerator');
		expect(rollup.total('ward', '2024', 'ratio')).toBeUndefined();
		expect(rollup.total('nowhere', '2024', 'ratio')).toBeUndefined();
		expect(rollup.total('city', '2023', 'ratio')).toBeUndefined();
		expect(rollup.total('city', '2024', 'none')).toBeUndefined();
	});

	test('knows the periods, oldest first', () => {
		expect(rollupOf(3n).periods).toEqual(['2024-Q3', '2024']);
	});
});
