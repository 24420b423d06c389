import type { Page } from '@playwright/test';

/** How a table moved under a steady scroll. */
export interface Scrolling {
	/** Frames a second. */
	frames: number;
	/** The longest wait for a frame but for the worst twentieth, in milliseconds. */
	slowest: number;
}

/** Scrolls the element by three rows a frame for some seconds, there and back. */
export function timeScrolling(page: Page, selector: string): Promise<Scrolling> {
	return page.evaluate(scroll, { selector, seconds: 2, step: 120 });
}

/** Runs in the page. */
async function scroll({
	selector,
	seconds,
	step
}: {
	selector: string;
	seconds: number;
	step: number;
}): Promise<Scrolling> {
	const table = document.querySelector(selector);
	if (!table) throw new Error(`no ${selector}`);
	const waits: number[] = [];
	let direction = step;
	let last = await new Promise(requestAnimationFrame);
	const begin = last;
	while (last - begin < seconds * 1000) {
		const before = table.scrollTop;
		table.scrollTop += direction;
		if (table.scrollTop === before) direction = -direction;
		const now = await new Promise<number>(requestAnimationFrame);
		waits.push(now - last);
		last = now;
	}
	const sorted = waits.toSorted((a, b) => a - b);
	return {
		frames: (waits.length * 1000) / (last - begin),
		slowest: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN
	};
}
