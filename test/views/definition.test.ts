import { describe, expect, it } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { definitionOf } from '#lib/views/definition.ts';
import { indicatorOf } from './example-facts.ts';

const define = (id: string, language: 'vi' | 'en' = 'vi') =>
	definitionOf(productCatalogue(), { indicator: indicatorOf(id), language });

describe('a definition', () => {
	it('names what is counted, from which sheet', () => {
		const { numerator, denominator } = define('grassroots-rated-good');
		expect(numerator.map(({ id }) => id)).toEqual(['b1.xs', 'b1.tot']);
		expect(denominator.map(({ id, sheet }) => [id, sheet.slice(0, 4)])).toEqual([
			['b1.xl', 'B1. ']
		]);
	});

	it('says once how quarters make a year, or for each side where they differ', () => {
		expect(define('grassroots-rated-good').overTime).toEqual([
			'Chỉ có số cuối năm, không có số theo quý.'
		]);
		expect(define('admission-rate').overTime.map((rule) => rule.split(':')[0])).toEqual([
			'Tử số',
			'Mẫu số'
		]);
	});

	it('says which units alone are counted', () => {
		expect(define('secretary-chair-ward').select).toBe('Chỉ tính đơn vị: Phường.');
		expect(define('woman-in-standing-committee-ward').select).toBe('Chỉ tính đơn vị: cấp xã.');
		expect(define('plan-women').select).toBeUndefined();
	});

	it('cites every target with its document, years and quote, and says what is inferred', () => {
		expect(define('military-cell').citations.find(({ number }) => number === '07-KH/TW')).toEqual({
			id: 'kh07-2023-military-cell',
			number: '07-KH/TW',
			title: 'Kế hoạch số 07-KH/TW của Bộ Chính trị thực hiện Nghị quyết số 21-NQ/TW',
			date: '17/08/2022',
			section: 'IV.7 (gạch 1)',
			words: 'đạt 100%',
			years: 'năm 2023',
			quote: 'hoàn thành việc tổ chức chi bộ quân sự ở cấp xã (hoàn thành trong năm 2023)',
			inferred: 'Mức này suy ra từ lời văn, văn bản không ghi con số hoặc từ so sánh.',
			note: 'Văn bản ghi “hoàn thành”, không ghi tỷ lệ: mức 100% là suy ra.'
		});
	});

	it('stands for every indicator of the catalogue', () => {
		for (const { id } of productCatalogue().indicators) {
			expect(define(id, 'en').citations.length, id).toBeGreaterThan(0);
			expect(define(id).overTime[0], id).not.toBe('');
		}
	});
});
