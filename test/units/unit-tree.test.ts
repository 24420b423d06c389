import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Unit } from '#lib/units/unit.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';

const BEFORE = '2025-06-30';
const AFTER = '2025-07-01';

function unit(code: string, parent: string | undefined, from: string, to?: string): Unit {
	return { code, name: code, kind: '', level: 'xa', parent, validFrom: from, validTo: to };
}

const CITY = unit('C', undefined, '2020-01-01');
const DISTRICT = unit('D', 'C', '2020-01-01', BEFORE);
const WARD_ONE = unit('W1', 'D', '2020-01-01', BEFORE);
const MOVED_OLD = unit('W2', 'D', '2020-01-01', BEFORE);
const MOVED_NEW = unit('W2', 'C', AFTER);
const NEW_WARD = unit('W3', 'C', AFTER);
const BLOC = unit('B', 'C', '2020-01-01');
const tree = createUnitTree([CITY, DISTRICT, WARD_ONE, MOVED_OLD, MOVED_NEW, NEW_WARD, BLOC]);

describe('a unit tree before and after a reform', () => {
	it('finds the record of a code that is valid on the date', () => {
		expect(tree.find('W2', BEFORE)).toBe(MOVED_OLD);
		expect(tree.find('W2', AFTER)).toBe(MOVED_NEW);
		expect(tree.find('W1', AFTER)).toBeUndefined();
		expect(tree.find('nowhere', AFTER)).toBeUndefined();
	});

	it('finds the newest record of a code when no date is asked for', () => {
		expect(tree.find('W2')).toBe(MOVED_NEW);
		expect(tree.find('W1')).toBe(WARD_ONE);
	});

	it('gives the children of the day in list order', () => {
		expect(tree.childrenOn('C', BEFORE)).toEqual([DISTRICT, BLOC]);
		expect(tree.childrenOn('C', AFTER)).toEqual([MOVED_NEW, NEW_WARD, BLOC]);
		expect(tree.childrenOn('D', BEFORE)).toEqual([WARD_ONE, MOVED_OLD]);
		expect(tree.childrenOn('D', AFTER)).toEqual([]);
	});

	it('walks the path from the root to the unit', () => {
		expect(tree.pathOn('W2', BEFORE)).toEqual([CITY, DISTRICT, MOVED_OLD]);
		expect(tree.pathOn('W2', AFTER)).toEqual([CITY, MOVED_NEW]);
		expect(tree.pathOn('W1', AFTER)).toEqual([]);
	});

	it('gives the descendants, each before those under it', () => {
		expect(tree.descendantsOn('C', BEFORE)).toEqual([DISTRICT, WARD_ONE, MOVED_OLD, BLOC]);
		expect(tree.descendantsOn('W1', BEFORE)).toEqual([]);
	});

	it('gives the leaves, the unit itself where nothing is below it', () => {
		expect(tree.leavesOn('C', BEFORE)).toEqual([WARD_ONE, MOVED_OLD, BLOC]);
		expect(tree.leavesOn('W3', AFTER)).toEqual([NEW_WARD]);
		expect(tree.leavesOn('W3', BEFORE)).toEqual([]);
	});

	it('counts a unit whose parent does not exist that day among the roots', () => {
		const orphan = unit('O', 'D', '2020-01-01');
		const roots = createUnitTree([CITY, DISTRICT, orphan]);
		expect(roots.rootsOn(BEFORE)).toEqual([CITY]);
		expect(roots.rootsOn(AFTER)).toEqual([CITY, orphan]);
	});

	it('ends a walk round a cycle', () => {
		const cycle = createUnitTree([
			unit('A', 'B', '2020-01-01'),
			unit('B', 'A', '2020-01-01'),
			unit('L', 'B', '2020-01-01')
		]);
		expect(cycle.pathOn('L', AFTER).map((each) => each.code)).toEqual(['A', 'B', 'L']);
		expect(cycle.descendantsOn('A', AFTER).map((each) => each.code)).toEqual(['B', 'L']);
	});
});

describe('any unit tree', () => {
	const parents = fc.array(fc.nat(), { minLength: 1, maxLength: 30 });
	const forest = parents.map((numbers) =>
		numbers.map((number, i) => unit(`U${i}`, i === 0 ? undefined : `U${number % i}`, '2020-01-01'))
	);

	it('has every unit below its root, and every leaf without children', () => {
		fc.assert(
			fc.property(forest, (units) => {
				const any = createUnitTree(units);
				expect(any.rootsOn(AFTER)).toEqual([units[0]]);
				expect(new Set(any.descendantsOn('U0', AFTER))).toEqual(new Set(units.slice(1)));
				for (const leaf of any.leavesOn('U0', AFTER)) {
					expect(any.childrenOn(leaf.code, AFTER)).toEqual([]);
				}
			})
		);
	});

	it('reaches a unit by the path through each of its ancestors', () => {
		fc.assert(
			fc.property(forest, (units) => {
				const any = createUnitTree(units);
				for (const { code } of units) {
					const path = any.pathOn(code, AFTER);
					path.slice(1).forEach((below, i) => {
						expect(any.childrenOn(path[i]?.code ?? '', AFTER)).toContain(below);
					});
					expect(path.at(-1)?.code).toBe(code);
				}
			})
		);
	});
});
