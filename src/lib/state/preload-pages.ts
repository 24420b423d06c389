import { preloadCode } from '$app/navigation';
import { resolve } from '$app/paths';
import { furtherPages, headPages } from './pages.ts';

const OTHERS = ['/indicator/*', '/trail/*'];

/** Fetches the code of every page when nothing else is to be done, so that they open at once, and without a network. */
export function preloadPages(): void {
	const pages = [...headPages(), ...furtherPages()].map(({ page }) => page);
	const fetchNext = ([page, ...others]: readonly string[]): void => {
		if (page === undefined || !navigator.onLine) return;
		const goOn = (): void => whenIdle(() => fetchNext(others));
		// What cannot be fetched now is asked for again when the reader goes there.
		preloadCode(resolve('/') + page.slice(1)).then(goOn, goOn);
	};
	whenIdle(() => fetchNext([...pages, ...OTHERS]));
}

/** Does the work when nothing else is to be done. */
export function whenIdle(work: () => void): void {
	if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 5000 });
	else setTimeout(work, 500);
}
