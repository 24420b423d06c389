import { describe, expect, it } from 'vitest';
import type { ReportDefinition } from '#lib/base/report-definition.ts';
import { memoryFiles } from '#lib/store/memory-files.ts';
import { differenceOf, mergedManifest, unmergedManifest } from '#lib/store/merge-manifests.ts';
import { openStore, type Store } from '#lib/store/store.ts';
import { addition, AT } from './additions.ts';

async function storeWith(...names: string[]): Promise<Store> {
	const store = await openStore(memoryFiles());
	await store.commit(
		names.map((name) => addition(name)),
		{ at: AT }
	);
	return store;
}

const units = (text: string) => ({ units: new TextEncoder().encode(text) });

describe('two workspaces', () => {
	it('differ by the tables that only one has, whatever their ids', async () => {
		const here = await storeWith('a', 'b');
		const other = await storeWith('b', 'c');
		const { added, same, onlyHere } = differenceOf(here.manifest, other.manifest);
		expect([added.map(({ file }) => file), same, onlyHere.map(({ file }) => file)]).toEqual([
			['c.csv'],
			1,
			['a.csv']
		]);
	});

	it('become one: what is new comes last, under ids that were never given', async () => {
		const here = await storeWith('a', 'b');
		await here.undo(here.manifest.submissions[1]?.id ?? '');
		const other = await storeWith('c', 'a', 'd');
		const merged = mergedManifest(here.manifest, other.manifest, {
			organisation: false,
			catalogue: false
		});
		expect(merged.submissions.map(({ file, sequence }) => [file, sequence])).toEqual([
			['a.csv', 1],
			['c.csv', 3],
			['d.csv', 4]
		]);
		expect(merged.sequence).toBe(4);
		expect(new Set(merged.submissions.map(({ id }) => id)).size).toBe(3);
	});

	it('keep the organisation here unless the other one is chosen', async () => {
		const [here, other] = [await storeWith(), await storeWith()];
		await here.saveOrganisation(units('here'), { at: AT });
		await other.saveOrganisation(units('older'), { at: AT });
		await other.saveOrganisation(units('other'), { at: AT, note: 'mới' });
		const merged = (organisation: boolean) =>
			mergedManifest(here.manifest, other.manifest, { organisation, catalogue: true });
		expect(merged(false).organisation).toEqual(here.manifest.organisation);
		expect(merged(true).organisation).toEqual([
			...(here.manifest.organisation ?? []),
			...(other.manifest.organisation ?? []).slice(-1)
		]);
		expect(differenceOf(here.manifest, other.manifest).organisation).toBe('different');
		expect(differenceOf(here.manifest, here.manifest).organisation).toBe('same');
	});

	it('part again: what the merge brought goes, what came after it stays', async () => {
		const here = await storeWith('a');
		await here.saveOrganisation(units('here'), { at: AT });
		const other = await storeWith('b');
		await other.saveOrganisation(units('other'), { at: AT });
		const before = here.manifest;
		const choice = { organisation: true, catalogue: true };
		const after = mergedManifest(before, other.manifest, choice);
		expect(unmergedManifest(after, { before, after })).toEqual({ ...before, sequence: 2 });
		const later = { ...after, catalogue: [{ at: AT, own: { content: 'x', sha256: 'x' } }] };
		expect(unmergedManifest(later, { before, after })).toEqual({
			...{ ...before, sequence: 2 },
			catalogue: later.catalogue
		});
	});

	it('unite what is kept for reports and sheets; a name taken twice leads to both', async () => {
		const here = await storeWith();
		const layout = { template: 'B1', name: 'B1', headers: ['a'], answers: {} };
		await here.changeLayouts(() => [layout]);
		const other = await storeWith();
		await other.changeLayouts(() => [
			{ ...layout, answers: { x: 'y' } },
			{ ...layout, headers: ['b'] }
		]);
		const definition: ReportDefinition = {
			id: 'q',
			name: 'Quý',
			language: 'vi',
			profile: 'party',
			units: [],
			period: 'newest',
			boundaries: 'reported',
			indicators: [],
			rows: 'children',
			sections: [],
			fields: {},
			guardsSmallCells: true
		};
		const keep = (store: Store, name: string) =>
			store.changeReports((kept) => ({ ...kept, definitions: [{ ...definition, name }] }));
		await keep(here, 'Quý');
		await keep(other, 'Quý khác');
		const { layouts, reports } = mergedManifest(here.manifest, other.manifest, {
			organisation: true,
			catalogue: true
		});
		expect(layouts).toEqual([layout, { ...layout, headers: ['b'] }]);
		expect(reports?.definitions.map(({ id, name }) => [id, name])).toEqual([
			['q', 'Quý'],
			['q-2', 'Quý khác']
		]);
	});
});
