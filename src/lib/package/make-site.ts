import { sha256Of } from '#lib/store/sha256.ts';
import { sitePages } from './site-pages.ts';

/** A file of the app as it was built, by its path from the app's folder. */
interface AppFile {
	path: string;
	bytes: number;
	/** Hexadecimal. */
	sha256: string;
	/** Set on what readers have no use for: the sample city's sheets and lists, and what draws their first screen. */
	use?: 'sample' | 'first-screen';
}

/** What the app consists of, as its `files.json` lists it. */
export interface AppList {
	version: string;
	headers: Record<string, string>;
	keptForEver: string;
	files: readonly AppFile[];
}

/** The app as it was built, and what its pages are to be about. */
export interface SiteApp {
	list: AppList;
	/** The bytes of a file of the app. */
	read(path: string): Promise<Uint8Array>;
	/** The ids of the indicators that a page is made for. */
	indicators: readonly string[];
	/** Is told how many of the app's files are taken. */
	onFile?: (done: number, total: number) => void;
}

/** The page that stands for all, of which a page is made for every address. */
const PAGE = '200.html';
const WORKER = 'service-worker.js';

/**
 * The files of a published site but its data, by path: the app's own without what readers have no use for, a page at every address, and the
 * service worker that keeps them.
 */
export async function siteFiles({
	list,
	read,
	indicators,
	onFile
}: SiteApp): Promise<Map<string, Uint8Array>> {
	const kept = list.files.filter(({ path, use }) => !use && path !== WORKER);
	const files = new Map<string, Uint8Array>();
	for (const [done, { path }] of kept.entries()) {
		onFile?.(done, kept.length);
		files.set(path, await read(path));
	}
	const page = files.get(PAGE) ?? new Uint8Array();
	files.delete(PAGE);
	const pages = [...sitePages(textOf(page), indicators)].map(
		([path, text]): [string, Uint8Array] => [path, asBytes(text)]
	);
	const own = kept.filter(({ path }) => path !== PAGE);
	const described = [...own, ...(await Promise.all(pages.map(describe)))];
	const worker = textOf(await read(WORKER));
	const known = { ...list, files: described };
	return new Map([
		...files,
		...pages,
		[WORKER, asBytes(worker.replace(/^self\.site=.*/, () => `self.site=${JSON.stringify(known)};`))]
	]);
}

/** The path of the module that draws what the first page shows; absent where the app was built without. */
export function firstScreenModuleOf({ files }: AppList): string | undefined {
	return files.find(({ use }) => use === 'first-screen')?.path;
}

async function describe([path, bytes]: [string, Uint8Array]): Promise<AppFile> {
	return { path, bytes: bytes.length, sha256: await sha256Of(bytes) };
}

function textOf(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes);
}

function asBytes(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}
