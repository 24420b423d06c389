/**
 * Runs before anything else is fetched: the look that the reader chose, and what the first screen showed at the last
 * visit, where nothing has changed since, or what the site was published with. The app is fetched and begins once that is painted, whatever happens here.
 */
import { localDayOf } from '#lib/base/local-day.ts';
import { type IsoDate, yearOf } from '#lib/base/period.ts';
import { firstScreenPath, searchOf } from '#lib/package/first-screen-path.ts';
import { drawKeptScreen, drawPublishedScreen } from '#lib/state/draw-kept-screen.ts';
import { isKeptScreen } from '#lib/state/kept-screen.ts';
import { keptTheme } from '#lib/state/kept-theme.ts';
import { isPublishedPage } from '#lib/state/published-page.ts';
import { findFirstScreen } from '#lib/store/find-first-screen.ts';

type Hashed = readonly [path: string, integrity: string];

/** The version of the site; this and the next are put in by scripts/finish-site.mjs. */
declare const SITE_VERSION: string;
/** What the app begins with, each with the hash that it must have; paths from the site's folder. */
declare const APP_MODULES: readonly Hashed[];
declare const APP_STYLES: readonly Hashed[];

const SITE = new URL('../../../', (document.currentScript as HTMLScriptElement).src);

/** Settles with the element that the app stands in. */
async function begin(): Promise<HTMLElement> {
	const theme = keptTheme();
	if (theme !== 'auto') document.documentElement.dataset.theme = theme;
	// What fails here fails in the app as well, which can say so.
	const isShown = await showKeptScreen().catch(() => false);
	if (!isShown) await parsed();
	const styles = APP_STYLES.map((each) => addLink('stylesheet', each));
	for (const each of APP_MODULES) addLink('modulepreload', each);
	await Promise.all(styles.map(loaded));
	return document.getElementById('app') ?? document.body;
}

/** False where there is nothing that may be shown: only the first page is kept. */
async function showKeptScreen(): Promise<boolean> {
	if (location.pathname !== SITE.pathname) return false;
	const day = localDayOf(Date.now());
	const draw = isPublishedPage() ? await publishedScreen(day) : await screenOfBefore(day);
	if (!draw) return false;
	await parsed();
	const app = document.getElementById('app');
	if (app) await draw(app);
	return true;
}

type Draw = (app: HTMLElement) => Promise<void>;

/** What the last visit ended with. */
async function screenOfBefore(day: IsoDate): Promise<Draw | undefined> {
	const kept = await findFirstScreen();
	const screen: unknown = kept && JSON.parse(kept);
	const { search } = location;
	if (!isKeptScreen(screen, { version: SITE_VERSION, day, search })) return undefined;
	return (app) => drawKeptScreen(screen, app);
}

/** What the site was published with; another year may begin with another period. */
async function publishedScreen(day: IsoDate): Promise<Draw | undefined> {
	const language = (['vi', 'en'] as const).find((each) => searchOf(each) === location.search);
	const screen = language && (await pageAt(new URL(firstScreenPath(language), SITE)));
	const known = screen?.documentElement.dataset;
	const isOfToday =
		known?.['version'] === SITE_VERSION && yearOf(known['day'] ?? '') === yearOf(day);
	return screen && isOfToday ? (app) => drawPublishedScreen(screen, { app, day }) : undefined;
}

/** A page as it is now, none of its scripts run; `undefined` where it cannot be had. */
function pageAt(address: URL): Promise<Document | undefined> {
	return new Promise((resolve) => {
		// Of all that fetches, this alone reads markup by itself, where no script may.
		const request = new XMLHttpRequest();
		request.open('GET', address);
		request.responseType = 'document';
		request.setRequestHeader('cache-control', 'no-cache');
		request.addEventListener('loadend', () =>
			resolve(request.status === 200 ? (request.responseXML ?? undefined) : undefined)
		);
		request.send();
	});
}

function addLink(rel: string, [path, integrity]: Hashed): HTMLLinkElement {
	const link = Object.assign(document.createElement('link'), { rel, integrity });
	link.href = new URL(path, SITE).href;
	document.head.append(link);
	return link;
}

/** Settles also where it cannot be fetched: figures without a look are better than none. */
function loaded(link: HTMLLinkElement): Promise<void> {
	return new Promise((resolve) => {
		link.addEventListener('load', () => resolve());
		link.addEventListener('error', () => resolve());
	});
}

/** Settles once the page is there, without what it fetches. */
function parsed(): Promise<void> {
	return new Promise((resolve) => {
		if (document.readyState === 'loading') addEventListener('DOMContentLoaded', () => resolve());
		else resolve();
	});
}

export default begin();
