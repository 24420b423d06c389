import type { Page } from '@playwright/test';

/**
 * Milliseconds from following a link of the app's own to the paint after which nothing on the page changed any more.
 * Throws where nothing changed at all.
 */
export function timeRepaint(page: Page, address: string, quiet = 150): Promise<number> {
	return page.evaluate(follow, {
		address,
		quiet,
		patience: 1_800_000,
		moment: someMoment()
	});
}

/** Milliseconds that a bare page takes to put other words into as many rows; the reference. */
export async function timeBareRepaint(page: Page, rows: number): Promise<number> {
	return page.evaluate(repaintBare, { rows, moment: someMoment() });
}

/** A moment of a frame, in milliseconds. */
function someMoment(): number {
	return Math.random() * 16;
}

/** Runs in the page. */
async function follow({
	address,
	quiet,
	patience,
	moment
}: Record<'quiet' | 'patience' | 'moment', number> & { address: string }): Promise<number> {
	const link = document.createElement('a');
	link.href = address;
	document.body.append(link);
	await new Promise(requestAnimationFrame);
	// A person presses at any moment of a frame, not in the step that draws it: what is changed there waits for one more.
	await new Promise((resolve) => setTimeout(resolve, moment));
	const seen = { changed: 0, painted: 0 };
	const observer = new MutationObserver(() => {
		const changed = performance.now();
		seen.changed = changed;
		requestAnimationFrame(() => {
			// A message comes after the frame was handed over; a later change overwrites this one.
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => {
				if (seen.changed === changed) seen.painted = performance.now();
			};
			port2.postMessage(undefined);
		});
	});
	observer.observe(document.body, { subtree: true, childList: true, characterData: true });
	const begin = performance.now();
	link.click();
	for (;;) {
		await new Promise((resolve) => setTimeout(resolve, 20));
		const isBusy = document.querySelector('[aria-busy="true"]') !== null;
		const now = performance.now();
		if (seen.painted > seen.changed && now - seen.painted > quiet && !isBusy) break;
		if (now - begin > patience) throw new Error(`${address} does not settle`);
	}
	observer.disconnect();
	link.remove();
	return seen.painted - begin;
}

/** Runs in an empty page. */
async function repaintBare({ rows, moment }: { rows: number; moment: number }): Promise<number> {
	const list =
		document.querySelector('ol') ?? document.body.appendChild(document.createElement('ol'));
	while (list.children.length < rows) list.append(document.createElement('li'));
	await new Promise(requestAnimationFrame);
	await new Promise((resolve) => setTimeout(resolve, moment));
	const begin = performance.now();
	for (const [place, item] of [...list.children].entries()) {
		item.textContent = `${place} ${begin}`;
	}
	await new Promise(requestAnimationFrame);
	await new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = resolve;
		port2.postMessage(undefined);
	});
	return performance.now() - begin;
}
