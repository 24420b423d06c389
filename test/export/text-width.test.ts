import { describe, expect, it } from 'vitest';
import { textWidth, wrapText } from '#lib/export/text-width.ts';

describe('the width of a text', () => {
	it('is that of its letters, whatever marks they carry', () => {
		expect(textWidth('Phường Ngạnh', 12)).toBeCloseTo(textWidth('Phuong Nganh', 12));
	});

	it('grows with the size', () => {
		expect(textWidth('92,42%', 24)).toBeCloseTo(2 * textWidth('92,42%', 12));
	});
});

describe('wrapping', () => {
	it('breaks between words', () => {
		expect(wrapText('Đảng bộ phường Quảng Ngạnh', { width: 110, size: 12, lines: 2 })).toEqual([
			'Đảng bộ phường',
			'Quảng Ngạnh'
		]);
	});

	it('shortens what does not fit the last line', () => {
		const lines = wrapText('Đảng bộ xã Một và xã Hai và xã Ba', { width: 70, size: 12, lines: 2 });
		expect(lines).toHaveLength(2);
		expect(lines[1]).toMatch(/…$/);
		for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(70);
	});

	it('leaves a short text alone', () => {
		expect(wrapText('Xã Một', { width: 200, size: 12, lines: 2 })).toEqual(['Xã Một']);
	});
});
