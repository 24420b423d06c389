import type { Page } from '@playwright/test';
import { showAllRows } from '#scripts/look/show-all-rows.ts';

/** Opens the path and waits until nothing on it is on its way any more: figures, fonts, pictures. */
export async function openSettled(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await showAllRows(page);
	await settled(page);
}

/** Waits until nothing on the page is on its way any more. */
export async function settled(page: Page): Promise<void> {
	await page.getByRole('heading', { level: 1 }).first().waitFor();
	await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
	await page.evaluate(() => document.fonts.ready.then(() => undefined));
	await repainted(page);
}

/** Waits until a change of theme or width has reached the screen: until then colours of before and after stand together. */
export async function repainted(page: Page): Promise<void> {
	await page.evaluate(async () => {
		for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
	});
}

/** How far the page can be scrolled sideways, in pixels. */
export function sidewaysScroll(page: Page): Promise<number> {
	return page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
}
