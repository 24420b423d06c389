import { describe, expect, it } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { documentLabel, targetMark, targetWords, targetYears } from '#lib/views/sentence-target.ts';
import { indicatorOf } from './example-facts.ts';

const { targets, documents } = productCatalogue();
const targetOf = (id: string) => targets.find((target) => target.id === id)!;

describe('a target in words', () => {
	it.each([
		['nq21-2025-tccsd-good-or-better', 'trên 90%', 'above 90%', '90%'],
		['dn-annual-tccsd-good-or-better', 'từ 90%', 'at least 90%', '90%'],
		['dn-2025-committee-llct', 'đạt 100%', '100%', '100%'],
		['nq21-2025-admission-rate', '3–4%', '3–4%', '3–4%'],
		['dn-annual-committee-course', 'ít nhất 1 khóa bồi dưỡng', 'at least 1', '1'],
		['dn-2025-women-leaders', 'chưa có ngưỡng', 'no threshold set', undefined]
	])('tells the comparator of %s', (id, vi, en, mark) => {
		const target = targetOf(id);
		const indicator = indicatorOf(target.indicator);
		expect(targetWords(target, { indicator, language: 'vi' })).toBe(vi);
		expect(targetWords(target, { indicator, language: 'en' })).toBe(en);
		expect(targetMark(target, { indicator, language: 'vi' })).toBe(mark);
	});

	it.each([
		['dn-2025-committee-llct', 'năm 2025'],
		['nq21-2025-tccsd-good-or-better', '2022–2025'],
		['dn-annual-committee-course', 'từ năm 2022'],
		['nq21-military-cell-commune', '']
	])('tells the years of %s', (id, years) => {
		expect(targetYears(targetOf(id), 'vi')).toBe(years);
	});

	it('names a document in short, or by its number where it has no short name', () => {
		const document = documents.find(({ id }) => id === '21-nq-tw')!;
		expect(documentLabel(document, 'vi')).toBe('NQ 21');
		expect(documentLabel({ ...document, shortName: undefined }, 'vi')).toBe('21-NQ/TW');
	});
});
