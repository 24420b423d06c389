import { PUBLISHED_MARK } from './published-mark.ts';

const ICONS = /<link rel="(?:icon|apple-touch-icon|manifest)"[^>]*>\s*/g;
const NO_ICON = '<link rel="icon" href="data:," />\n\t\t<title>';

/** The pages that have an address of their own; those of one indicator are made for each. */
const PAGES = [
	...['scorecard', 'unit', 'targets', 'ledger', 'reporting', 'submissions', 'reports', 'present'],
	...['compare', 'workbench', 'organisation', 'trace', 'guide']
];

/**
 * The pages of a published site by path, made of the app's one page: a server without any rule answers every address of
 * the app, `/unit` as well as `/unit/`, under whatever path the site lies, since each page leads to the app's files by
 * its own depth.
 */
export function sitePages(page: string, indicators: readonly string[]): Map<string, string> {
	const routes = [...PAGES, ...indicators.flatMap((id) => [`indicator/${id}`, `trail/${id}`])];
	return new Map([
		['index.html', pageAt(page, './')],
		...routes.flatMap((route): [string, string][] => {
			const up = '../'.repeat(route.split('/').length - 1);
			return [
				[`${route}.html`, pageAt(page, up === '' ? './' : up)],
				[`${route}/index.html`, pageAt(page, `${up}../`)]
			];
		})
	]);
}

/** The app takes the slash off the address, by which icons would be looked for elsewhere: below the first page none is. */
function pageAt(page: string, root: string): string {
	const shown = root === './' ? page : page.replaceAll(ICONS, '').replace('<title>', NO_ICON);
	return shown
		.replaceAll(/((?:src|href)=")\//g, `$1${root}`)
		.replace('</title>', `</title>\n\t\t<meta name="${PUBLISHED_MARK}" content="1" />`);
}
