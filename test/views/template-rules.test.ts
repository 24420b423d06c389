import { expect, test } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { formColumns } from '#lib/views/template-columns.ts';
import { templateRules, type TemplateRule } from '#lib/views/template-rules.ts';

function rulesOf(id: string, period: string): TemplateRule[] {
	const template = productCatalogue().templates.find((each) => each.id === id)!;
	return templateRules(formColumns(template, period), template);
}

test('a rule of a row is told by the columns that it adds and subtracts', () => {
	expect(rulesOf('B2', '2024-Q4')[0]).toEqual({
		comparator: '=',
		severity: 'error',
		missing: 'blank-is-zero',
		left: { added: [14], subtracted: [] },
		right: { added: [4, 5, 7, 8], subtracted: [9, 10, 11, 12, 13] }
	});
});

test('rules about columns that are closed in the period are left out', () => {
	expect(rulesOf('B1', '2024-Q3').map(({ left }) => left.added)).toEqual([[4]]);
	expect(rulesOf('B1', '2024-Q4').map(({ left }) => left.added)).toEqual([[4], [8], [4], [9, 10]]);
});

test('rules about the sums of a sheet are left out', () => {
	const columns = rulesOf('B2', '2024-Q3').flatMap(({ left }) => left.added);
	expect(columns).not.toContain(7);
});
