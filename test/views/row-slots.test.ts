import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RowSlots, slotsFor } from '#lib/views/row-slots.ts';

const first: RowSlots = new Map([10, 11, 12, 13, 14, 15].map((row, slot) => [row, slot]));

function slotsOf(rows: readonly number[], before = first): [number, number][] {
	return [...slotsFor(rows, before)];
}

describe('slots', () => {
	it('that rows leave are taken over by those that come', () => {
		expect(slotsOf([12, 13, 14, 15, 16, 17])).toEqual([
			...[[12, 2] as const, [13, 3] as const, [14, 4] as const],
			...[[15, 5] as const, [16, 0] as const, [17, 1] as const]
		]);
	});

	it('are new where more rows come than leave', () => {
		expect(slotsOf([11, 12, 13, 14, 15, 16, 17]).slice(-2)).toEqual([
			[16, 0],
			[17, 6]
		]);
	});

	it('are all new after a jump, but for the row that stays', () => {
		expect(slotsOf([10, 50, 51, 52])).toEqual([
			[10, 0],
			[50, 6],
			[51, 7],
			[52, 8]
		]);
	});

	it('hold one row each, and a row that stays keeps its own', () => {
		const rows = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 12 });
		fc.assert(
			fc.property(fc.array(rows, { maxLength: 6 }), (lists) => {
				let before: RowSlots = new Map();
				for (const list of lists) {
					const sorted = list.toSorted((a, b) => a - b);
					const slots = slotsFor(sorted, before);
					expect([...slots.keys()]).toEqual(sorted);
					expect(new Set(slots.values()).size).toBe(sorted.length);
					for (const [row, slot] of before) {
						if (slots.has(row)) expect(slots.get(row)).toBe(slot);
					}
					before = slots;
				}
			})
		);
	});
});
