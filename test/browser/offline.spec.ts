import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { BUILD } from '#scripts/build.mjs';
import { serve } from '#scripts/serve.mjs';
import { expect, type Page, test } from '@playwright/test';
import sirv from 'sirv';
import { bring, commit, gauge, GOLDEN, OWN_UNITS } from './submit-files.ts';

test.use({ serviceWorkers: 'allow' });

test('with the server stopped, a second visit imports a file, computes and exports', async ({
	context,
	page
}) => {
	const site = await serve({ port: 0 });
	await page.goto(site.origin);
	await isKept(page);
	await page.close();
	await site.close();

	const again = await context.newPage();
	await useExampleUnits(again, site.origin);
	await bring(again, 'examples/B1.csv');
	await commit(again);
	await again.goto(`${site.origin}/?unit=MH`);
	await expect(gauge(again)).toHaveAttribute('aria-valuenow', GOLDEN.original);
	await again.goto(`${site.origin}/reports?report=brief`);
	const handed = again.waitForEvent('download');
	await again.getByRole('button', { name: 'Tạo tệp' }).click();
	expect((await handed).suggestedFilename()).toMatch(/\.zip$/);
	for (const view of ['scorecard', 'indicator/grassroots-rated-good', 'workbench', 'guide']) {
		await again.goto(`${site.origin}/${view}`);
		await expect(again.getByRole('heading', { level: 1 })).toBeVisible();
	}
});

test('a new version waits until it is asked for, and until running work is done', async ({
	page
}) => {
	const site = await serveInVersions();
	await page.goto(site.origin);
	await isKept(page);
	await useExampleUnits(page, site.origin);
	await bring(page, 'examples/B1.csv');
	await expect(page.getByRole('button', { name: 'Nộp 1 biểu' })).toBeVisible();
	const before = await page.evaluate(() => performance.timeOrigin);

	site.version = 'next';
	await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
	await page.getByRole('button', { name: 'Tải lại ngay' }).press('Enter');
	await expect(page.getByText('Trang sẽ tự tải lại để mở bản mới')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Để sau' })).toBeFocused();
	expect(await page.evaluate(() => performance.timeOrigin)).toBe(before);

	await page.getByRole('button', { name: 'Nộp 1 biểu' }).click();
	await expect
		.poll(() => page.evaluate(() => performance.timeOrigin).catch(() => before))
		.not.toBe(before);
	await page.goto(`${site.origin}/?unit=MH`);
	await expect(gauge(page)).toHaveAttribute('aria-valuenow', GOLDEN.original);
	site.server.close();
});

test('the site opens and is kept under any path', async ({ page }) => {
	const moved = (await readFile(join(BUILD, '200.html'), 'utf8')).replaceAll('="/', '="/leaders/');
	const give = sirv(BUILD);
	const server = createServer((request, response) => {
		const path = request.url?.replace(/^\/leaders/, '') ?? '';
		Object.assign(request, { url: path });
		const answerPage = (): void => void response.setHeader('Content-Type', 'text/html').end(moved);
		if (path === '/') answerPage();
		else give(request, response, answerPage);
	});
	const origin = await listen(server);
	await page.goto(`${origin}/leaders/`);
	await isKept(page);
	server.close();
	server.closeAllConnections();
	await page.goto(`${origin}/leaders/scorecard`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

/** Waits until the page is served by what was kept of the whole site. */
async function isKept(page: Page): Promise<void> {
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
		timeout: 120_000
	});
}

async function useExampleUnits(page: Page, origin: string): Promise<void> {
	await page.goto(`${origin}/submissions`);
	await bring(page, 'examples/units.csv');
	await page.getByRole('button', { name: 'Dùng danh sách này' }).click();
	await expect(page.getByText(OWN_UNITS)).toBeVisible();
}

/** The built site, whose service worker says to be of another version as soon as one is named. */
async function serveInVersions(): Promise<{ origin: string; version?: string; server: Server }> {
	const give = sirv(BUILD, { single: '200.html' });
	const built = await readFile(join(BUILD, 'service-worker.js'), 'utf8');
	const server = createServer((request, response) => {
		if (request.url !== '/service-worker.js' || !site.version) return give(request, response);
		const next = built.replace(/"version":"\w+"/, `"version":"${site.version}"`);
		response.setHeader('Content-Type', 'text/javascript').end(next);
	});
	const site: { origin: string; version?: string; server: Server } = { origin: '', server };
	site.origin = await listen(server);
	return site;
}

async function listen(server: Server): Promise<string> {
	await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
	return `http://localhost:${(server.address() as AddressInfo).port}`;
}
