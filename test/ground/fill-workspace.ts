import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { rollUp } from '#lib/rollup/roll-up.ts';
import { keepRollup } from '#lib/package/kept-rollup.ts';
import { rollupKeyOf } from '#lib/package/rollup-key.ts';
import type { Files } from '#lib/store/files.ts';
import type { Organisation } from '#lib/store/kept.ts';
import { openStore } from '#lib/store/store.ts';
import type { Addition } from '#lib/store/submission.ts';
import type { Unit } from '#lib/units/unit.ts';

/** What is put into a workspace. */
export interface Filling {
	additions: readonly Addition[];
	/** Those of the organisation. */
	units: readonly Unit[];
	/** Its lists; without them it is the sample's. */
	organisation?: Organisation;
	/** When all of it was committed. */
	at: string;
}

/** Commits the additions and keeps their rollup, as the app would after it computed them: it opens with nothing to do. */
export async function fillWorkspace(
	files: Files,
	{ additions, units, organisation, at }: Filling
): Promise<void> {
	const store = await openStore(files);
	if (organisation) await store.saveOrganisation(organisation, { at });
	const manifest = await store.commit(additions, { at });
	const catalogue = productCatalogue();
	const submissions = [];
	for (const submission of manifest.submissions) {
		submissions.push({ sequence: submission.sequence, bytes: await store.content(submission) });
	}
	const rollup = rollUp({ submissions, units, catalogue });
	await keepRollup(store, rollup, { of: await rollupKeyOf({ manifest, units, catalogue }) });
}
