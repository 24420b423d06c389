import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTitlePeriod, readPeriodText } from '#lib/ingest/find-period.ts';

describe('readPeriodText', () => {
	it.each([
		['2024', '2024'],
		['2024-Q4', '2024-Q4'],
		['2024-H1', '2024-H1'],
		['Năm 2024', '2024'],
		['BIỂU TỔNG HỢP NĂM 2024', '2024'],
		['Quý IV/2024', '2024-Q4'],
		['quý iv/2024', '2024-Q4'],
		['Quý 4 năm 2024', '2024-Q4'],
		['Quý IV năm 2024', '2024-Q4'],
		['Quý IV, năm 2024', '2024-Q4'],
		['Quý tư năm 2024', '2024-Q4'],
		['QUÝ II-2023', '2023-Q2'],
		['(Kỳ báo cáo: Quý IV/2024; số liệu tính đến 31/12/2024)', '2024-Q4'],
		['Q4/2024', '2024-Q4'],
		['Q.IV/2024', '2024-Q4'],
		['2024Q4', '2024-Q4'],
		['2024/Q4', '2024-Q4'],
		['Q4 2024', '2024-Q4'],
		['IV/2024', '2024-Q4'],
		['6 tháng đầu năm 2024', '2024-H1'],
		['06 THÁNG ĐẦU NĂM 2024', '2024-H1'],
		['6 tháng cuối năm 2024', '2024-H2'],
		['6 tháng 2024', '2024-H1'],
		['H1/2024', '2024-H1'],
		['2024H2', '2024-H2'],
		['12 tháng năm 2024', '2024']
	])('%j is %s', (text, period) => {
		expect(readPeriodText(text)).toBe(period);
	});

	it.each([
		'',
		'số liệu tính đến 31/12/2024',
		'(Số liệu tính đến ngày 31/12/2024)',
		'Minh Họa, ngày 05 tháng 01 năm 2025',
		'Tháng 11 năm 2024',
		'9 tháng đầu năm 2024',
		'QUY HOẠCH NHIỆM KỲ 2025 - 2030, 2026 - 2031',
		'2024-Q5',
		'Quý V/2024',
		'0012',
		'24',
		'Quyết định 12/2024'
	])('%j names no period', (text) => {
		expect(readPeriodText(text)).toBeUndefined();
	});

	it('reads every way of writing a quarter', () => {
		const roman = ['I', 'II', 'III', 'IV'];
		const ways = fc.constantFrom<(year: number, quarter: number) => string>(
			(year, quarter) => `Quý ${roman[quarter - 1]}/${year}`,
			(year, quarter) => `Quý ${quarter} năm ${year}`,
			(year, quarter) => `${roman[quarter - 1]}/${year}`,
			(year, quarter) => `${year}-Q${quarter}`,
			(year, quarter) => `Kỳ báo cáo: quý ${roman[quarter - 1]} năm ${year}; tính đến 31/12/${year}`
		);
		const year = fc.integer({ min: 1990, max: 2099 });
		fc.assert(
			fc.property(ways, year, fc.integer({ min: 1, max: 4 }), (write, inYear, quarter) => {
				expect(readPeriodText(write(inYear, quarter))).toBe(`${inYear}-Q${quarter}`);
			})
		);
	});
});

describe('findTitlePeriod', () => {
	it('takes the row that says "kỳ báo cáo" before a year in the title', () => {
		const rows = [
			['TỔNG HỢP NĂM 2024'],
			['', '(Kỳ báo cáo: Quý III/2024; số liệu tính đến 30/9/2024)']
		];
		expect(findTitlePeriod(rows)).toEqual({ period: '2024-Q3', row: 2 });
	});

	it('takes a quarter before a year', () => {
		expect(findTitlePeriod([['Báo cáo năm 2024'], ['Quý II/2024']])).toEqual({
			period: '2024-Q2',
			row: 2
		});
	});

	it('puts a quarter and a year together that stand apart', () => {
		expect(findTitlePeriod([['BÁO CÁO QUÝ IV'], ['NĂM 2024']])).toEqual({
			period: '2024-Q4',
			row: 2
		});
		expect(findTitlePeriod([['6 THÁNG ĐẦU NĂM', 'Năm 2024']])).toEqual({
			period: '2024-H1',
			row: 1
		});
	});

	it('does not take nine months for the year', () => {
		expect(findTitlePeriod([['BÁO CÁO 9 THÁNG ĐẦU NĂM'], ['NĂM 2024']])).toBeUndefined();
	});

	it('says which other period the titles name', () => {
		expect(findTitlePeriod([['Quý II/2024'], ['Quý III/2024']])).toEqual({
			period: '2024-Q2',
			row: 1,
			other: '2024-Q3'
		});
	});

	it('finds none where only a day is named', () => {
		expect(findTitlePeriod([['Số liệu tính đến 31/12/2024', 2024]])).toBeUndefined();
	});
});
