import { resolve } from '$app/paths';
import { AppError } from '#lib/base/app-error.ts';
import { type AppList, firstScreenModuleOf, siteFiles } from '#lib/package/make-site.ts';
import { MADE_BY } from '#lib/package/package-manifest.ts';
import {
	type DrawFirst,
	publishData,
	type PublishedSource,
	type SiteAbout
} from '#lib/package/publish-data.ts';
import { indicatorsOf, publishedSource } from '#lib/package/published-source.ts';
import type { Store } from '#lib/store/store.ts';
import { askPackageWorker, type PackageWork } from './ask-package-worker.ts';
import { sampleLineage } from './open-lineage.ts';
import { sampleUnits } from './open-units.ts';
import { rollUpInWorker } from './rollup-line.ts';
import { Cancelled } from './work.ts';

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
 * `publish.unknown-unit`, `publish.no-app` where the app's files cannot be had, `package.lost-content`; rejects with `Cancelled`.
 */
export async function makeSite(
	store: Store,
	{ maker, title, branch, offersPackage }: PublishChoice,
	work: PackageWork
): Promise<Uint8Array> {
	const whole = await publishedSource(store, sampleLists);
	const source =
		branch === '' ? whole : await askPackageWorker('cut', { source: whole, branch }, work);
	if (!source) throw new AppError('publish.unknown-unit', { unit: branch });
	const name = source.units.findLast(({ code }) => code === branch)?.name;
	const about: SiteAbout = {
		...{ at: new Date().toISOString(), by: MADE_BY },
		...(maker && { maker }),
		...(title && { title }),
		...(name !== undefined && { branch: { code: branch, name } })
	};
	const gift = offersPackage ? await askPackageWorker('offer', { source, about }, work) : undefined;
	const list = JSON.parse(new TextDecoder().decode(await fetchOwn('files.json'))) as AppList;
	const files = await appFiles(list, source, work);
	const drawFirst = await firstScreenDrawer(list);
	const data = await publishData(source, { about, gift, rollUp: rollUpInWorker, drawFirst });
	for (const [path, bytes] of data) files.set(path, bytes);
	return askPackageWorker('zip', { files }, work);
}

async function sampleLists(): Promise<{ units: Uint8Array; lineage: Uint8Array }> {
	const encoder = new TextEncoder();
	return {
		units: encoder.encode(await sampleUnits()),
		lineage: encoder.encode(await sampleLineage())
	};
}

async function firstScreenDrawer(list: AppList): Promise<DrawFirst | undefined> {
	const path = firstScreenModuleOf(list);
	if (path === undefined) return undefined;
	const module = (await import(/* @vite-ignore */ resolve('/') + path)) as {
		drawFirstScreens: DrawFirst;
	};
	return module.drawFirstScreens;
}

async function appFiles(
	list: AppList,
	source: PublishedSource,
	{ signal, onProgress }: PackageWork
): Promise<Map<string, Uint8Array>> {
	const read = (path: string): Promise<Uint8Array> => {
		if (signal.aborted) throw new Cancelled();
		return fetchOwn(path);
	};
	return siteFiles({ list, read, indicators: indicatorsOf(source), onFile: onProgress });
}

async function fetchOwn(path: string): Promise<Uint8Array> {
	// Some servers answer the page that stands for all under its other name alone.
	const answer = await fetch(resolve('/') + path).catch(() => undefined);
	if (!answer?.ok) throw new AppError('publish.no-app', { path });
	return new Uint8Array(await answer.arrayBuffer());
}
