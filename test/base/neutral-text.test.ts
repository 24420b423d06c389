import { expect, it } from 'vitest';
import { neutralText } from '#lib/base/neutral-text.ts';

it('puts an apostrophe before what a spreadsheet would take for a formula', () => {
	const formulas = ['=1+1', '+A1', '-A1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '-1-2', '+1,2 điểm'];
	expect(formulas.map(neutralText).filter((text) => !text.startsWith("'"))).toEqual([]);
	expect(neutralText('=HYPERLINK("http://x")')).toBe(`'=HYPERLINK("http://x")`);
});

it('leaves numbers, percentages, dashes and ordinary text as they are', () => {
	const plain = [
		'-5',
		'-1.234,5',
		'+12',
		'-3,25%',
		'-3.2 %',
		'−4',
		'-',
		'',
		'[c]',
		'< 5 [c]',
		'1-2'
	];
	expect(plain.map(neutralText)).toEqual(plain);
	expect(neutralText('Đảng ủy xã A = B')).toBe('Đảng ủy xã A = B');
});

it('lets no cell begin a formula where lines are split at semicolons instead of commas', () => {
	expect(neutralText('a;=1+1')).toBe("a;'=1+1");
	expect(neutralText('a\n@b')).toBe("a\n'@b");
	expect(neutralText('từ -5; -3;-2')).toBe('từ -5; -3;-2');
});
