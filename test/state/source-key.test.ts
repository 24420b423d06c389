import { describe, expect, test } from 'vitest';
import { layoutKey, type Source, sourceKey } from '#lib/state/source-key.ts';

const source: Source = { sha256: 'a'.repeat(64), sheet: 'Biểu 1' };

describe('sourceKey', () => {
	test('does not depend on the order of the answers', () => {
		const one = sourceKey({ ...source, answers: { a: '1', b: '2' } });
		expect(sourceKey({ ...source, answers: { b: '2', a: '1' } })).toBe(one);
	});

	test('takes no answers and empty answers for the same', () => {
		expect(sourceKey({ ...source, answers: {}, corrections: [] })).toBe(sourceKey(source));
	});

	test.each<[string, Partial<Source>]>([
		['other bytes', { sha256: 'b'.repeat(64) }],
		['another sheet', { sheet: 'Biểu 2' }],
		['another table of the sheet', { table: 2 }],
		['another answer', { answers: { hidden: 'take' } }],
		['a corrected cell', { corrections: [{ row: 3, column: 4, before: '1O', text: '10' }] }]
	])('differs for %s', (_, other) => {
		expect(sourceKey({ ...source, ...other })).not.toBe(sourceKey(source));
	});
});

describe('layoutKey', () => {
	test('is that of the sheet and its headers, whatever was answered', () => {
		const layout = { template: 'B1', name: 'a.csv', headers: ['don vi'], answers: {} };
		expect(layoutKey({ ...layout, name: 'b.csv', answers: { comma: 'thousands' } })).toBe(
			layoutKey(layout)
		);
		expect(layoutKey({ ...layout, headers: ['don vi', 'nu'] })).not.toBe(layoutKey(layout));
	});
});
