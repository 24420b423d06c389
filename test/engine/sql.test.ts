import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ident, sql } from '#lib/engine/sql.ts';

describe('sql', () => {
	test('values become literals, pieces of SQL stay as they are', () => {
		const condition = sql`name = ${"Khối 'cơ quan'"}`;
		const query = sql`SELECT ${1}, ${2n ** 60n}, ${true}, ${null} FROM ${ident('u"nit')} WHERE ${condition}`;
		expect(query.text).toBe(
			`SELECT 1, 1152921504606846976, true, null FROM "u""nit" WHERE name = 'Khối ''cơ quan'''`
		);
	});

	test('no text can end its own literal', () => {
		fc.assert(
			fc.property(
				fc.string().filter((text) => !text.includes('\0')),
				(text) => {
					const literal = sql`${text}`.text;
					expect(literal.slice(1, -1).replaceAll("''", '')).not.toContain("'");
					expect(literal.slice(1, -1).replaceAll("''", "'")).toBe(text);
				}
			)
		);
	});

	test('a backslash in the template is SQL, not an escape', () => {
		expect(sql`SELECT '\d'`.text).toBe(String.raw`SELECT '\d'`);
	});

	test('a fraction, which is never data, is refused', () => {
		expect(() => sql`SELECT ${0.5}`).toThrow('not a whole number: 0.5');
	});

	test('a text with a NUL character is refused', () => {
		expect(() => sql`SELECT ${'a\0b'}`).toThrow('a text with a NUL character');
	});
});
