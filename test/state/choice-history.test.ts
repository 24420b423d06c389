import { describe, expect, test } from 'vitest';
import { advance, NO_CHOICES, stepBack, stepForth } from '#lib/state/choice-history.ts';
import { type FileChoices } from '#lib/state/sheet-choices.ts';

const one: FileChoices = { '': { answers: { comma: 'decimal' }, corrections: [] } };
const two: FileChoices = { '': { answers: { comma: 'thousands' }, corrections: [] } };

describe('a history of choices', () => {
	test('goes back and forth', () => {
		const both = advance(advance(NO_CHOICES, one), two);
		expect(stepBack(both).now).toBe(one);
		expect(stepBack(stepBack(both)).now).toEqual({});
		expect(stepForth(stepBack(both))).toEqual(both);
	});

	test('stays where it is at either end', () => {
		expect(stepBack(NO_CHOICES)).toBe(NO_CHOICES);
		expect(stepForth(NO_CHOICES)).toBe(NO_CHOICES);
	});

	test('forgets what was taken back once something else is chosen', () => {
		const changed = advance(stepBack(advance(NO_CHOICES, one)), two);
		expect(changed).toEqual({ past: [{}], now: two, future: [] });
	});
});
