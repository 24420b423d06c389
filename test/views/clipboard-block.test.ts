import { describe, expect, test } from 'vitest';
import { clipboardBlock, isBlock } from '#lib/views/clipboard-block.ts';

describe('clipboardBlock', () => {
	test('is the rows and cells of what was copied from a spreadsheet', () => {
		expect(clipboardBlock('24\t9\r\n20\t\r\n')).toEqual([
			['24', '9'],
			['20', '']
		]);
	});

	test('keeps line breaks, tabs and quotes inside a quoted cell', () => {
		expect(clipboardBlock('"Tổng\nsố"\t"a ""b"""\nx')).toEqual([['Tổng\nsố', 'a "b"'], ['x']]);
	});

	test('takes a quote within a plain cell as it is', () => {
		expect(clipboardBlock('12" ống\t"x"y')).toEqual([['12" ống', '"x"y']]);
	});

	test('is one cell for a plain text, and one empty cell for none', () => {
		expect(clipboardBlock('12')).toEqual([['12']]);
		expect(clipboardBlock('')).toEqual([['']]);
		expect([isBlock('12\r\n'), isBlock('1\t2')]).toEqual([false, true]);
	});
});
