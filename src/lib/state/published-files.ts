import { resolve } from '$app/paths';
import { AppError } from '#lib/base/app-error.ts';
import { gunzip } from '#lib/base/gzipped.ts';
import { parseJson } from '#lib/package/parse-json.ts';
import {
	isPublishedSite,
	PUBLISHED,
	publishedContent,
	type PublishedSite
} from '#lib/package/published-site.ts';
import type { Files } from '#lib/store/files.ts';

/** What the published site says of itself; throws AppError `publish.unreachable`. */
export async function openPublishedSite(): Promise<PublishedSite> {
	const bytes = await fetchFile(PUBLISHED, 'no-cache');
	const site = bytes && parseJson(bytes);
	if (!isPublishedSite(site)) throw new AppError('publish.unreachable', { path: PUBLISHED });
	return site;
}

/** The address of a file of the published site, given by its path from the site's folder. */
export function publishedAddress(path: string): string {
	return resolve('/') + path;
}

/** The published figures as a store reads them; nothing can be written: AppError `publish.read-only`. */
export function publishedFiles(): Files {
	const manifest = fetchFile('data/manifest.json', 'no-cache');
	// Whoever reads it hears of the failure; until then it is nobody's.
	manifest.catch(() => undefined);
	return {
		// The published manifest is never half written: it stands for its own copy.
		read: async (path) => {
			if (/^manifest(\.copy)?\.json$/.test(path)) return manifest;
			const packed = await fetchFile(publishedContent(path), 'default');
			return packed && gunzip(packed);
		},
		write: refuse,
		remove: refuse,
		list: async () => [],
		exclusively: (work) => work()
	};
}

async function refuse(): Promise<never> {
	throw new AppError('publish.read-only');
}

async function fetchFile(path: string, cache: RequestCache): Promise<Uint8Array | undefined> {
	const answer = await fetch(publishedAddress(path), { cache }).catch((cause: unknown) => {
		throw Object.assign(new AppError('publish.unreachable', { path }), { cause });
	});
	if (answer.status === 404) return undefined;
	if (!answer.ok) throw new AppError('publish.unreachable', { path });
	return new Uint8Array(await answer.arrayBuffer());
}
