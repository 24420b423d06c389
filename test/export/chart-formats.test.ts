import { describe, expect, test } from 'vitest';
import {
	chartFormat,
	formatOfCell,
	formatOfLabel,
	numberFormat
} from '#lib/export/chart-formats.ts';

const vi = { language: 'vi', width: 440, height: 200, size: 9 } as const;

test('ratios are printed in per cent, counts in thousands', () => {
	expect(numberFormat('ratio', 2)).toBe('0.00%');
	expect(numberFormat('count', 0)).toBe('#,##0');
	expect(numberFormat('points', 1)).toBe('+#,##0.0;-#,##0.0;#,##0.0');
});

test('a chart says its language, but for one among cells that follow the reader’s place', () => {
	expect(chartFormat('ratio', { decimals: 1, look: vi })).toBe('[$-42A]0.0%');
	expect(chartFormat('ratio', { decimals: 1, look: { language: 'en' } })).toBe('[$-809]0.0%');
	expect(chartFormat('count', { decimals: 0, look: { ...vi, isLocal: true } })).toBe('#,##0');
});

describe('the format of a label', () => {
	const of = (
		label: string,
		value: number,
		kind: 'ratio' | 'count' = 'ratio'
	): string | undefined => formatOfLabel(label, { value, kind, look: vi });

	test('has as many decimals as keep the value from looking met', () => {
		expect(of('89,996%', 0.89996)).toBe('[$-42A]0.000%');
	});

	test('keeps the letters after the number', () => {
		expect(of('1.234 [p]', 1234, 'count')).toBe('[$-42A]#,##0" [p]"');
	});

	test('is none where a format would print something else', () => {
		expect(of('90,00%', 0.81)).toBeUndefined();
		expect(of('< 5 [c]', 3, 'count')).toBeUndefined();
		expect(of('92,42', 0.9242)).toBeUndefined();
	});
});

test.each([
	['92,42%', { value: 0.9242, unit: 'ratio', decimals: 2 }, '0.00%'],
	['92,42% [p]', { value: 0.9242, unit: 'ratio', decimals: 2 }, '0.00%" [p]"'],
	['92,42% · Đạt', { value: 0.9242, unit: 'ratio', decimals: 2 }, '0.00%" · Đạt"'],
	['1.220', { value: 1220, unit: 'count', decimals: 0 }, '#,##0'],
	['+3', { value: 3, unit: 'count', decimals: 0 }, '+#,##0;-#,##0;#,##0'],
	[
		'−2,27 điểm %',
		{ value: -2.27, unit: 'points', decimals: 2 },
		'+#,##0.00" điểm %";-#,##0.00" điểm %";#,##0.00" điểm %"'
	]
] as const)('the cell %s keeps its sign and its words', (text, number, format) => {
	expect(formatOfCell(text, number)).toBe(format);
});
