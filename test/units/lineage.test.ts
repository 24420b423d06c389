import { describe, expect, it } from 'vitest';
import { createHeirFinder, type LineageEvent } from '#lib/units/lineage.ts';

const on = '2025-12-31';

function event(
	kind: LineageEvent['kind'],
	from: string,
	to: string,
	date = '2025-07-01'
): LineageEvent {
	return { date, kind, from, to };
}

describe('the heirs of a unit', () => {
	it('are none before the day of the change', () => {
		const heirsOf = createHeirFinder([event('rename', 'A', 'B')]);
		expect(heirsOf('A', '2025-06-30')).toEqual([]);
		expect(heirsOf('A', '2025-07-01')).toEqual([{ code: 'B', same: true }]);
	});

	it('are followed through several changes, and are the same unit only if each was a rename or a move', () => {
		const heirsOf = createHeirFinder([
			event('rename', 'A', 'B', '2021-01-01'),
			event('move', 'B', 'C', '2022-01-01'),
			event('merge', 'C', 'D', '2023-01-01'),
			event('merge', 'X', 'D', '2023-01-01')
		]);
		expect(heirsOf('A', '2022-06-30')).toEqual([{ code: 'C', same: true }]);
		expect(heirsOf('A', on)).toEqual([{ code: 'D', same: false }]);
	});

	it('are another unit where others joined in or where it was split', () => {
		const joined = createHeirFinder([event('rename', 'A', 'B'), event('merge', 'X', 'B')]);
		expect(joined('A', on)).toEqual([{ code: 'B', same: false }]);
		const split = createHeirFinder([event('split', 'A', 'B'), event('split', 'A', 'C')]);
		expect(split('A', on).toSorted((a, b) => (a.code < b.code ? -1 : 1))).toEqual([
			{ code: 'B', same: false },
			{ code: 'C', same: false }
		]);
	});

	it('are found though the list goes round in a circle', () => {
		const heirsOf = createHeirFinder([event('rename', 'A', 'B'), event('rename', 'B', 'A')]);
		expect(heirsOf('A', on)).toEqual([]);
	});
});
