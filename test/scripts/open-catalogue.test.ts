import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { NOTHING_OWN } from '#lib/catalogue/own-catalogue.ts';
import { makePackage } from '#lib/package/make-package.ts';
import { readOf } from '#lib/package/stored-bytes.ts';
import { memoryFiles } from '#lib/store/memory-files.ts';
import { openStore } from '#lib/store/store.ts';
import { openCatalogue } from '#scripts/commands/read-input.ts';
import { AT } from '#test/store/additions.ts';

it('the own catalogue of a package among the files stands in the product’s', async () => {
	const [target] = productCatalogue().targets;
	const own = { ...NOTHING_OWN, retired: [target?.id ?? ''] };
	const store = await openStore(memoryFiles());
	await store.saveCatalogue(new TextEncoder().encode(JSON.stringify(own)), { at: AT });
	const path = join(await mkdtemp(join(tmpdir(), 'thuocdo-')), 'own.thuocdo');
	const made = { at: AT, by: 'thuocdo 0.1.0' };
	await writeFile(path, await makePackage({ manifest: store.manifest, read: readOf(store), made }));
	const ids = (await openCatalogue(['b1.csv', path])).targets.map(({ id }) => id);
	expect(ids).toEqual(
		productCatalogue()
			.targets.slice(1)
			.map(({ id }) => id)
	);
	expect(await openCatalogue(['b1.csv'])).toBe(productCatalogue());
});
