import { serve } from '#scripts/serve.mjs';
import { test as base, type BrowserContext, type Page } from '@playwright/test';

export { expect } from '@playwright/test';

interface Options {
	/** Console errors that a test provokes on purpose. */
	expectedErrors: RegExp[];
}

/**
 * A test on the built app, behind its real server. It fails where the app asks for anything off its
 * own origin, writes an error to the console or throws outside a promise.
 */
export const test = base.extend<Options & { watch: undefined }, { origin: string }>({
	expectedErrors: [[], { option: true }],

	origin: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the needed fixtures off this pattern
		async ({}, use) => {
			const server = await serve({ port: 0 });
			await use(server.origin);
			await server.close();
		},
		{ scope: 'worker' }
	],

	baseURL: async ({ origin }, use) => use(origin),

	watch: [
		async ({ context, origin, expectedErrors }, use) => {
			const strays = watchRequests(context, origin);
			const errors = watchErrors(context);
			await use(undefined);
			base.expect(strays, 'requests off the origin').toEqual([]);
			base
				.expect(
					errors.filter((error) => !expectedErrors.some((expected) => expected.test(error))),
					'errors in the console'
				)
				.toEqual([]);
		},
		{ auto: true }
	]
});

/**
 * The list grows by the address of each request that leaves the origin; where other hosts lie the browser is not told. Nothing is
 * intercepted: that would turn the browser's cache off, and have the whole app fetched anew at every address.
 */
function watchRequests(context: BrowserContext, origin: string): string[] {
	const strays: string[] = [];
	context.on('request', (request) => {
		const address = new URL(request.url());
		const isOwn = address.origin === origin || ['blob:', 'data:'].includes(address.protocol);
		if (!isOwn) strays.push(request.url());
	});
	return strays;
}

/** The list grows by each error that a page of the context writes or throws. */
function watchErrors(context: BrowserContext): string[] {
	const errors: string[] = [];
	const watchPage = (page: Page): void => {
		page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
		page.on('console', (message) => {
			if (message.type() === 'error') errors.push(message.text());
		});
	};
	context.pages().forEach(watchPage);
	context.on('page', watchPage);
	return errors;
}
