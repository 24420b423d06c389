import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { openSample } from './open-sample.ts';
import { seen, watchKeptScreen } from './watch-kept-screen.ts';

test('a visit begins with what the last one showed, until the app stands in its place', async ({
	page
}) => {
	await openSample(page);
	await isKept(page);
	await page.addInitScript(watchKeptScreen);
	await page.reload();
	await expect(page.getByRole('meter')).toHaveCount(4);
	const meters = await page
		.getByRole('meter')
		.evaluateAll((all) => all.map((each) => each.getAttribute('aria-valuetext') ?? ''));
	expect(await seen(page)).toMatchObject({ meters, isDouble: false });
	await expect(page.locator('kept-screen')).toHaveCount(0);
	await page.keyboard.press('t');
	await expect(page.getByRole('table').first()).toBeVisible();

	await page.goto('/?lang=en');
	await expect(page.getByRole('meter')).toHaveCount(4);
	expect(await seen(page)).toBeNull();
});

test('the app is fetched once the kept screen is painted, or half a second later', async ({
	page
}) => {
	await openSample(page);
	await isKept(page);
	await page.addInitScript(watchKeptScreen);
	await page.reload();
	await page.waitForFunction(() => 'keptScreenAt' in globalThis);
	await expect(page.locator('kept-screen')).toHaveCount(0);
	const { drawn, painted, fetched } = await page.evaluate(() => {
		const [paint] = performance.getEntriesByName('first-contentful-paint');
		const scripts = performance
			.getEntriesByType('resource')
			.filter(({ name }) => name.endsWith('.js') && !name.includes('/entry/begin.'));
		return {
			drawn: (globalThis as { keptScreenAt?: number }).keptScreenAt ?? Number.NaN,
			painted: paint?.startTime ?? Number.NaN,
			fetched: Math.min(...scripts.map(({ startTime }) => startTime))
		};
	});
	expect(painted).toBeGreaterThanOrEqual(drawn);
	expect(fetched).toBeGreaterThanOrEqual(Math.min(painted, drawn + 500));
});

test('a visit never begins with what does not hold any more', async ({ page }) => {
	await openSample(page);
	await isKept(page);
	await page.goto('/submissions');
	await page.getByRole('button', { name: 'Xóa hết dữ liệu' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Xóa hết dữ liệu' }).click();
	await expect(page.getByRole('button', { name: 'Dùng dữ liệu mẫu' }).first()).toBeVisible();
	await page.addInitScript(watchKeptScreen);
	await page.goto('/');
	await expect(page.getByRole('button', { name: 'Dùng dữ liệu mẫu' }).first()).toBeVisible();
	expect(await seen(page)).toBeNull();
});

test.describe('a workspace that cannot be opened', () => {
	test.use({ expectedErrors: [/BroadcastChannel is not a constructor/] });

	test('leaves the app to be seen, in place of the kept screen', async ({ page }) => {
		await openSample(page);
		await isKept(page);
		await page.addInitScript(() => {
			Object.assign(globalThis, { BroadcastChannel: undefined });
		});
		await page.reload();
		await expect(page.locator('kept-screen')).toHaveCount(0);
		await expect(page.getByRole('banner')).toBeVisible();
	});
});

async function isKept(page: Page): Promise<void> {
	const count = (): Promise<number> =>
		page.evaluate(async () => {
			const origin = await navigator.storage.getDirectory();
			const root = await origin.getDirectoryHandle('thuocdo');
			const folder = await root.getDirectoryHandle('first', { create: true });
			let files = 0;
			for await (const name of folder.keys()) files += name.endsWith('.json') ? 1 : 0;
			return files;
		});
	await expect.poll(count, { timeout: 30_000 }).toBe(1);
}
