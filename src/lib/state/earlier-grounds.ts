import { AppError } from '#lib/base/app-error.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { mergeCatalogue, NOTHING_OWN } from '#lib/catalogue/own-catalogue.ts';
import type { EarlierGround } from '#lib/rollup/find-trace-among.ts';
import type { Edition } from '#lib/store/edition.ts';
import { readEdition } from './catalogue-editions.ts';
import type { Ground } from './ground.ts';
import { openLineage } from './open-lineage.ts';
import { openUnits } from './open-units.ts';

/** More are not tried: each has all figures of the code added up anew. */
const MOST = 8;

/**
 * What was in force before each change of organisation or catalogue that was saved after the time (ISO 8601 in UTC), the newest
 * first; each is read when it is called for, and is `undefined` where it is damaged.
 */
export function earlierGrounds(
	{ store, manifest }: Pick<Ground, 'store' | 'manifest'>,
	after = ''
): (() => Promise<EarlierGround | undefined>)[] {
	const { organisation = [], catalogue = [] } = manifest;
	const times = [...organisation, ...catalogue].flatMap(({ at = '' }) => (at > after ? [at] : []));
	return [...new Set(times)]
		.sort()
		.reverse()
		.slice(0, MOST)
		.map((end) => () => openBefore(store, [around(organisation, end), around(catalogue, end)]));
}

/** The edition in force before a time, and when the one that followed it was saved. */
interface Around<Kept extends Edition> {
	edition?: Kept | undefined;
	until?: string | undefined;
}

function around<Kept extends Edition>(editions: readonly Kept[], end: string): Around<Kept> {
	const next = editions.findIndex(({ at = '' }) => at >= end);
	if (next < 0) return { edition: editions.at(-1) };
	return { edition: editions[next - 1], until: editions[next]?.at };
}

async function openBefore(
	store: Ground['store'],
	[lists, own]: [
		Around<NonNullable<Ground['manifest']['organisation']>[number]>,
		Around<NonNullable<Ground['manifest']['catalogue']>[number]>
	]
): Promise<EarlierGround | undefined> {
	try {
		const kept = lists.edition && (await store.organisation(lists.edition));
		const units = await openUnits(kept?.units);
		const edition = own.edition ? await readEdition(store, own.edition) : { own: NOTHING_OWN };
		if (!edition.own) return undefined;
		return {
			units,
			lineage: await openLineage(kept, units),
			catalogue: mergeCatalogue(productCatalogue(), edition.own),
			until: {
				...(lists.until && { organisation: lists.until }),
				...(own.until && { catalogue: own.until })
			}
		};
	} catch (error) {
		if (error instanceof AppError) return undefined;
		throw error;
	}
}
