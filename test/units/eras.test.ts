import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEraFinder } from '#lib/units/eras.ts';
import { createUnitFinder } from '#lib/units/find-unit.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import type { Unit } from '#lib/units/unit.ts';

const day = fc.constantFrom(
	...['2023-12-31', '2024-01-01', '2024-06-30', '2024-07-01', '2025-06-30', '2025-07-01']
);
const code = fc.constantFrom('A', 'B', 'C');
const units: fc.Arbitrary<Unit[]> = fc.array(
	fc.record(
		{
			code,
			name: fc.constantFrom('Phường Sen', 'Phường Sen (cũ)', 'Xã Bàng'),
			kind: fc.constant('Phường'),
			level: fc.constant('xa'),
			parent: code,
			validFrom: day,
			validTo: day
		},
		{ requiredKeys: ['code', 'name', 'kind', 'level', 'validFrom'] }
	),
	{ minLength: 1, maxLength: 6 }
);
const lineage = fc.array(
	fc.record({
		date: day,
		from: code,
		to: code,
		kind: fc.constantFrom('rename' as const, 'merge' as const)
	}),
	{ maxLength: 3 }
);

describe('the eras of a unit list', () => {
	test('on two days of one era every text stands for the same, and every unit stands in the same place', () => {
		fc.assert(
			fc.property(units, lineage, day, day, (units, lineage, one, other) => {
				const eraOf = createEraFinder(units, lineage);
				fc.pre(eraOf(one) === eraOf(other));
				const tree = createUnitTree(units);
				for (const text of ['A', 'B', 'Phường Sen', 'P. Sen', 'Xã Bàng', 'Sen - Bàng']) {
					// Each finder is asked for one day, so that neither remembers what it said of the other.
					const [first, second] = [one, other].map((date) => {
						const find = createUnitFinder(units, lineage);
						return [find(text, { date }), find.suggest(text, { date }), tree.find(text, date)];
					});
					expect(first).toEqual(second);
				}
			}),
			{ numRuns: 300 }
		);
	});

	test('begin with the day on which a unit begins, and after the day on which one ends', () => {
		const unit = { code: 'A', name: 'A', kind: '', level: 'xa', validFrom: '2024-01-01' };
		const eraOf = createEraFinder([{ ...unit, validTo: '2025-06-30' }], []);
		expect(eraOf('2023-12-31')).not.toBe(eraOf('2024-01-01'));
		expect(eraOf('2024-01-01')).toBe(eraOf('2025-06-30'));
		expect(eraOf('2025-06-30')).not.toBe(eraOf('2025-07-01'));
		expect(eraOf(undefined)).not.toBe(eraOf('2023-01-01'));
	});
});
