import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapAtOnce, MOST_AT_ONCE } from '#lib/base/map-at-once.ts';

test('gives what the work gives in the order of the items, with no more under way than allowed', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 60 }), async (ticks) => {
			let underWay = 0;
			let highest = 0;
			const results = await mapAtOnce(ticks, async (count) => {
				underWay += 1;
				highest = Math.max(highest, underWay);
				for (let tick = 0; tick < count; tick += 1) await Promise.resolve();
				underWay -= 1;
				return count * 2;
			});
			expect(results).toEqual(ticks.map((count) => count * 2));
			expect(highest).toBe(Math.min(MOST_AT_ONCE, ticks.length));
		})
	);
});

test('rejects with the fault of an item', async () => {
	const work = (item: number): Promise<number> =>
		item === 2 ? Promise.reject(new Error('two')) : Promise.resolve(item);
	await expect(mapAtOnce([1, 2, 3], work)).rejects.toThrow('two');
});
