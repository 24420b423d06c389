import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { chromium, type Page, test as plain } from '@playwright/test';
import { unzipSync } from 'fflate';
import { localDayOf } from '#lib/base/local-day.ts';
import { expect, test } from './app.ts';
import { openSample } from './open-sample.ts';
import { thuocdo } from './run-thuocdo.ts';
import { picker } from './submit-files.ts';
import { seen, watchKeptScreen } from './watch-kept-screen.ts';

const KINDS: Record<string, string> = {
	'.html': 'text/html',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.svg': 'image/svg+xml'
};

test('a package brings everything back: made, cleared, opened, the same figures', async ({
	page
}) => {
	await openSample(page);
	const before = await page.getByRole('meter').allTextContents();
	await page.goto('/submissions');
	await page.getByRole('button', { name: 'Sao lưu', exact: true }).click();
	await page.getByLabel('Mật khẩu', { exact: true }).fill('đêm qua sân trước một cành mai');
	await page.getByLabel('Nhập lại mật khẩu').fill('đêm qua sân trước một cành mai');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Tạo gói', exact: true }).click()
	]);
	const path = await download.path();
	await expect(page.locator('[data-last-backup]')).toContainText('Lần sao lưu gần nhất');

	await page.getByRole('button', { name: 'Xóa hết dữ liệu' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Xóa hết dữ liệu' }).click();
	await expect(page.getByRole('button', { name: 'Dùng dữ liệu mẫu' }).first()).toBeVisible();
	await page.goto('/submissions?lang=en');
	const bytes = await readFile(path);
	const file = { name: 'a.thuocdo', mimeType: 'application/zip' };
	const damaged = Buffer.from(bytes);
	damaged[damaged.length >> 1]! ^= 1;
	await picker(page).setInputFiles({ ...file, buffer: damaged });
	await expect(page.getByRole('alert')).toContainText('cut short or altered');
	await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
	await picker(page).setInputFiles({ ...file, buffer: bytes });
	await page.getByLabel('Passphrase of the package').fill('đêm qua sân trước một cành mai');
	await page.getByRole('button', { name: 'Unlock' }).click();
	await page.getByRole('button', { name: 'Take it in' }).click();
	await expect(page.getByText('The package a.thuocdo was taken in.')).toBeVisible();
	await page.goto('/');
	await expect(page.getByRole('meter').first()).toBeVisible({ timeout: 60_000 });
	expect(await page.getByRole('meter').allTextContents()).toEqual(before);
});

plain('a published branch opens under any path of a plain server, over plain http', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'thuocdo-'));
	const sheets = (await readdir('data/samples')).filter((name) => /^B1-2025/.test(name));
	const pack = join(folder, 'b1.thuocdo');
	thuocdo('package', ...sheets.map((name) => `data/samples/${name}`), '--out', pack);
	const site = join(folder, 'site', 'cong-bo');
	thuocdo('publish', pack, '--out', site, '--branch', 'MH-801', '--maker', 'Văn phòng');
	await noneElsewhere(site);
	const server = createServer(
		(request, response) => void serve(join(folder, 'site'), request.url ?? '', response)
	);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as { port: number };
	const browser = await chromium.launch({
		...plain.info().project.use.launchOptions,
		args: [
			...(plain.info().project.use.launchOptions?.args ?? []),
			'--host-resolver-rules=MAP lan.test 127.0.0.1'
		]
	});
	const page = await browser.newPage();
	const strays: string[] = [];
	page.on('request', (request) => {
		const inside = `http://lan.test:${port}/cong-bo/`;
		if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(inside.slice(0, -1)))
			strays.push(request.url());
	});
	page.on('pageerror', (error) => strays.push(String(error)));
	page.on('console', (message) => {
		if (/Security Policy/.test(message.text())) strays.push(message.text());
	});
	await page.addInitScript(watchKeptScreen);
	for (const [path, words] of [
		['', 'Do Văn phòng công bố'],
		['indicator/grassroots-rated-good?lang=en', 'Published by Văn phòng'],
		['submissions?lang=en', 'Published by Văn phòng']
	] as const) {
		await page.goto(`http://lan.test:${port}/cong-bo/${path}`);
		await expect(page.locator('[data-published]')).toContainText(words, { timeout: 30_000 });
		if (path === '') await expect(page.getByRole('meter').first()).toBeVisible();
		await expectSeen(page, path === '');
		await expect(page.locator('input[type=file]')).toHaveCount(0);
	}
	await page.goto(`http://lan.test:${port}/cong-bo/?lang=en`);
	await expectSeen(page, true);
	expect((await seen(page))?.ofDay).toHaveLength(1);
	const year = new Date().getFullYear();
	const isNewYear = localDayOf(Date.now()).endsWith('01-01');
	await page.clock.setFixedTime(`${year}-01-0${isNewYear ? 2 : 1}T05:00:00Z`);
	await page.reload();
	await expectSeen(page, true);
	expect((await seen(page))?.ofDay).toEqual([]);
	await page.clock.setFixedTime(`${year + 1}-03-01T05:00:00Z`);
	await page.reload();
	await expectSeen(page, false);
	await browser.close();
	server.close();
	expect(strays).toEqual([]);
});

