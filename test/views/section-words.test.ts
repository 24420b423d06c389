import { describe, expect, it } from 'vitest';
import { sectionWords } from '#lib/views/section-words.ts';

describe('the place in a document', () => {
	it.each([
		['I.2.2.2 (đến 2025)(5)', 'I.2.2.2 (to 2025)(5)'],
		['III.1.4 (gạch 5)', 'III.1.4 (dash 5)'],
		['III.3 (và V.5.8)', 'III.3 (and V.5.8)'],
		['Phụ lục, STT 12', 'Appendix, row 12'],
		['II.2-đ', 'II.2-đ']
	])('is said in English without its Vietnamese words: %s', (section, said) => {
		expect(sectionWords(section, 'en')).toBe(said);
		expect(sectionWords(section, 'vi')).toBe(section);
	});
});
