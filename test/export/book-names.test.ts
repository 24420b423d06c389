import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sheetNames } from '#lib/export/book-names.ts';

test('names are cut between words, without what Excel refuses', () => {
	expect(
		sheetNames([
			"'Kết nạp [2024]: nam/nữ'",
			'Tỷ lệ tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ',
			'History',
			'  ',
			'Tỷ lệ'
		])
	).toEqual(['Kết nạp 2024 nam nữ', 'Tỷ lệ tổ chức cơ sở đảng hoàn…', 'History (2)', '–', 'Tỷ lệ']);
});

test('no two sheets share a name, whatever its case, and none is empty or too long', () => {
	const word = fc.oneof(
		fc.string(),
		fc.constantFrom('Ấp', 'ấp', "'", 'x'.repeat(40), '😀'.repeat(20))
	);
	fc.assert(
		fc.property(fc.array(word, { maxLength: 12 }), (names) => {
			const given = sheetNames(names);
			expect(new Set(given.map((name) => name.toLowerCase())).size).toBe(names.length);
			for (const name of given) {
				expect(name).toMatch(/^[^\\/?*[\]:]{1,31}$/u);
				expect(name).not.toMatch(/^'|'$/);
				expect(isWhole(name) || !names.every(isWhole)).toBe(true);
			}
		})
	);
});

/** True where no letter beyond the first plane is cut in half. */
function isWhole(text: string): boolean {
	return !/[\uD800-\uDFFF]/u.test(text);
}
