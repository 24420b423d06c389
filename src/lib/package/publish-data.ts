import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { mergeCatalogue, type OwnCatalogue } from '#lib/catalogue/own-catalogue.ts';
import type { RollupInput } from '#lib/rollup/roll-up.ts';
import { writeManifest, type Manifest } from '#lib/store/manifest.ts';
import { memoryFiles } from '#lib/store/memory-files.ts';
import { sha256Of } from '#lib/store/sha256.ts';
import { storeContent } from '#lib/store/stored-content.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { PublishedSite } from './published-site.ts';
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
}

/**
 * The files of a published site's folder `data`, by path from the site's: `data/published.json`, and a store as the app
 * keeps one, with its rollup computed.
 */
export async function publishData(
	source: PublishedSource,
	{ about, gift, rollUp }: Publication
): Promise<Map<string, Uint8Array>> {
	const files = memoryFiles();
	for (const bytes of source.contents.values()) await storeContent(files, bytes);
	const catalogue = mergeCatalogue(productCatalogue(), source.own);
	const rollup = await storeContent(files, await rollUp(inputOf(source, catalogue)));
	const { manifest, units } = source;
	const of = await rollupKeyOf({ manifest, units, catalogue });
	await writeManifest(files, { ...manifest, rollup: { ...rollup, of } });
	const data = new Map<string, Uint8Array>();
	for (const path of ['manifest.json', ...(await files.list('contents')).map(inContents)]) {
		const bytes = await files.read(path);
		if (bytes) data.set(`data/${path}`, bytes);
	}
	if (gift) data.set(`data/${gift.name}`, gift.bytes);
	const parts = await Promise.all(
		[...data].map(async ([path, bytes]) => ({
			...{ path, bytes: bytes.length },
			sha256: await sha256Of(bytes)
		}))
	);
	const site: PublishedSite = {
		...{ format: 'thuocdo-published', version: 1, ...about },
		...(gift && { package: `data/${gift.name}` }),
		rollup: `data/${rollup.content}`,
		parts
	};
	const words = JSON.stringify(site, null, '\t');
	return data.set('data/published.json', new TextEncoder().encode(words));
}

function inContents(name: string): string {
	return `contents/${name}`;
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
