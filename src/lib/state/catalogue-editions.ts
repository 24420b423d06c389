import { AppError } from '#lib/base/app-error.ts';
import { NOTHING_OWN, type OwnCatalogue } from '#lib/catalogue/own-catalogue.ts';
import type { CatalogueEdition } from '#lib/store/edition.ts';
import type { Ground } from './ground.ts';

/** An own catalogue as it was saved once. */
export interface KeptEdition {
	/** ISO 8601 in UTC. */
	at?: string;
	note?: string;
	/** Absent where its file is damaged or lost. */
	own?: OwnCatalogue;
}

/** Every own catalogue saved, the one in force last. */
export function readEditions({ manifest, store }: Ground): Promise<KeptEdition[]> {
	return Promise.all((manifest.catalogue ?? []).map((edition) => readEdition(store, edition)));
}

/** One own catalogue as it was saved. */
export async function readEdition(
	store: Ground['store'],
	edition: CatalogueEdition
): Promise<KeptEdition> {
	const { at, note } = edition;
	const kept = { ...(at && { at }), ...(note && { note }) };
	try {
		const text = new TextDecoder().decode(await store.ownCatalogue(edition));
		return { ...kept, own: { ...NOTHING_OWN, ...(JSON.parse(text) as Partial<OwnCatalogue>) } };
	} catch (error) {
		if (error instanceof AppError || error instanceof SyntaxError) return kept;
		throw error;
	}
}
