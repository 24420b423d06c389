import { expect, test } from 'vitest';
import { faultWords } from '#lib/views/query-fault.ts';

test('a fault says what, where and what may be meant', () => {
	const fault = {
		kind: 'name' as const,
		word: 'unt',
		candidates: ['unit', 'unit_name'],
		place: { line: 1200, column: 3 },
		reason: 'Referenced column "unt" not found'
	};
	expect(faultWords(fault, 'vi')).toEqual({
		title: 'Không có tên “unt”. Dòng 1200, cột 3.',
		hint: 'Có phải: unit, unit_name?',
		reason: 'Referenced column "unt" not found'
	});
	expect(faultWords({ kind: 'writes', word: 'DROP' }, 'en')).toEqual({
		title: 'The workbench only reads: DROP is not possible here.',
		hint: 'Use SELECT, WITH, FROM, VALUES, DESCRIBE, SUMMARIZE or EXPLAIN.'
	});
});

test.each(['empty', 'several', 'writes', 'pivot', 'syntax', 'name', 'value', 'forbidden', 'other'])(
	'a fault of the kind %s has words in both languages',
	(kind) => {
		const fault = { kind: kind as 'other', word: 'x' };
		for (const language of ['vi', 'en'] as const) {
			const { title, hint } = faultWords(fault, language);
			expect(title).not.toMatch(/[{}]/);
			expect(hint).toMatch(/[.?…]$/);
		}
	}
);
