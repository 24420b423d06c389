import { expect, test } from 'vitest';
import { leadingWords } from '#lib/views/leading-words.ts';

test('a text that fits is left whole', () => {
	expect(leadingWords('Ban Tổ chức Thành ủy', 20)).toEqual({
		start: 'Ban Tổ chức Thành ủy',
		rest: ''
	});
});

test('a longer text ends with a whole word, without the comma behind it', () => {
	expect(leadingWords('Các tỉnh ủy, thành ủy', 14)).toEqual({
		start: 'Các tỉnh ủy',
		rest: ', thành ủy'
	});
});

test('a word that is longer than the room is cut', () => {
	expect(leadingWords('https://example.org/a', 8)).toEqual({
		start: 'https://',
		rest: 'example.org/a'
	});
});
