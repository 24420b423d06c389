import { expect, test } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { templateGuide } from '#lib/views/template-guide.ts';

const { templates } = productCatalogue();
const about = { unit: 'Đảng bộ xã Hòa Thịnh', period: '2024-Q4', hasKnown: false };

test('says for whom and when, and gives the cumulative columns by their numbers', () => {
	const only = templates.filter(({ id }) => id === 'B2');
	const { name, lines } = templateGuide({ ...about, templates: only, language: 'vi' });
	expect(name).toBe('Hướng dẫn');
	expect(lines[1]?.text).toBe(
		'Biểu lập cho Đảng bộ xã Hòa Thịnh, quý IV/2024. Tiêu đề cột, tên đơn vị và tổng đã có sẵn: chỉ điền vào các ô trắng.'
	);
	expect(lines.map(({ text }) => text)).toContain('• B2: cột (4), (6)–(12).');
});

test('speaks of shaded columns, of several rows a unit and of last known figures only where there are any', () => {
	const linesOf = (choice: Partial<Parameters<typeof templateGuide>[0]>): number =>
		templateGuide({ ...about, templates, language: 'en', ...choice }).lines.length;
	const [b1] = templates;
	const least = linesOf({ templates: [b1!] });
	expect(linesOf({ templates: [b1!], period: '2024-Q3' })).toBe(least + 1);
	expect(linesOf({ templates: [b1!], hasKnown: true })).toBe(least + 2);
	expect(linesOf({ templates })).toBe(least + 1 + 1 + 5);
});
