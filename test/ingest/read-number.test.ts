import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInteger } from '#lib/base/format-number.ts';
import { readNumber, type NumberReading } from '#lib/ingest/read-number.ts';

const figure = (value: number | bigint): NumberReading => ({
	state: 'figure',
	value: BigInt(value)
});
const unreadable = (fault: string): unknown => ({ state: 'unreadable', fault });

describe('a figure', () => {
	it.each([
		['0', 0],
		['05', 5],
		['1.234', 1234],
		['1 234', 1234],
		['1\u00a0234', 1234],
		['12\u202f345\u202f678', 12345678],
		['1.234.567', 1234567],
		['1,234,567', 1234567],
		["'24", 24],
		['\u200b24\ufeff', 24],
		['\u00a024\u00a0', 24],
		['142 đ/c', 142],
		['1.234 đ/c', 1234],
		['142 đồng chí', 142],
		['24 chi bộ', 24],
		['9223372036854775807', 9223372036854775807n]
	])('%j is %s', (text, value) => {
		expect(readNumber(text)).toEqual(figure(value));
	});

	it.each([
		['604 (91,2%)', 604],
		['12 (nữ 5)', 12],
		['01 (đang xem xét KL)', 1],
		['1.234 đ/c (nữ 5)', 1234]
	])('%j is %s, and says that a remark was left aside', (text, value) => {
		expect(readNumber(text)).toEqual({ ...figure(value), remark: 'text-dropped' });
	});

	it.each(['không', 'Không', 'không có', 'KHÔNG CÓ'])('%j is zero, and says so', (text) => {
		expect(readNumber(text)).toEqual({ ...figure(0), remark: 'zero-in-words' });
	});

	it.each([0, 24, 3192, -0, 24.0, 24n, 9223372036854775807n])('a native %s is taken', (value) => {
		expect(readNumber(value)).toEqual(figure(BigInt(value)));
	});
});

describe('no figure', () => {
	it.each([null, '', '  ', '\u00a0', '-', '–', '—', '…', '...', 'chưa b/c', 'Chưa báo cáo'])(
		'%j is missing',
		(cell) => {
			expect(readNumber(cell)).toEqual({ state: 'missing' });
		}
	);

	it.each(['x', 'X', ' x '])('%j is not applicable', (cell) => {
		expect(readNumber(cell)).toEqual({ state: 'not-applicable' });
	});
});

describe('what is no count', () => {
	it.each([
		['95,63%', 'percentage'],
		['95,63', 'percentage'],
		['95.63', 'percentage'],
		['0,9563', 'percentage'],
		['0.956', 'percentage'],
		['0,956', 'percentage'],
		['24.0', 'percentage'],
		['1.234,5', 'percentage'],
		['1.23', 'percentage'],
		['100%', 'percentage'],
		['12/15', 'two-numbers'],
		['12 - 15', 'two-numbers'],
		['12 (15)', 'two-numbers'],
		['12\n345', 'two-numbers'],
		['04/01', 'date-in-number'],
		['04/01/2024', 'date-in-number'],
		['4.1.2024', 'date-in-number'],
		['2024-01-04', 'date-in-number'],
		['04-Jan', 'date-in-number'],
		['-5', 'negative'],
		['−5', 'negative'],
		['#REF!', 'spreadsheet-error'],
		['#DIV/0!', 'spreadsheet-error'],
		['#N/A', 'spreadsheet-error'],
		['#VALUE!', 'spreadsheet-error'],
		['nt', 'same-as-above'],
		['như trên', 'same-as-above'],
		['/', 'unclear-mark'],
		['?', 'unclear-mark'],
		['chưa có', 'unclear-mark'],
		['5 triệu', 'not-a-number'],
		['khoảng 50', 'not-a-number'],
		['12k', 'not-a-number'],
		['1E5', 'not-a-number'],
		['>50', 'not-a-number'],
		['12*', 'not-a-number'],
		['1.234 567', 'not-a-number'],
		['12.34.567', 'not-a-number'],
		['hai mươi', 'not-a-number'],
		['0905123456', 'not-a-number'],
		['001180012345', 'not-a-number'],
		['9223372036854775808', 'too-big'],
		['9'.repeat(400), 'too-big']
	])('%j is %s', (text, fault) => {
		expect(readNumber(text)).toEqual(unreadable(fault));
	});

	it('leaves "1,234" to the analyst, and says both ways to write it', () => {
		expect(readNumber('1,234')).toEqual({
			state: 'unreadable',
			fault: 'ambiguous-number',
			params: { plain: '1234', grouped: '1.234' }
		});
	});

	it.each([
		[0.9563, 'percentage'],
		[95.63, 'percentage'],
		[-1, 'negative'],
		[-1n, 'negative'],
		[1e20, 'too-big'],
		[2n ** 63n, 'too-big'],
		[Number.NaN, 'not-a-number'],
		[Number.POSITIVE_INFINITY, 'not-a-number']
	])('a native %s is %s', (value, fault) => {
		expect(readNumber(value)).toEqual(unreadable(fault));
	});
});

describe('any number', () => {
	const count = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n });

	it('comes back from the way it is written in Vietnamese', () => {
		fc.assert(
			fc.property(count, (value) => {
				expect(readNumber(formatInteger(value, 'vi'))).toEqual(figure(value));
			})
		);
	});

	it('comes back whatever stands before and behind it', () => {
		const blank = fc.constantFrom('', ' ', '\u00a0', '\u200b', '\t', '\n');
		const prefix = fc.constantFrom('', "'");
		const thing = fc.constantFrom('', ' đ/c', ' người', ' chi bộ');
		fc.assert(
			fc.property(count, blank, prefix, thing, blank, (value, before, sign, counted, after) => {
				expect(readNumber(`${before}${sign}${value}${counted}${after}`)).toEqual(figure(value));
			})
		);
	});

	it('is never made up from another text', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				const reading = readNumber(text);
				if (reading.state !== 'figure') return;
				const digits = text.replace(/\(.*\)\s*$/, '').replace(/\D/g, '');
				expect(reading.value).toBe(BigInt(digits));
			}),
			{ numRuns: 500 }
		);
	});
});
