/** The site as it was built, written before this script by scripts/finish-site.mjs. */
interface Site {
	version: string;
	/** What every answer carries, so that workers are bound by the policy also where the server sends no headers. */
	headers: Record<string, string>;
	/** The folder whose files are named by their content. */
	keptForEver: string;
	files: readonly SiteFile[];
}

/** A file of the site: its path from the folder that this script lies in. */
interface SiteFile {
	path: string;
	bytes: number;
	/** Hexadecimal. */
	sha256: string;
}

interface WorkerEvent extends Event {
	waitUntil(work: Promise<unknown>): void;
}

interface Asked extends WorkerEvent {
	readonly request: Request;
	respondWith(answer: Promise<Response>): void;
}

interface Told extends WorkerEvent {
	readonly data: unknown;
}

interface Scope {
	readonly site: Site;
	readonly clients: { claim(): Promise<void>; matchAll(which: object): Promise<unknown[]> };
	readonly registration: { readonly waiting: unknown; readonly installing: unknown };
	skipWaiting(): Promise<void>;
	addEventListener(kind: 'install' | 'activate', listen: (event: WorkerEvent) => void): void;
	addEventListener(kind: 'fetch', listen: (event: Asked) => void): void;
	addEventListener(kind: 'message', listen: (event: Told) => void): void;
}

const scope = globalThis as unknown as Scope;
const { site } = scope;
const ROOT = new URL('./', location.href);
const AT_ONCE = 6;
/** What each version consists of; what files contain, by hash, whatever versions share it; what else was seen last. */
const CACHES = {
	versions: `thuocdo.versions ${ROOT.pathname}`,
	contents: `thuocdo.contents ${ROOT.pathname}`,
	seen: `thuocdo.seen ${ROOT.pathname}`
};
const files = new Map(site.files.map((file) => [file.path, file]));
/** A published site has a page of its own at every address, which leads to the app's files by its depth. */
const isPublished = files.has('index.html');

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener('message', (event) => event.waitUntil(obey(event.data)));
scope.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	if (request.method !== 'GET' || origin !== ROOT.origin) return;
	if (!pathname.startsWith(ROOT.pathname)) return;
	event.respondWith(answer(request, decodeURIComponent(pathname.slice(ROOT.pathname.length))));
});

/** Brings all that this version consists of, or fails as a whole: what other versions share with it is there already. */
async function install(): Promise<void> {
	const contents = await caches.open(CACHES.contents);
	const waiting = [...new Map(site.files.map((file) => [file.sha256, file])).values()];
	const bringNext = async (): Promise<void> => {
		for (let file = waiting.pop(); file; file = waiting.pop()) await bring(contents, file);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, bringNext));
	await contents.put(placeOfPage(), await fetchPage());
	const versions = await caches.open(CACHES.versions);
	await versions.put(`.version/${site.version}`, new Response(JSON.stringify(site.files)));
	await bringPublished();
}

async function bring(contents: Cache, file: SiteFile): Promise<void> {
	const place = await placeOf(file);
	if (await contents.match(place)) return;
	const kept = await keptAt(place);
	await contents.put(place, guarded(kept ?? (await fetchWhole(file))));
}

/** The very bytes that were built: what a cache on the way has kept of another version is asked for anew. */
async function fetchWhole({ path, sha256 }: SiteFile): Promise<Response> {
	const address = new URL(path, ROOT);
	const integrity = `sha256-${btoa(String.fromCharCode(...bytesOf(sha256)))}`;
	const first = await fetch(address, { integrity }).catch(() => undefined);
	const found = first ?? (await fetch(address, { integrity, cache: 'reload' }));
	if (!found.ok) throw new Error(`${path}: ${found.status}`);
	return found;
}

/** The page that stands for every view, of this version: its server may be in the middle of a change. */
async function fetchPage(): Promise<Response> {
	const found = await fetch(ROOT, { cache: 'reload' });
	const begin = site.files.find(({ path }) => path.startsWith(`${site.keptForEver}entry/begin.`));
	const isOurs = found.ok && begin && (await found.clone().text()).includes(begin.path);
	if (!isOurs) throw new Error('The page is of another version.');
	return guarded(found);
}

/** The same answer with the headers that guard the app, and none of the server's own. */
function guarded({ body, headers }: Response): Response {
	const kind = headers.get('content-type') ?? 'application/octet-stream';
	return new Response(body, { headers: { ...site.headers, 'content-type': kind } });
}

