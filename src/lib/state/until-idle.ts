/** Resolves when the page has nothing else to do; after a moment where the browser cannot tell. */
export function untilIdle(): Promise<void> {
	return new Promise((resolve) => {
		if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve());
		else setTimeout(resolve, 200);
	});
}
