import type { Page } from '@playwright/test';

/** What was seen of a kept screen before the app stood in its place. */
interface Seen {
	meters: string[];
	/** True where the app's own page could be seen beside it. */
	isDouble: boolean;
	/** Words that hold for one day alone, as far as they could be seen. */
	ofDay: string[];
}

/** What was seen of a kept screen since the page was opened; `null` where there was none. */
export function seen(page: Page): Promise<Seen | null> {
	return page.evaluate(() => (globalThis as { seen?: Seen }).seen ?? null);
}

/** Runs in the page before anything of it. */
export function watchKeptScreen(): void {
	new MutationObserver(() => {
		const kept = document.querySelector('kept-screen');
		const app = document.getElementById('app');
		if (!kept || !app) return;
		const meters = [...kept.querySelectorAll('[role=meter]')].map(
			(each) => each.getAttribute('aria-valuetext') ?? ''
		);
		const ofDay = [...kept.querySelectorAll('[data-of-day]')]
			.filter((each) => each.checkVisibility({ visibilityProperty: true }))
			.map((each) => each.textContent);
		const { keptScreenAt = performance.now() } = globalThis as { keptScreenAt?: number };
		Object.assign(globalThis, { keptScreenAt });
		Object.assign(globalThis, { seen: { meters, isDouble: app.checkVisibility(), ofDay } });
	}).observe(document, { subtree: true, childList: true });
}
