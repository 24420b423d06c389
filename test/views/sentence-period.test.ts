import { describe, expect, it } from 'vitest';
import { periodInSentence, periodMark, periodName } from '#lib/views/sentence-period.ts';

describe('a period in words', () => {
	it.each([
		['2024', 'Năm 2024', '2024', '2024', '2024'],
		['2024-Q4', 'Quý IV/2024', 'Q4 2024', 'IV/24', 'Q4/24'],
		['2024-H1', '6 tháng đầu năm 2024', 'First half of 2024', '6T đầu/24', 'H1/24'],
		['2024-H2', '6 tháng cuối năm 2024', 'Second half of 2024', '6T cuối/24', 'H2/24']
	])('names %s in both languages, at length and in short', (period, vi, en, markVi, markEn) => {
		expect(periodName(period, 'vi')).toBe(vi);
		expect(periodName(period, 'en')).toBe(en);
		expect(periodMark(period, 'vi')).toBe(markVi);
		expect(periodMark(period, 'en')).toBe(markEn);
	});

	it('starts with a small letter within a Vietnamese sentence', () => {
		expect(periodInSentence('2023', 'vi')).toBe('năm 2023');
		expect(periodInSentence('2023-Q3', 'vi')).toBe('quý III/2023');
		expect(periodInSentence('2023-Q3', 'en')).toBe('Q3 2023');
	});
});
