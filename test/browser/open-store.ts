import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { build } from 'vite';

/** A script with nothing in it but the store, and what tests ask of it. */
export async function bundleStore(): Promise<string> {
	const entry = fileURLToPath(new URL('store-page.ts', import.meta.url));
	const built = await build({
		configFile: false,
		logLevel: 'silent',
		build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: 'store' } }
	});
	const [first] = Array.isArray(built) ? built : [built];
	if (!('output' in first)) throw new Error('nothing was built');
	return first.output[0].code;
}

/** A page of the origin on which nothing runs but the script. */
export async function openStorePage(
	context: BrowserContext,
	{ origin, script }: { origin: string; script: string }
): Promise<Page> {
	const page = await context.newPage();
	const body = '<!doctype html><title>.</title>';
	await page.route('**/store-page', (route) => route.fulfill({ contentType: 'text/html', body }));
	await page.goto(`${origin}/store-page`);
	await page.addScriptTag({ content: script, type: 'module' });
	await page.waitForFunction(() => 'page' in globalThis);
	return page;
}
