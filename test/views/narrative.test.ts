import { expect, test } from 'vitest';
import type { Language } from '#lib/base/language.ts';
import { narrativeOf, type NarrativePart } from '#lib/views/narrative.ts';
import type { Ground } from '#lib/views/indicator-ground.ts';
import { indicatorOf } from './example-facts.ts';
import { groundOf, rated } from './example-ground.ts';

const CITY = { reported: 3, expected: 3 };

function narrative(
	{ facts, tree }: Ground,
	{ period = '2024', language = 'vi', path = ['MH'], indicator = 'grassroots-rated-good' } = {}
): NarrativePart[] {
	const view = { tree, path, period, language: language as Language };
	return narrativeOf(facts, view, indicatorOf(indicator));
}

function textOf(parts: readonly NarrativePart[]): string {
	return parts.map(({ text }) => text).join('');
}

const SHORT = groundOf(
	rated('MH', '2023', { numerator: 110, denominator: 130, ...CITY }),
	rated('MH', '2024', { numerator: 100, denominator: 132, ...CITY }),
	rated('Q1', '2024', { numerator: 20, denominator: 32 }),
	rated('Q2', '2024', { numerator: 50, denominator: 50 }),
	rated('Q10', '2024', { numerator: 30, denominator: 50 })
);

test('says value, target, the year before, who meets it and who lacks most in one sentence', () => {
	expect(textOf(narrative(SHORT))).toBe(
		'Năm 2024, tổ chức cơ sở đảng được xếp loại từ hoàn thành tốt nhiệm vụ trở lên mới đạt 75,76% (100/132), thấp hơn 14,24 điểm % so với chỉ tiêu của NQ 21 (trên 90%), thiếu 19 tổ chức cơ sở đảng; giảm 8,86 điểm % so với năm 2023 (84,62%); 1/3 đơn vị trực thuộc đạt; thiếu nhiều nhất: Quận 10 (16), Quận 1 (9).'
	);
	expect(textOf(narrative(SHORT, { language: 'en' }))).toBe(
		'In 2024, grassroots party organisations rated good or better stood at only 75.76% (100/132 grassroots organisations), 14.24 pts below the target of Res. 21 (above 90%), grassroots organisations: 19 short; down 8.86 pts on 2023 (84.62%); 1/3 subordinate units meet it; furthest short: Quận 10 (16), Quận 1 (9).'
	);
});

test('leads each number to the figure that it comes from, and marks the names of units', () => {
	const here = { unit: 'MH', period: '2024', indicator: 'grassroots-rated-good' };
	const parts = narrative(SHORT);
	expect(parts.filter(({ trail, isName }) => trail ?? isName)).toEqual([
		{ text: '75,76%', trail: here },
		{ text: '100/132', trail: here },
		{ text: '14,24 điểm %', trail: here },
		{ text: 'thiếu 19 tổ chức cơ sở đảng', trail: here },
		{ text: '8,86 điểm %', trail: here },
		{ text: '84,62%', trail: { ...here, period: '2023' } },
		{ text: '1/3', trail: here },
		{ text: 'Quận 10', isName: true },
		{ text: '16', trail: { ...here, unit: 'Q10' } },
		{ text: 'Quận 1', isName: true },
		{ text: '9', trail: { ...here, unit: 'Q1' } }
	]);
});

test('is higher than a target that is met, and never by nothing', () => {
	const met = groundOf(rated('Q1', '2024', { numerator: 122, denominator: 132 }));
	expect(textOf(narrative(met, { path: ['MH', 'Q1'] }))).toBe(
		'Năm 2024, tổ chức cơ sở đảng được xếp loại từ hoàn thành tốt nhiệm vụ trở lên đạt 92,42% (122/132), cao hơn 2,42 điểm % so với chỉ tiêu của NQ 21 (trên 90%).'
	);
	const barely = groundOf(rated('Q1', '2024', { numerator: 90_001, denominator: 100_000 }));
	expect(textOf(narrative(barely, { path: ['MH', 'Q1'] }))).toContain(
		'đạt 90,001% (90.001/100.000), cao hơn 0,001 điểm %'
	);
});

test('does not call a value on the edge of a strict target met', () => {
	const edge = groundOf(rated('Q1', '2024', { numerator: 90, denominator: 100 }));
	expect(textOf(narrative(edge, { path: ['MH', 'Q1'] }))).toContain(
		'mới đạt 90,00% (90/100), mới bằng mốc, chưa đạt chỉ tiêu của NQ 21 (trên 90%), thiếu 1 tổ chức cơ sở đảng'
	);
});

test('gives the range and who is missing where that leaves it undecided', () => {
	const pending = { units: 1, unknown: 0, lastDenominator: 50n, numerator: 0n, denominator: 0n };
	const open = groundOf(
		rated('MH', '2024', { numerator: 75, denominator: 80, reported: 2, expected: 3, pending })
	);
	expect(textOf(narrative(open))).toBe(
		'Năm 2024, tổ chức cơ sở đảng được xếp loại từ hoàn thành tốt nhiệm vụ trở lên đạt 93,75% (75/80), chưa đủ căn cứ đánh giá theo chỉ tiêu của NQ 21 (trên 90%): 53,57–96,43%, còn 1/3 đơn vị chưa nộp.'
	);
});

test('says of what time the newest figures are, and that nothing is due yet', () => {
	const early = groundOf({
		...{ unit: 'Q1', period: '2024', indicator: 'admission-rate', asOf: '2024-Q2' },
		...{ numerator: 12, denominator: 400, closed: false }
	});
	expect(textOf(narrative(early, { path: ['MH', 'Q1'], indicator: 'admission-rate' }))).toBe(
		'Đến quý II/2024 (số liệu mới nhất), tỷ lệ kết nạp đảng viên mới trong năm đạt 3,00% (12/400), chưa đến kỳ đánh giá theo chỉ tiêu của NQ 21 (3–4%).'
	);
});

test('says that there are no figures, or nothing to count', () => {
	expect(textOf(narrative(SHORT, { period: '2022' }))).toBe(
		'Năm 2022, chưa có số liệu về tổ chức cơ sở đảng được xếp loại từ hoàn thành tốt nhiệm vụ trở lên.'
	);
	const none = groundOf(rated('Q1', '2024', { numerator: 0, denominator: 0 }));
	expect(textOf(narrative(none, { path: ['MH', 'Q1'], language: 'en' }))).toBe(
		'In 2024, nothing to count for grassroots party organisations rated good or better.'
	);
});

test('keeps the capital of a proper name, and is empty where the unit does not exist', () => {
	const city = groundOf({
		...{ unit: 'MH', period: '2024', indicator: 'woman-in-standing-committee-city' },
		...{ numerator: 1, denominator: 1 }
	});
	const indicator = 'woman-in-standing-committee-city';
	expect(textOf(narrative(city, { indicator }))).toMatch(
		/^Năm 2024, Ban Thường vụ Thành ủy có cán bộ nữ đạt 100,00% \(1\/1\), /
	);
	expect(narrative(city, { indicator, path: [] })).toEqual([]);
});
