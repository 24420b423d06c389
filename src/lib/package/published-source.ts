import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { mergeCatalogue, NOTHING_OWN, type OwnCatalogue } from '#lib/catalogue/own-catalogue.ts';
import { decodeText } from '#lib/ingest/decode-text.ts';
import { readCsv } from '#lib/ingest/read-csv.ts';
import { namedContents } from '#lib/store/named-contents.ts';
import { sha256Of } from '#lib/store/sha256.ts';
import type { Store } from '#lib/store/store.ts';
import { readLineage } from '#lib/units/read-lineage.ts';
import { readUnits } from '#lib/units/read-units.ts';
import { packedPart } from './packed-part.ts';
import type { PublishedSource } from './publish-data.ts';
import { readOf } from './stored-bytes.ts';

/** The lists of an organisation, each as the bytes of its file. */
interface Lists {
	units: Uint8Array;
	lineage?: Uint8Array;
}

/**
 * Everything of the store that is put before readers: submissions, organisation and catalogue in force, definitions of
 * reports; not the log, layouts, earlier editions or the office's templates. `sample` gives the lists of the sample city,
 * which stand in where there is no organisation. Throws AppError `package.lost-content`.
 */
export async function publishedSource(
	store: Store,
	sample: () => Promise<Lists>
): Promise<PublishedSource> {
	const { layouts: _layouts, reports, catalogue, ...packed } = packedPart(store.manifest);
	const contents = new Map<string, Uint8Array>();
	const read = readOf(store);
	const lists = (await store.organisation()) ?? (await sample());
	const organisation = [
		{
			units: await keep(contents, lists.units),
			...(lists.lineage && { lineage: await keep(contents, lists.lineage) })
		}
	];
	const manifest = {
		...packed,
		organisation,
		...(catalogue && { catalogue: catalogue.slice(-1) }),
		...(reports && { reports: { definitions: reports.definitions, templates: [] } })
	};
	for (const { content } of namedContents(manifest)) {
		if (!contents.has(content)) contents.set(content, await read(content));
	}
	const { units } = readUnits(readCsv(decodeText(lists.units)));
	const { events } = lists.lineage
		? readLineage(readCsv(decodeText(lists.lineage)), units)
		: { events: [] };
	const own = ownIn(contents.get(manifest.catalogue?.[0]?.own.content ?? ''));
	return { manifest, contents, units, lineage: events, own };
}

/** The ids of all indicators that a site has a page for. */
export function indicatorsOf({ own }: Pick<PublishedSource, 'own'>): string[] {
	return mergeCatalogue(productCatalogue(), own).indicators.map(({ id }) => id);
}

async function keep(contents: Map<string, Uint8Array>, bytes: Uint8Array) {
	const sha256 = await sha256Of(bytes);
	contents.set(`contents/${sha256}`, bytes);
	return { content: `contents/${sha256}`, sha256 };
}

/** The own catalogue in the bytes of its file; nothing of its own where there are none. */
export function ownIn(bytes: Uint8Array | undefined): OwnCatalogue {
	if (!bytes) return NOTHING_OWN;
	const own = JSON.parse(new TextDecoder().decode(bytes)) as Partial<OwnCatalogue>;
	return { ...NOTHING_OWN, ...own };
}
