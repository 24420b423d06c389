import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { symbolsOf } from '#lib/base/code-symbols.ts';
import {
	agreesWith,
	findTraceCodes,
	isTraceable,
	readTraceCode,
	SEQUENCES,
	speaksOfIndicator,
	speaksOfUnit,
	type TraceCode,
	traceCode,
	type TracedFigure
} from '#lib/base/trace-code.ts';

const FIGURE: TracedFigure = {
	indicator: 'women-in-committees',
	unit: 'MH03',
	period: '2026-Q3',
	boundaries: 'today',
	sequence: 412,
	numerator: 122n,
	denominator: 132n
};

const years = fc.integer({ min: 1990, max: 2062 });
const counts = fc.option(fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }), { nil: undefined });
const figures: fc.Arbitrary<TracedFigure> = fc.record({
	indicator: fc.string({ minLength: 1, unit: 'grapheme' }),
	unit: fc.string({ minLength: 1, unit: 'grapheme' }),
	period: fc
		.tuple(years, fc.constantFrom('', '-H1', '-H2', '-Q1', '-Q2', '-Q3', '-Q4'))
		.map(([year, part]) => `${year}${part}`),
	boundaries: fc.oneof(fc.constantFrom('reported' as const, 'today' as const), years),
	sequence: fc.integer({ min: 0, max: SEQUENCES - 1 }),
	numerator: counts,
	denominator: counts
});
const places = fc.integer({ min: 0, max: 15 });
const symbols = fc.integer({ min: 0, max: 31 }).map((value) => symbolsOf([value]));

describe('traceCode', () => {
	it('is four groups of four symbols without I, L, O and U', () => {
		fc.assert(
			fc.property(figures, (figure) => {
				expect(traceCode(figure)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
			})
		);
	});

	it('reads back as what it was made of', () => {
		fc.assert(
			fc.property(figures, (figure) => {
				const code = traceCode(figure);
				const read = readable(code);
				expect(read).toMatchObject({
					code,
					period: figure.period,
					boundaries: figure.boundaries,
					sequence: figure.sequence
				});
				expect([
					speaksOfIndicator(read, figure.indicator),
					speaksOfUnit(read, figure.unit),
					agreesWith(read, figure)
				]).toEqual([true, true, true]);
			})
		);
	});

	it('stays what it was printed as in reports that have left', () => {
		expect(traceCode(FIGURE)).toBe('3X24-6PWP-DFD6-Q08W');
	});

	it('says nothing of a figure that is withheld', () => {
		const one = traceCode({ ...FIGURE, isWithheld: true, numerator: 1n });
		expect(traceCode({ ...FIGURE, isWithheld: true, numerator: 4n })).toBe(one);
		expect(agreesWith(readable(one), FIGURE)).toBeUndefined();
	});

	it('tells another figure, and the same figure of another unit', () => {
		const read = readable(traceCode(FIGURE));
		expect(agreesWith(read, { ...FIGURE, numerator: 123n })).toBe(false);
		expect(agreesWith(read, { ...FIGURE, unit: 'MH04' })).toBe(false);
	});

	it('counts sequences on from nothing after so many', () => {
		const read = readable(traceCode({ ...FIGURE, sequence: SEQUENCES + 7 }));
		expect(read.sequence).toBe(7);
	});

	it('refuses a year that it cannot hold', () => {
		expect([isTraceable(FIGURE), isTraceable({ ...FIGURE, boundaries: 1989 })]).toEqual([
			true,
			false
		]);
		expect(() => traceCode({ ...FIGURE, period: '2063' })).toThrow(RangeError);
		expect(() => traceCode({ ...FIGURE, boundaries: 1989 })).toThrow(RangeError);
	});

	it('tells 52 000 units apart but for one in twenty, and the figure tells those', () => {
		const seen = new Map<number, string[]>();
		for (let number = 0; number < 52_000; number += 1) {
			const unit = `X${String(number).padStart(5, '0')}`;
			const { unitMark } = readable(traceCode({ ...FIGURE, unit }));
			seen.set(unitMark, [...(seen.get(unitMark) ?? []), unit]);
		}
		const alike = [...seen.values()].filter((units) => units.length > 1);
		expect(alike.flat().length / 52_000).toBeLessThan(0.055);
		const confused = alike.filter(([unit = '', ...others]) => {
			const read = readable(traceCode({ ...FIGURE, unit }));
			return others.some((other) => agreesWith(read, { ...FIGURE, unit: other }));
		});
		expect(confused.length).toBeLessThan(10);
	});
});

describe('readTraceCode', () => {
	it('takes small letters, blanks, other dashes and letters that look like digits', () => {
		fc.assert(
			fc.property(figures, (figure) => {
				const code = traceCode(figure);
				const typed = ` [${code.toLowerCase().replaceAll('-', ' \u2011')}]\u200b`
					.replaceAll('0', 'o')
					.replaceAll('1', 'l');
				expect(readTraceCode(typed)).toEqual(readTraceCode(code));
			})
		);
	});

	it('finds every wrong symbol, and offers the right code among a few', () => {
		fc.assert(
			fc.property(figures, places, symbols, (figure, at, symbol) => {
				const code = traceCode(figure);
				const plain = [...code.replaceAll('-', '')];
				fc.pre(plain[at] !== symbol);
				expectMendable(plain.with(at, symbol).join(''), code);
			})
		);
	});

	it('finds any two symbols that changed places, and mends neighbours', () => {
		fc.assert(
			fc.property(figures, places, places, (figure, one, other) => {
				const code = traceCode(figure);
				const plain = [...code.replaceAll('-', '')];
				const [a = '', b = ''] = [plain[one], plain[other]];
				fc.pre(a !== b);
				const typed = plain.with(one, b).with(other, a).join('');
				expect(readTraceCode(typed)).toMatchObject({ fault: 'check' });
				if (Math.abs(one - other) === 1) expectMendable(typed, code);
			})
		);
	});

	it('says what is wrong with a text that is no code', () => {
		expect([
			readTraceCode(' - '),
			readTraceCode('K7QM-2VX9'),
			readTraceCode('K7QM-2UX9-04TB-N3DE'),
			readTraceCode('Đảng bộ')
		]).toEqual([
			{ fault: 'empty' },
			{ fault: 'length', found: 8 },
			{ fault: 'symbol', place: 6, symbol: 'U' },
			{ fault: 'symbol', place: 1, symbol: 'Đ' }
		]);
		expect(readTraceCode('0000-0000-0000-0000')).toMatchObject({ fault: 'check' });
	});
});

describe('findTraceCodes', () => {
	it('finds the codes of a text and no other groups of letters', () => {
		const code = traceCode(FIGURE);
		const other = traceCode({ ...FIGURE, unit: 'MH04' });
		const text = `92,42% (${code}); ${other}, ${code} và AAAA-AAAA-AAAA-AAAA-AAAA`;
		expect(findTraceCodes(text)).toEqual([code, other]);
	});
});

function expectMendable(typed: string, code: string): void {
	const read = readTraceCode(typed);
	if (!('fault' in read) || read.fault !== 'check') throw new Error(`${typed} is taken for a code`);
	expect(read.mended.map((each) => each.code)).toContain(code);
	expect(read.mended.length).toBeLessThanOrEqual(31);
}

function readable(code: string): TraceCode {
	const read = readTraceCode(code);
	if ('fault' in read) throw new Error(`${code} is not readable`);
	return read;
}
