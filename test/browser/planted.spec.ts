import { expect, test } from './app.ts';
import { openSample, plantSample } from './open-sample.ts';
import type { Page } from '@playwright/test';

test('the planted sample is what loading the sample keeps, to the last figure of the rollup', async ({
	page
}) => {
	await plantSample(page);
	const planted = await keptIn(page);
	await page.evaluate(forget);
	await page.goto('/');
	await page.locator('[data-action="load-sample"]').click();
	await expect(page.getByRole('meter').first()).toBeVisible();
	await expect.poll(() => keptIn(page)).toEqual(planted);
});

test('the planted sample opens as it is, with nothing to compute', async ({ page }) => {
	await plantSample(page);
	const planted = await page.evaluate(manifest);
	await openSample(page);
	expect(await page.evaluate(manifest)).toBe(planted);
});

/** What stands in the manifest but for its seal and the times of commit; its rollup goes by what is packed in it. */
async function keptIn(page: Page): Promise<string> {
	const sealed = await page.evaluate(manifest);
	const bare = sealed.replace(/^\{"sha256":"\w+",/, '').replaceAll(/"at":"[^"]*",/g, '');
	const [, rollup = ''] = /"rollup":\{"content":"contents\/(\w+)"/.exec(bare) ?? [];
	return rollup ? bare.replaceAll(rollup, await page.evaluate(unpackedName, rollup)) : bare;
}

/** Runs in the page: the checksum of a content, of one that is gzipped that of what is in it. */
async function unpackedName(content: string): Promise<string> {
	const origin = await navigator.storage.getDirectory();
	const root = await origin.getDirectoryHandle('thuocdo');
	const contents = await root.getDirectoryHandle('contents');
	const file = await (await contents.getFileHandle(content)).getFile();
	const [first] = new Uint8Array(await file.slice(0, 1).arrayBuffer());
	const stream = file.stream();
	const whole = first === 0x1f ? stream.pipeThrough(new DecompressionStream('gzip')) : stream;
	const bytes = await new Response(whole).arrayBuffer();
	return String(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

async function manifest(): Promise<string> {
	const origin = await navigator.storage.getDirectory();
	const root = await origin.getDirectoryHandle('thuocdo');
	const file = await (await root.getFileHandle('manifest.json')).getFile();
	return file.text();
}

async function forget(): Promise<void> {
	const origin = await navigator.storage.getDirectory();
	await origin.removeEntry('thuocdo', { recursive: true });
}
