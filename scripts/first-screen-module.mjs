import { svelte } from '@sveltejs/vite-plugin-svelte';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from './run.mjs';

/** What stands for SvelteKit and for the browser where the first screen is drawn without either. */
const PAGE = join(ROOT, 'src', 'first-screen-page.ts');
const OF_BROWSERS = ['localStorage', 'sessionStorage', 'navigator'];
/** What is fetched or begun later has no part in what is seen first. */
const LATER = 'data:text/javascript,';

/** @type {import('vite').Plugin} */
const withoutBrowser = {
	name: 'without-browser',
	enforce: 'pre',
	resolveId: (id) =>
		id.startsWith('$app/') ? PAGE : id.endsWith('?worker&url') ? '\0no-worker' : undefined,
	load: (id) => (id === '\0no-worker' ? 'export default "";' : undefined),
	resolveDynamicImport: () => ({ id: LATER, external: true })
};

/**
 * @param {string} version of the site
 * @returns {Promise<string>} src/first-screen.ts as one module, which runs in browsers and on Node
 */
export async function firstScreenModule(version) {
	/** @type {Record<string, [string, string]>} */
	const inject = Object.fromEntries(OF_BROWSERS.map((name) => [name, [PAGE, name]]));
	const compilerOptions = { css: /** @type {const} */ ('injected'), runes: true };
	const built = await build({
		...{ root: ROOT, configFile: false, logLevel: 'error' },
		define: { SITE_VERSION: JSON.stringify(version) },
		plugins: [withoutBrowser, svelte({ configFile: false, emitCss: false, compilerOptions })],
		ssr: {
			...{ noExternal: true, target: 'webworker' },
			resolve: { conditions: ['svelte', 'module', 'production'] }
		},
		build: {
			...{ write: false, ssr: 'src/first-screen.ts', minify: true, target: 'es2023' },
			rolldownOptions: { transform: { inject } }
		}
	});
	const {
		output: [script]
	} = /** @type {import('vite').Rollup.RollupOutput} */ (built);
	return script.code;
}
