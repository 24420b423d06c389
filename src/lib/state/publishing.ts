import { resolve } from '$app/paths';
import { zipSync } from 'fflate';
import { AppError } from '#lib/base/app-error.ts';
import { bootBrowserEngine } from '#lib/engine/boot-browser-engine.ts';
import { cutBranch } from '#lib/package/cut-branch.ts';
import { isOfSite, siteFrame } from '#lib/package/make-site.ts';
import { offeredPackage } from '#lib/package/offered-package.ts';
import { MADE_BY } from '#lib/package/package-manifest.ts';
import { publishData, type PublishedSource, type SiteAbout } from '#lib/package/publish-data.ts';
import { indicatorsOf, publishedSource } from '#lib/package/published-source.ts';
import type { Store } from '#lib/store/store.ts';
import { sampleLineage } from './open-lineage.ts';
import { sampleUnits } from './open-units.ts';

/** What the analyst says of a site for readers. */
export interface PublishChoice {
	maker: string;
	title: string;
	/** The code of the unit that it is limited to; empty for the whole organisation. */
	branch: string;
	/** Whether readers may take the package with the same data. */
	offersPackage: boolean;
}

/**
 * The site as a zip archive: the app's own files, asked of the server that it came from, and the data. Throws AppError
 * `publish.unknown-unit`, `publish.no-app` where the app's files cannot be had, `package.lost-content`.
 */
export async function makeSite(
	store: Store,
	{ maker, title, branch, offersPackage }: PublishChoice,
	onFile: (done: number, total: number) => void
): Promise<Uint8Array> {
	const whole = await publishedSource(store, sampleLists);
	const source = branch === '' ? whole : await cutBranch(whole, branch);
	if (!source) throw new AppError('publish.unknown-unit', { unit: branch });
	const name = source.units.findLast(({ code }) => code === branch)?.name;
	const about: SiteAbout = {
		...{ at: new Date().toISOString(), by: MADE_BY },
		...(maker && { maker }),
		...(title && { title }),
		...(name !== undefined && { branch: { code: branch, name } })
	};
	const gift = offersPackage ? await offeredPackage(source, about) : undefined;
	const files = await appFiles(source, onFile);
	const engine = await bootBrowserEngine();
	try {
		const data = await publishData(engine, source, { about, gift });
		for (const [path, bytes] of data) files.set(path, bytes);
	} finally {
		await engine.close();
	}
	// Most of it is packed code and pictures: a fast pass is nearly as small.
	return zipSync(Object.fromEntries(files), { level: 1 });
}

async function sampleLists(): Promise<{ units: Uint8Array; lineage: Uint8Array }> {
	const encoder = new TextEncoder();
	return {
		units: encoder.encode(await sampleUnits()),
		lineage: encoder.encode(await sampleLineage())
	};
}

async function appFiles(
	source: PublishedSource,
	onFile: (done: number, total: number) => void
): Promise<Map<string, Uint8Array>> {
	const list = JSON.parse(textOf(await fetchOwn('files.json'))) as { files: { path: string }[] };
	const files = new Map<string, Uint8Array>();
	for (const [done, { path }] of list.files.entries()) {
		onFile(done, list.files.length);
		const bytes = await fetchOwn(path);
		if (isOfSite(path, bytes)) files.set(path, bytes);
		if (path !== '200.html') continue;
		for (const [place, content] of siteFrame(textOf(bytes), indicatorsOf(source)))
			files.set(place, content);
	}
	return files;
}

async function fetchOwn(path: string): Promise<Uint8Array> {
	// Some servers answer the page that stands for all under its other name alone.
	const answer = await fetch(resolve('/') + path).catch(() => undefined);
	if (!answer?.ok) throw new AppError('publish.no-app', { path });
	return new Uint8Array(await answer.arrayBuffer());
}

function textOf(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes);
}
