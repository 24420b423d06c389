import type { Page } from '@playwright/test';

/** Buttons by their names, as the sources of regular expressions. */
interface Press {
	/** Is pressed as soon as it is there. */
	button: string;
	/** Is there afterwards. */
	appears?: string;
	/** Is gone afterwards. */
	goes: string;
}

/**
 * Milliseconds from the press of a button to the change of the page that answers it, told by the page itself: asking it
 * from outside takes longer than many an answer. Throws where none comes within five minutes.
 */
export function pressButton(page: Page, press: Press): Promise<number> {
	return page.evaluate(pressInPage, { ...press, patience: 300_000 });
}

/** Runs in the page. */
async function pressInPage({
	button,
	appears,
	goes,
	patience
}: Press & { patience: number }): Promise<number> {
	const find = (name: string): HTMLButtonElement | undefined =>
		[...document.querySelectorAll('button')].find((each) =>
			new RegExp(name).test((each.ariaLabel ?? each.textContent).trim())
		);
	const until = (holds: () => boolean): Promise<void> =>
		new Promise((resolve, reject) => {
			if (holds()) return resolve();
			// A timer that goes on would hold what the page let go, which the memory is measured of.
			const giveUp = setTimeout(() => reject(new Error(`no answer to ${button}`)), patience);
			const observer = new MutationObserver(() => {
				if (!holds()) return;
				observer.disconnect();
				clearTimeout(giveUp);
				resolve();
			});
			observer.observe(document.body, { subtree: true, childList: true, attributes: true });
		});
	await until(() => find(button)?.disabled === false);
	const begin = performance.now();
	find(button)?.click();
	await until(() => !find(goes) && (appears === undefined || find(appears) !== undefined));
	return performance.now() - begin;
}
