import { expect, it } from 'vitest';
import { cleanText } from '#lib/base/fold.ts';
import { say } from '#lib/base/messages.ts';
import { visibleText } from '#lib/base/visible-text.ts';

it('leaves Vietnamese texts, signs and pictures as they are', () => {
	const text = 'Đảng bộ xã Hòa Thịnh – quý IV/2024 (báo cáo số 5) ≥ 90 % 📊 e\u0301';
	expect(visibleText(text)).toBe(text);
});

it.each([
	['a name turned around', 'b1\u202excod.csv', 'b1xcod.csv'],
	['isolated directions', '\u2067An\u2069', 'An'],
	['letters of no width', 'A\u200bn\u2060 B\ufeffình', 'An Bình'],
	['control characters', 'An\u0000 Bì\u0008nh\u007f', 'An Bình'],
	['line ends', 'An\r\nBình', 'An Bình'],
	['half a letter', 'An\ud800 Bình', 'An Bình'],
	['tags', 'An\u{e0041}\u{e007f}', 'An']
])('takes out %s', (_, text, visible) => {
	expect(visibleText(text)).toBe(visible);
});

it('a message shows what a file is called, not what it pretends to be called', () => {
	expect(say('en', 'file.empty', { file: 'b1\u202excod.csv' })).toBe(
		say('en', 'file.empty', { file: 'b1xcod.csv' })
	);
});

it('a name of a unit is compared without them', () => {
	expect(cleanText('\u202eAn\u200f Bình\u2066')).toBe('An Bình');
});
