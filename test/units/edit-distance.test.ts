import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '#lib/units/edit-distance.ts';

/** The definition itself, without a limit: slow, and right by inspection. */
function byDefinition(a: string, b: string): number {
	if (a === '' || b === '') return Math.max(a.length, b.length);
	const [x, y] = [a.slice(1), b.slice(1)];
	if (a[0] === b[0]) return byDefinition(x, y);
	return 1 + Math.min(byDefinition(x, y), byDefinition(x, b), byDefinition(a, y));
}

describe('the edit distance', () => {
	it.each([
		['ben da', 'ben da', 0],
		['ben da', 'bin da', 1],
		['ben da', 'beda', 2],
		['ben da', 'hoa khanh', 4]
	])('from “%s” to “%s” is %i within a limit of 3', (a, b, distance) => {
		expect(editDistance(a, b, 3)).toBe(distance);
	});

	it('is the fewest edits, or one more than the limit', () => {
		const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
		fc.assert(
			fc.property(word, word, fc.nat({ max: 6 }), (a, b, limit) => {
				expect(editDistance(a, b, limit)).toBe(Math.min(byDefinition(a, b), limit + 1));
			})
		);
	});
});
