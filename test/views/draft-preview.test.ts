import { describe, expect, test } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { measureTotals, periodsName, rowCounts, templateName } from '#lib/views/draft-preview.ts';

const catalogue = productCatalogue();
const draft = {
	template: 'B1',
	periods: ['2024-Q4'],
	rows: { read: 1205, accepted: 1203, rejected: 2 },
	totals: { 'b1.xl': 132n, 'b1.xs': 21n, 'b1.unheard': 1n }
};

describe('templateName', () => {
	test('is the sheet with its title in the language', () => {
		expect(templateName('B1', { catalogue, language: 'en' })).toBe(
			`B1 · ${catalogue.templates[0]?.title.en}`
		);
	});

	test('says where no sheet was recognised', () => {
		expect(templateName(undefined, { catalogue, language: 'vi' })).toBe('Chưa nhận ra biểu');
	});
});

describe('periodsName', () => {
	test('is the name of the only period', () => {
		expect(periodsName(['2024-Q4'], 'vi')).toBe('Quý IV/2024');
	});

	test('is the first and the last of several', () => {
		expect(periodsName(['2024-Q3', '2024-Q4'], 'en')).toBe('Q3 2024 – Q4 2024 (2 periods)');
	});

	test('says where none is known', () => {
		expect(periodsName([], 'vi')).toBe('Chưa rõ kỳ');
	});
});

test('rows are counted as read, accepted and rejected', () => {
	expect(rowCounts(draft, 'vi')).toEqual([
		{ label: 'Dòng đã đọc', count: '1.205' },
		{ label: 'Nhận', count: '1.203' },
		{ label: 'Loại', count: '2' }
	]);
});

test('totals stand under the names of their measures, by id where the catalogue has none', () => {
	expect(measureTotals(draft, { catalogue, language: 'vi' })).toEqual([
		{ label: nameOf('b1.xl'), count: '132' },
		{ label: nameOf('b1.xs'), count: '21' },
		{ label: 'b1.unheard', count: '1' }
	]);
});

function nameOf(id: string): string | undefined {
	return catalogue.templates[0]?.measures.find((measure) => measure.id === id)?.name.vi;
}
