import { describe, expect, it } from 'vitest';
import type { Facts } from '#lib/assess/standing.ts';
import type { Target } from '#lib/catalogue/catalogue.ts';
import { changesBetween, withParts, withRetired } from '#lib/catalogue/edit-own-catalogue.ts';
import { mergeCatalogue, NOTHING_OWN, type OwnCatalogue } from '#lib/catalogue/own-catalogue.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import { changeLines } from '#lib/views/catalogue-changes.ts';
import { type CatalogueEffect, effectOf } from '#lib/views/catalogue-effect.ts';
import { factsOf, indicatorOf } from './example-facts.ts';

const tree = createUnitTree([
	{ code: 'MH', name: 'Thành phố', kind: '', level: 'tinh', validFrom: '2020-01-01' },
	{ code: 'MH01', name: 'Phường', kind: '', level: 'xa', parent: 'MH', validFrom: '2020-01-01' }
]);
const figure = { period: '2024', indicator: 'grassroots-rated-good', denominator: 20 };
const before: Facts = factsOf(
	{ ...figure, unit: 'MH', numerator: 19 },
	{ ...figure, unit: 'MH01', numerator: 19 }
);
const product = before.catalogue;
const goal: Target = {
	id: 'own-goal',
	indicator: 'grassroots-rated-good',
	kind: 'ratio',
	threshold: { comparator: '>=', value: '97.5' },
	from: 2024,
	unit: 'MH01',
	document: 'own-doc',
	section: '1',
	quote: 'Phấn đấu',
	inferred: false
};
const document = {
	id: 'own-doc',
	number: '05-NQ/ĐU',
	name: { vi: 'Nghị quyết', en: 'Resolution' },
	date: '2024',
	rank: 'own' as const
};
const withGoal = withParts(NOTHING_OWN, { documents: [document], targets: [goal] });

function effect(own: OwnCatalogue): CatalogueEffect {
	const after = { ...before, catalogue: mergeCatalogue(product, own) };
	const changes = changesBetween(product, { before: NOTHING_OWN, after: own });
	return effectOf({ before, after, changes }, { tree, period: '2024', language: 'vi' });
}

describe('the effect of a proposal', () => {
	it('tells how the units of its scope stand beside a new goal, and whose status turns', () => {
		const { targets, flips, units } = effect(withGoal);
		expect(targets).toEqual([
			{
				id: 'own-goal',
				name: indicatorOf('grassroots-rated-good').name.vi,
				words: 'từ 97,5% (từ năm 2024)',
				counts: [{ look: { status: 'not-met', word: 'Chưa đạt', icon: 'cross' }, count: 1 }]
			}
		]);
		expect(flips.map(({ unit, from, to }) => [unit, from, to])).toEqual([
			['MH01', 'met', 'not-met']
		]);
		expect(units).toBe(1);
	});

	it('is nothing where nothing is proposed', () => {
		expect(effect(NOTHING_OWN)).toEqual({ period: '2024', targets: [], flips: [], units: 0 });
	});

	it('is told of a target that is no longer followed', () => {
		const ids = product.targets
			.filter(({ indicator }) => indicator === 'grassroots-rated-good')
			.map(({ id }) => id);
		const { flips } = effect(ids.reduce(withRetired, NOTHING_OWN));
		expect(flips.map(({ unit, to }) => [unit, to])).toEqual([
			['MH', 'not-applicable'],
			['MH01', 'not-applicable']
		]);
	});
});

it('each change is said in words, with what was set before where it is another', () => {
	const [target] = product.targets;
	const after = withParts(withRetired(withGoal, product.targets[1]!.id), {
		targets: [{ ...target!, threshold: { comparator: '>=', value: '95' } }]
	});
	const changes = changesBetween(product, { before: NOTHING_OWN, after });
	const lines = changeLines(changes, { product, before: NOTHING_OWN, after, language: 'vi' });
	expect(lines.map(({ what, before: was, after: is }) => [what, was, is])).toEqual([
		['Thêm văn bản', undefined, undefined],
		['Thêm mức chỉ tiêu', undefined, 'từ 97,5% (từ năm 2024)'],
		['Sửa mức chỉ tiêu', 'trên 90% (2022–2025)', 'từ 95% (2022–2025)'],
		['Thôi theo dõi mức chỉ tiêu', undefined, 'trên 90% (2022–2025)']
	]);
});
