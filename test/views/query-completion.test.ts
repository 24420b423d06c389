import { expect, test } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { completeQuery, queryVocabulary } from '#lib/views/query-completion.ts';

const vocabulary = queryVocabulary(productCatalogue(), 'en');

function complete(query: string) {
	const [before = '', after = ''] = query.split('|');
	const found = completeQuery({ before, text: before + after }, vocabulary);
	return found && { typed: found.typed, labels: found.words.map(({ label }) => label) };
}

test('behind FROM stand the views', () => {
	expect(complete('SELECT * FROM to|')).toEqual({
		typed: 2,
		labels: ['totals', 'values', 'units', 'submissions', 'issues', 'indicators', 'targets']
	});
});

test('columns come first, those of the views that the query names', () => {
	const found = complete('SELECT un| FROM units');
	expect(found?.labels.slice(0, 3)).toEqual(['unit', 'name', 'kind']);
	expect(found?.labels).not.toContain('numerator');
	expect(found?.labels).toEqual(expect.arrayContaining(['count', 'SELECT']));
	expect(complete('SELECT units.|')?.labels).toHaveLength(7);
	expect(complete('SELECT |')?.labels).toContain('numerator');
});

test('in quotes stand the ids of indicators and measures, at once where they are compared with', () => {
	const ids = complete(`SELECT * FROM totals WHERE indicator = '|`);
	expect(ids?.labels).toEqual(expect.arrayContaining(['grassroots-rated-good', 'b1.xs']));
	expect(complete(`WHERE indicator IN ('plan-women', 'pl|`)).toMatchObject({ typed: 2 });
	expect(complete(`WHERE unit_name = '|`)).toBeUndefined();
	expect(vocabulary.ids[0]).toMatchObject({ kind: 'id', detail: expect.any(String) as string });
});

test('in a remark nothing is suggested', () => {
	expect(complete('SELECT 1 -- un|')).toBeUndefined();
});
