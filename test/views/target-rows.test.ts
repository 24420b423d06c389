import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { productCatalogueWhole } from '#lib/catalogue/load-catalogue.ts';
import { NOTHING_OWN } from '#lib/catalogue/own-catalogue.ts';
import { kindCounts, rowGroups, rowsFound } from '#lib/views/target-groups.ts';
import { targetDetail } from '#lib/views/target-detail.ts';
import { targetRows } from '#lib/views/target-rows.ts';

const product = await productCatalogueWhole();
const ground = {
	catalogue: product,
	product,
	own: NOTHING_OWN,
	progress: [],
	path: ['MH'],
	period: '2025',
	now: '2026-11-22',
	language: 'vi' as const
};
const rows = targetRows(ground);
const ALL = { query: '', kind: '', document: '', status: '' };

describe('the rows of the catalogue', () => {
	it('are those of the documents, each of its kind', () => {
		const expected = readFileSync('test/fixtures/catalogue/rows.csv', 'utf8')
			.trim()
			.split('\n')
			.slice(1)
			.map((line) => line.split(',').slice(0, 2));
		const shown = rows.map(({ id, kind }) => [id, kind]);
		expect(shown.sort()).toEqual(expected.sort());
		expect(kindCounts(rows, 'vi').map(({ kind, count }) => `${kind} ${count}`)).toEqual([
			'ratio 36',
			'band 3',
			'count 6',
			'presence 3',
			'rank 1',
			'external 6',
			'trend 18',
			'milestone 19',
			'duty 29'
		]);
	});

	it('say in both languages what they ask and what sheet would bring figures', () => {
		for (const row of [...rows, ...targetRows({ ...ground, language: 'en' })]) {
			expect(`${row.id}: ${row.lacking}`).toMatch(/(biểu|sheet) B\d/);
			expect({ [row.id]: row.words !== '' }).toEqual({ [row.id]: true });
			expect(targetDetail(row.id, ground, (code) => code)?.quote).not.toBe('');
		}
	});

	it('are found without accents, by kind, document and status', () => {
		const found = rowsFound(rows, { ...ALL, query: 'KẾT NẠP dang vien', kind: 'band' });
		expect(found.length).toBe(3);
		expect(rowsFound(rows, { ...ALL, query: 'khong co gi' })).toEqual([]);
		expect(rowsFound(rows, ALL)).toHaveLength(121);

		const late = { ...ALL, status: 'unreported' };
		const inEnglish = targetRows({ ...ground, language: 'en' });
		const ids = rowsFound(rows, late).map(({ id }) => id);
		expect(ids.length).toBeGreaterThan(0);
		expect(rowsFound(inEnglish, late).map(({ id }) => id)).toEqual(ids);
	});

	it('stand under their documents, or under their kinds', () => {
		const { documents } = product;
		for (const by of ['document', 'kind'] as const) {
			const groups = rowGroups(rows, { by, documents, language: 'vi' });
			expect(groups.flatMap((group) => group.rows)).toHaveLength(121);
		}
	});

	it('tell what is the organisation’s own, and what the document says instead', () => {
		const [target] = product.targets;
		const own = {
			...NOTHING_OWN,
			targets: [
				{ ...target!, threshold: { comparator: '>=' as const, value: '95' } },
				{ ...target!, id: 'own-a' }
			]
		};
		const catalogue = { ...product, targets: [...own.targets, ...product.targets.slice(1)] };
		const [changed, added] = targetRows({ ...ground, catalogue, own });
		expect(changed).toMatchObject({ owner: 'changed', productWords: 'trên 90% (2022–2025)' });
		expect(added).toMatchObject({ owner: 'added' });
		expect(added?.productWords).toBeUndefined();
	});
});
