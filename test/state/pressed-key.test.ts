import { describe, expect, test } from 'vitest';
import { namesOfKey } from '#lib/state/pressed-key.ts';

describe('namesOfKey', () => {
	test('is what the key writes', () => {
		expect(namesOfKey({ key: 't', code: 'KeyT', shiftKey: false })).toEqual(['t']);
		expect(namesOfKey({ key: '?', code: 'Slash', shiftKey: true })).toEqual(['?', '?']);
		expect(namesOfKey({ key: 'ArrowUp', code: 'ArrowUp', shiftKey: false })).toEqual(['ArrowUp']);
	});

	test('is the small letter where Caps Lock is on', () => {
		expect(namesOfKey({ key: 'T', code: 'KeyT', shiftKey: false })).toEqual(['t']);
	});

	test('is also what stands there on a Latin keyboard, where it writes a Vietnamese letter', () => {
		expect(namesOfKey({ key: 'ă', code: 'Digit1', shiftKey: false })).toEqual(['ă', '1']);
		expect(namesOfKey({ key: 'ư', code: 'BracketLeft', shiftKey: false })).toEqual(['ư', '[']);
	});

	test('is no digit with Shift', () => {
		expect(namesOfKey({ key: '!', code: 'Digit1', shiftKey: true })).toEqual(['!']);
	});
});
