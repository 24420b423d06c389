import { describe, expect, it } from 'vitest';
import { productCatalogueWhole } from '#lib/catalogue/load-catalogue.ts';
import { isSame } from '#lib/catalogue/edit-own-catalogue.ts';
import { mergeCatalogue, NOTHING_OWN } from '#lib/catalogue/own-catalogue.ts';
import { readOwnCatalogue, OWN_FORMAT } from '#lib/catalogue/read-own-catalogue.ts';
import {
	changeForm,
	changeIndicatorForm,
	copyForm,
	resolutionForm
} from '#lib/state/begin-form.ts';
import { blankItem, type CatalogueForm, type ItemForm } from '#lib/state/catalogue-form.ts';
import { readCatalogueForm } from '#lib/state/read-catalogue-form.ts';

const catalogue = await productCatalogueWhole();

const CITED = { section: 'II.1', quote: 'Phấn đấu đạt' };

function resolution(...items: Partial<ItemForm>[]): CatalogueForm {
	const form = resolutionForm();
	if (form.kind !== 'targets') throw new TypeError('a resolution has targets');
	return {
		...form,
		document: {
			...form.document,
			number: '05-NQ/ĐU',
			name: 'Nghị quyết Đại hội',
			date: '15/10/2026'
		},
		items: items.map((item, place) => ({ ...blankItem(place + 1), ...CITED, ...item }))
	};
}

function faultsOf(form: CatalogueForm): [string, string][] {
	return readCatalogueForm(form, { catalogue }).faults.map(({ field, key }) => [field, key]);
}

describe('a form for a new resolution', () => {
	it('gives its document with a band, a yearly path and a milestone, fit for the catalogue', () => {
		const form = resolution(
			{ indicator: 'admission-rate', aim: 'between', value: '3,5', max: '4.5', from: '2026' },
			{
				indicator: 'plan-women',
				value: '25',
				from: '2026',
				to: '2030',
				path: [{ from: '2028', value: '27,5', max: '' }]
			},
			{ sort: 'milestone', name: 'Số hóa hồ sơ', dueDay: '2026-12-31' }
		);
		const { parts, faults } = readCatalogueForm(form, { catalogue });
		expect(faults).toEqual([]);
		const cited = { document: 'own-05-nq-du', ...CITED, inferred: false };
		expect(parts).toEqual({
			documents: [
				{
					id: 'own-05-nq-du',
					number: '05-NQ/ĐU',
					name: { vi: 'Nghị quyết Đại hội', en: 'Nghị quyết Đại hội' },
					date: '2026-10-15',
					rank: 'own'
				}
			],
			targets: [
				{
					...cited,
					id: 'own-05-nq-du-ii-1',
					indicator: 'admission-rate',
					kind: 'band',
					threshold: { comparator: 'between', value: '3.5', max: '4.5' },
					from: 2026
				},
				{
					...cited,
					id: 'own-05-nq-du-ii-1-2',
					indicator: 'plan-women',
					kind: 'ratio',
					threshold: { comparator: '>=', value: '25', path: [{ from: 2028, value: '27.5' }] },
					from: 2026,
					to: 2030
				}
			],
			undertakings: [
				{
					...cited,
					id: 'own-05-nq-du-ii-1-3',
					kind: 'milestone',
					name: { vi: 'Số hóa hồ sơ', en: 'Số hóa hồ sơ' },
					due: { kind: 'once', last: '2026-12-31' }
				}
			]
		});
		const file = { format: OWN_FORMAT, ...NOTHING_OWN, ...parts };
		expect(readOwnCatalogue(file, catalogue)).toMatchObject({ own: { retired: [] } });
	});

	it('names every field that is to be mended', () => {
		const form = resolutionForm();
		expect(faultsOf(form)).toEqual([
			['document.number', 'targets.fault-number-of-document'],
			['document.name', 'targets.fault-name'],
			['document.date', 'targets.fault-date'],
			['items.0.indicator', 'targets.fault-indicator'],
			['items.0.value', 'targets.fault-value'],
			['items.0.section', 'targets.fault-section'],
			['items.0.quote', 'targets.fault-quote']
		]);
	});

	it.each([
		[{ value: '100,5' }, ['items.0.value', 'targets.doubt-over-full']],
		[{ aim: 'between', value: '4', max: '3' }, ['items.0.max', 'targets.fault-band']],
		[{ from: '2030', to: '2026', value: '9' }, ['items.0.to', 'targets.fault-years']],
		[{ from: '26', value: '9' }, ['items.0.from', 'targets.fault-year']],
		[{ aim: 'rank', value: '3' }, ['items.0.aim', 'targets.fault-rank-ratio']],
		[
			{ value: '9', from: '2026', path: [{ from: '2026', value: '10', max: '' }] },
			['items.0.path.0.from', 'targets.fault-step-order']
		]
	] as [Partial<ItemForm>, [string, string]][])('tells what is wrong with %j', (item, fault) => {
		expect(faultsOf(resolution({ indicator: 'plan-women', ...item }))).toEqual([fault]);
	});

	it('takes no decimals for a count', () => {
		const form = resolution({ indicator: 'committee-courses', value: '1,5' });
		const counts = catalogue.indicators.filter(({ denominator }) => denominator.length === 0);
		const indicator = counts[0]?.id ?? '';
		const item = form.kind === 'targets' ? { ...form.items[0], indicator } : {};
		expect(faultsOf(resolution(item))).toEqual([['items.0.value', 'targets.fault-whole']]);
	});
});

describe('a form for what is there', () => {
	it('gives every target, milestone and duty back as it was', () => {
		const parts = [...catalogue.targets, ...catalogue.undertakings].filter(
			({ kind }) => kind !== 'task'
		);
		expect(parts).toHaveLength(121);
		for (const part of parts) {
			const form = changeForm(catalogue, part.id)!;
			const { parts: read, faults } = readCatalogueForm(form, { catalogue });
			expect(faults).toEqual([]);
			const [back] = [...(read?.targets ?? []), ...(read?.undertakings ?? [])];
			expect({ [part.id]: back }).toEqual({ [part.id]: part });
			expect(read?.documents).toBeUndefined();
		}
	});

	it('gives every indicator back as it was', () => {
		for (const indicator of catalogue.indicators) {
			const form = changeIndicatorForm(catalogue, indicator.id)!;
			const { parts } = readCatalogueForm(form, { catalogue });
			const back = parts?.indicators?.[0];
			expect({ [indicator.id]: isSame(back, indicator) }).toEqual({ [indicator.id]: true });
		}
	});

	it('copies a target under a document of its own, which is to be cited anew', () => {
		const form = copyForm(catalogue, catalogue.targets[0]!.id)!;
		expect(form).toMatchObject({ isDocumentOpen: true, items: [{ id: '', quote: '' }] });
		const { parts } = readCatalogueForm(form, { catalogue });
		expect(parts).toBeUndefined();
	});

	it('leaves the catalogue with the same ids', () => {
		const form = changeForm(catalogue, catalogue.targets[0]!.id)!;
		const { parts } = readCatalogueForm(form, { catalogue });
		const merged = mergeCatalogue(catalogue, { ...NOTHING_OWN, targets: parts?.targets ?? [] });
		expect(merged.targets.map(({ id }) => id)).toEqual(catalogue.targets.map(({ id }) => id));
	});
});
