import { describe, expect, test } from 'vitest';
import { choicesOf, saysAnything, withAnswer, withCorrections } from '#lib/state/sheet-choices.ts';

const nothing = choicesOf({});

describe('withAnswer', () => {
	test('takes an answer, another for the same question, and takes it back', () => {
		const once = withAnswer(nothing, 'comma', 'thousands');
		expect(once.answers).toEqual({ comma: 'thousands' });
		expect(withAnswer(once, 'comma', 'decimal').answers).toEqual({ comma: 'decimal' });
		expect(withAnswer(once, 'comma').answers).toEqual({});
	});
});

describe('withCorrections', () => {
	const first = { row: 9, column: 3, before: 'ba', text: '3' };

	test('keeps what the file says, however often a cell is corrected', () => {
		const once = withCorrections(nothing, [first]);
		const twice = withCorrections(once, [{ ...first, before: '3', text: '4' }]);
		expect(twice.corrections).toEqual([{ ...first, text: '4' }]);
	});

	test('forgets a correction that gives the cell back what it held', () => {
		const once = withCorrections(nothing, [first]);
		const back = withCorrections(once, [{ ...first, before: '3', text: 'ba' }]);
		expect(back.corrections).toEqual([]);
	});

	test('lists corrections by row and column', () => {
		const made = [first, { ...first, row: 2 }, { ...first, column: 1 }];
		const places = withCorrections(nothing, made).corrections.map(({ row, column }) => [
			row,
			column
		]);
		expect(places).toEqual([
			[2, 3],
			[9, 1],
			[9, 3]
		]);
	});
});

describe('saysAnything', () => {
	test('is false until there is an answer, a correction or a period', () => {
		expect(saysAnything({ '': nothing })).toBe(false);
		expect(saysAnything({ '': withAnswer(nothing, 'comma', 'decimal') })).toBe(true);
		expect(saysAnything({ B1: { ...nothing, period: '2024' } })).toBe(true);
	});
});
