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
		['vt-2023-pilot-cells', 'đủ 2 chi bộ', '2', '2'],
		['dn-2025-dti-top3', 'thuộc nhóm 3 dẫn đầu', 'in the top 3', '3'],
		['dn-2025-women-leaders', 'chưa có ngưỡng', 'no threshold set', undefined]
	])('tells the comparator of %s', (id, vi, en, mark) => {
		const target = targetOf(id);
		const indicator = indicatorOf(target.indicator);
		expect(targetWords(target, { indicator, language: 'vi' })).toBe(vi);
		expect(targetWords(target, { indicator, language: 'en' })).toBe(en);
		expect(targetMark(target, { indicator, language: 'vi' })).toBe(mark);
	});

	it.each([
		['nq21-front-head-member', 'tăng so với cùng kỳ năm trước'],
		['vt-court-reversal-rate', 'giảm so với cùng kỳ năm trước'],
		['nq171-dual-roles', 'theo dõi, không đặt mức']
	])('tells where %s should go', (id, words) => {
		const target = targetOf(id);
		const indicator = indicatorOf(target.indicator);
		expect(targetWords(target, { indicator, language: 'vi' })).toBe(words);
	});

	it('tells every value of a yearly path', () => {
		const target = targetOf('nq21-2030-tccsd-good-or-better');
		const path = [
			{ from: 2028, value: '92.5' },
			{ from: 2030, value: '95' }
		];
		const rising = { ...target, threshold: { comparator: '>', value: '90', path } as const };
		const indicator = indicatorOf(target.indicator);
		const inLanguage = (language: 'vi' | 'en'): string =>
			targetWords(rising, { indicator, language });
		expect(inLanguage('vi')).toBe('trên 90%, từ năm 2028 trên 92,5%, từ năm 2030 trên 95%');
		expect(inLanguage('en')).toBe('above 90%, above 92.5% from 2028, above 95% from 2030');
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
