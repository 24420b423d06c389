import { gzip } from '#lib/base/gzipped.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { mergeCatalogue, type OwnCatalogue } from '#lib/catalogue/own-catalogue.ts';
import type { RollupInput } from '#lib/rollup/roll-up.ts';
import type { Files } from '#lib/store/files.ts';
import { writeManifest, type Manifest } from '#lib/store/manifest.ts';
import { memoryFiles } from '#lib/store/memory-files.ts';
import { sha256Of } from '#lib/store/sha256.ts';
import { storeContent } from '#lib/store/stored-content.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import type { Unit } from '#lib/units/unit.ts';
import { PUBLISHED, publishedContent, type PublishedSite } from './published-site.ts';
import { rollupKeyOf } from './rollup-key.ts';

/** Everything that is put before readers: a workspace's manifest with its organisation, and the contents it names. */
export interface PublishedSource {
	/** Without log, backup and rollup; its organisation is written out, that of the sample too. */
	manifest: Manifest;
	contents: ReadonlyMap<string, Uint8Array>;
	units: readonly Unit[];
	lineage: readonly LineageEvent[];
	own: OwnCatalogue;
}

/** What the site says of itself. */
export type SiteAbout = Pick<PublishedSite, 'at' | 'by' | 'maker' | 'title' | 'branch'>;

/** What is published of a source. */
interface Publication {
	about: SiteAbout;
	/** Offered to readers for download. */
	gift?: { name: string; bytes: Uint8Array };
	/** Makes the rollup, as `rollUp` does. */
	rollUp: (input: RollupInput) => Uint8Array | Promise<Uint8Array>;
	/** Draws what the first page shows, as src/first-screen.ts does; without it readers wait for the app. */
	drawFirst?: DrawFirst;
}

/** The first screens of a site, by path, of its files and what it says of itself. */
export type DrawFirst = (
	files: Files,
	site: PublishedSite
) => Promise<ReadonlyMap<string, Uint8Array>>;

/**
 * The files of a published site's folder `data`, by path from the site's: `data/published.json`, a store as the app keeps
 * one, its contents gzipped and its rollup computed, and what the first page shows.
 */
export async function publishData(
	source: PublishedSource,
	{ about, gift, rollUp, drawFirst }: Publication
): Promise<Map<string, Uint8Array>> {
	const files = memoryFiles();
	for (const bytes of source.contents.values()) await storeContent(files, bytes);
	const catalogue = mergeCatalogue(productCatalogue(), source.own);
	const rollup = await storeContent(files, await rollUp(inputOf(source, catalogue)));
	const { manifest, units } = source;
	const of = await rollupKeyOf({ manifest, units, catalogue });
	await writeManifest(files, { ...manifest, rollup: { ...rollup, of } });
	const said = {
		...{ format: 'thuocdo-published' as const, version: 1 as const, ...about },
		...(gift && { package: `data/${gift.name}` }),
		rollup: publishedContent(rollup.content)
	};
	const data = new Map<string, Uint8Array>();
	for (const path of (await files.list('contents')).map((name) => `contents/${name}`)) {
		data.set(publishedContent(path), await gzip((await files.read(path)) ?? new Uint8Array()));
	}
	data.set('data/manifest.json', (await files.read('manifest.json')) ?? new Uint8Array());
	if (gift) data.set(`data/${gift.name}`, gift.bytes);
	const first = await drawFirst?.(files, { ...said, parts: [] });
	for (const [path, bytes] of first ?? []) data.set(path, bytes);
	const parts = await Promise.all(
		[...data].map(async ([path, bytes]) => ({
			...{ path, bytes: bytes.length },
			sha256: await sha256Of(bytes)
		}))
	);
	const site: PublishedSite = { ...said, parts };
	const words = JSON.stringify(site, null, '\t');
	return data.set(PUBLISHED, new TextEncoder().encode(words));
}

function inputOf(
	{ manifest, contents, units, lineage }: PublishedSource,
	catalogue: Catalogue
): RollupInput {
	const submissions = manifest.submissions.map(({ sequence, content }) => ({
		sequence,
		bytes: contents.get(content) ?? new Uint8Array()
	}));
	return { submissions, units, lineage, catalogue };
}
