/**
 * Draws what a site's first page shows, without a browser: built by scripts/finish-site.mjs into a module of its own, for
 * the command and the button that publish.
 */
import { render } from 'svelte/server';
import style from './app.css?inline';
import FirstScreen from '#lib/components/overview/FirstScreen.svelte';
import { createApp } from '#lib/state/app-context.ts';
import { firstScreenPath, searchOf } from '#lib/package/first-screen-path.ts';
import type { DrawFirst } from '#lib/package/publish-data.ts';
import { page, version } from './first-screen-page.ts';

/** The page's policy takes no style sheet from a page: the rules stand in it as text, which src/begin.ts reads. */
const RULES = '<script type="text/kept"';
/** By these comments Svelte would find its way through the page, which is drawn and no more. */
const MARKS = /<!--.{0,3}-->/g;

/** The pages that show the published data at first glance, by path: what src/begin.ts draws before the app is there. */
export const drawFirstScreens: DrawFirst = async (files, site) => {
	const screens = new Map<string, Uint8Array>();
	for (const language of ['vi', 'en'] as const) {
		page.url = new URL(searchOf(language), 'http://localhost/');
		const app = createApp();
		await app.workspace.open({ files, isKept: true, site });
		const { head, body } = await render(FirstScreen, { props: { app } });
		const known = `lang="${language}" data-version="${version}" data-day="${app.view.today}"`;
		const styles = `<meta charset="utf-8"><style>${style}</style>`;
		const whole = `<!doctype html>\n<html ${known}><head>${styles}${head}</head><body>${body}</body></html>\n`;
		const bare = whole
			.replaceAll(MARKS, '')
			.replaceAll('<style', RULES)
			.replaceAll('</style>', '</script>');
		screens.set(firstScreenPath(language), new TextEncoder().encode(bare));
	}
	return screens;
};