test('a site made by the button opens from a folder of a plain server, and without it the second time', async ({
	page,
	browser
}) => {
	await openSample(page, '/submissions?lang=en');
	await page.getByRole('button', { name: 'Make a site for readers' }).click();
	const sheet = page.getByRole('dialog');
	await sheet.getByLabel('Name of the site').fill('Quý IV');
	await sheet.getByRole('searchbox').fill('MH-801');
	await sheet.getByRole('searchbox').press('Enter');
	await sheet.getByLabel('Let readers take').check();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		sheet.getByRole('button', { name: 'Make the site' }).click()
	]);
	const folder = await mkdtemp(join(tmpdir(), 'thuocdo-'));
	const site = join(folder, 'quy-4');
	for (const [path, bytes] of Object.entries(unzipSync(await readFile(await download.path())))) {
		await mkdir(dirname(join(site, path)), { recursive: true });
		await writeFile(join(site, path), bytes);
	}
	await noneElsewhere(site);
	const server = createServer(
		(request, response) => void serve(folder, request.url ?? '', response)
	);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as { port: number };
	const context = await browser.newContext({ serviceWorkers: 'allow' });
	const reader = await context.newPage();
	const errors: string[] = [];
	reader.on('pageerror', (error) => errors.push(String(error)));
	const address = `http://localhost:${port}/quy-4/`;
	await reader.goto(`${address}?lang=en`);
	await expect(reader.locator('[data-published]')).toContainText('Quý IV');
	const figures = reader.getByRole('meter');
	await expect(figures.first()).toBeVisible();
	const before = await figures.allTextContents();
	expect(before.join('')).toMatch(/\d/);
	await reader.goto(`${address}trace?code=3X24-6PWP-DFD6-Q08W&lang=en`);
	await expect(reader.locator('[data-trace=field]')).toHaveValue('3X24-6PWP-DFD6-Q08W');
	await reader.goto(`${address}reports?report=quarter&lang=en`);
	await expect(reader.locator('[data-action=save-report]')).toHaveCount(0);
	await expect
		.poll(() => reader.evaluate(() => navigator.serviceWorker.controller?.state), {
			timeout: 60_000
		})
		.toBe('activated');
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
	for (const path of ['', 'indicator/grassroots-rated-good', 'unit/']) {
		await reader.goto(`${address}${path}?lang=en`);
		await expect(reader.locator('[data-published]')).toContainText('Quý IV');
		if (path === '') await expect(figures.first()).toBeVisible();
		if (path === '') expect(await figures.allTextContents()).toEqual(before);
	}
	await context.close();
	expect(errors).toEqual([]);
});

test('a package that was merged is taken out again by one press', async ({ page }) => {
	await openSample(page);
	const before = await page.getByRole('meter').allTextContents();
	const pack = join(await mkdtemp(join(tmpdir(), 'thuocdo-')), 'b1.thuocdo');
	const examples = 'test/fixtures/examples';
	thuocdo('package', `${examples}/B1.csv`, '--units', `${examples}/units.csv`, '--out', pack);
	await page.goto('/submissions?lang=en');
	await picker(page).setInputFiles(pack);
	await page.getByRole('button', { name: 'Merge', exact: true }).click();
	await expect(page.getByText('The package “b1.thuocdo” was merged.')).toBeVisible();
	await page.locator('[data-action=undo-merge]').click();
	await expect(page.getByText('was taken out')).toBeVisible();
	await expect(page.locator('[data-action=undo-merge]')).toHaveCount(0);
	await page.goto('/');
	await expect(page.getByRole('meter').first()).toBeVisible({ timeout: 60_000 });
	expect(await page.getByRole('meter').allTextContents()).toEqual(before);
});

/** Before the app its first page showed the same figures, or nothing where that is not to be. */
async function expectSeen(page: Page, isShown: boolean): Promise<void> {
	await expect(page.locator('#app [data-published]')).toBeVisible();
	await expect(page.locator('kept-screen')).toHaveCount(0);
	const meters = await page
		.locator('#app')
		.getByRole('meter')
		.evaluateAll((all) => all.map((each) => each.getAttribute('aria-valuetext') ?? ''));
	const expected = isShown ? { meters, isDouble: false } : null;
	const found = await seen(page);
	expect(found && { meters: found.meters, isDouble: found.isDouble }).toEqual(expected);
}

/** No file of the site names a unit other than the branch's, the app's own files included. */
async function noneElsewhere(site: string): Promise<void> {
	const units = (await readFile('data/units/minh-hoa.csv', 'utf8')).split('\n').slice(1);
	const others = units
		.map((line) => line.split(','))
		.filter(([code = '']) => code.length > 2 && code !== 'MH-801')
		.flatMap(([code = '', name = '']) => [code, name]);
	const found = new Set<string>();
	for (const entry of await readdir(site, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const bytes = await readFile(join(entry.parentPath, entry.name));
		const text = (entry.name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
		for (const other of others) if (text.includes(other)) found.add(`${other} in ${entry.name}`);
	}
	expect([...found]).toEqual([]);
}

/** Files as they lie in the folder, an index for a folder, and nothing else. */
async function serve(folder: string, url: string, response: ServerResponse): Promise<void> {
	const path = decodeURIComponent(new URL(url, 'http://x').pathname);
	const file = path.endsWith('/') ? `${path}index.html` : path;
	try {
		const bytes = await readFile(join(folder, file));
		response.setHeader('content-type', KINDS[extname(file)] ?? 'application/octet-stream');
		response.end(bytes);
	} catch (error) {
		const isFolder = (error as NodeJS.ErrnoException).code === 'EISDIR';
		const query = new URL(url, 'http://x').search;
		response
			.writeHead(isFolder ? 301 : 404, isFolder ? { location: `${path}/${query}` } : {})
			.end();
	}
}