async function answer(request: Request, path: string): Promise<Response> {
	const isView = request.mode === 'navigate' && !/\.\w+$/.test(path);
	const file =
		files.get(path) ?? (isView ? pageAt(path) : undefined) ?? (await findInOtherVersions(path));
	const kept = file && (await keptAt(await placeOf(file)));
	if (kept) return kept;
	const page =
		isView && !isPublished && (await caches.match(placeOfPage(), { cacheName: CACHES.contents }));
	return page || answerFromNetwork(request);
}

/** The content, also where it was kept with other headers: to find that, the browser goes through all that it keeps. */
async function keptAt(place: string): Promise<Response | undefined> {
	const where = { cacheName: CACHES.contents };
	return (
		(await caches.match(place, where)) ?? caches.match(place, { ...where, ignoreSearch: true })
	);
}

function pageAt(path: string): SiteFile | undefined {
	return files.get(`${path}.html`) ?? files.get(`${path}index.html`);
}

/** A page of another version that is still open goes on with the files that it was built with. */
async function findInOtherVersions(path: string): Promise<SiteFile | undefined> {
	if (!path.startsWith(site.keptForEver)) return undefined;
	const versions = await caches.open(CACHES.versions);
	for (const request of await versions.keys()) {
		const list = (await (await versions.match(request))?.json()) as SiteFile[] | undefined;
		const found = list?.find((file) => file.path === path);
		if (found) return found;
	}
	return undefined;
}

/** What the site holds beside the app, such as published figures: as new as can be had, else as last seen. */
async function answerFromNetwork(request: Request): Promise<Response> {
	const seen = await caches.open(CACHES.seen);
	try {
		const found = await fetch(request);
		const isWhole = found.status === 200 && !request.headers.has('range');
		if (isWhole && request.mode !== 'navigate') await seen.put(request, found.clone());
		return found;
	} catch (error) {
		const last = await seen.match(request);
		if (last) return last;
		throw error;
	}
}

/** Brings the figures of a published site too, as they are now, and drops those of before. */
async function bringPublished(): Promise<void> {
	if (!isPublished) return;
	const seen = await caches.open(CACHES.seen);
	const list = new URL('data/published.json', ROOT);
	// Without a network all stays as it was seen last.
	const found = await fetch(list, { cache: 'no-cache' }).catch(() => undefined);
	if (!found?.ok) return;
	const { parts } = (await found.clone().json()) as { parts: readonly { path: string }[] };
	const needed = parts.filter(({ path }) => !path.endsWith('.thuocdo'));
	for (const { path } of needed) {
		const isNamedByContent = path.startsWith('data/contents/');
		if (isNamedByContent && (await seen.match(absolute(path)))) continue;
		const part = await fetch(absolute(path), isNamedByContent ? {} : { cache: 'no-cache' });
		if (!part.ok) return;
		await seen.put(absolute(path), part);
	}
	await seen.put(list, found);
	const places = new Set([list.href, ...needed.map(({ path }) => absolute(path))]);
	for (const request of await seen.keys()) {
		if (!places.has(request.url)) await seen.delete(request);
	}
}

/** `take-over` comes from a reader who wants the new version now; `opened` from every page, with its version. */
async function obey(message: unknown): Promise<void> {
	const { kind, version } = message as { kind?: string; version?: string };
	if (kind === 'take-over') await scope.skipWaiting();
	if (kind !== 'opened') return;
	if (version === site.version) await forgetOtherVersions();
	await bringPublished();
}

/** Drops what only other versions needed, once this one's page is the only one open and no newer one waits. */
async function forgetOtherVersions(): Promise<void> {
	const { registration, clients } = scope;
	const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true });
	if (pages.length > 1 || registration.waiting || registration.installing) return;
	const needed = new Set([placeOfPage(), `.version/${site.version}`].map(absolute));
	for (const file of site.files) needed.add(absolute(await placeOf(file)));
	for (const name of [CACHES.versions, CACHES.contents]) {
		const cache = await caches.open(name);
		for (const request of await cache.keys()) {
			if (!needed.has(request.url)) await cache.delete(request);
		}
	}
}

function absolute(place: string): string {
	return new URL(place, ROOT).href;
}

/** Where a file's content is kept: by its hash, and by the headers that guard it. */
async function placeOf({ sha256 }: Pick<SiteFile, 'sha256'>): Promise<string> {
	return `${absolute(`.content/${sha256}`)}?${await headersMark}`;
}

function placeOfPage(): string {
	return absolute(`.page/${site.version}`);
}

const headersMark = crypto.subtle
	.digest('SHA-256', new TextEncoder().encode(JSON.stringify(site.headers)))
	.then((hash) => hex(new Uint8Array(hash)).slice(0, 16));

function bytesOf(text: string): number[] {
	return (text.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
}

function hex(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
