import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { writeBriefing } from '#lib/export/write-briefing.ts';
import { smallReport } from '#test/fixtures/reports/small-report.ts';
import { expect, test } from '@playwright/test';
import { axeFaults } from './axe-faults.ts';

let address: string;

test.beforeAll(async () => {
	const file = test.info().outputPath('briefing.html');
	const html = await writeBriefing(
		{ vi: smallReport('vi'), en: smallReport('en') },
		{
			first: 'vi',
			script: readFileSync('static/briefing/briefing.js', 'utf8'),
			style: readFileSync('static/briefing/briefing.css', 'utf8')
		}
	);
	writeFileSync(file, html);
	address = pathToFileURL(file).href;
});

test('opens from a file and asks nothing of anyone', async ({ page }) => {
	const asked: string[] = [];
	const faults: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	page.on('console', (message) => faults.push(message.text()));
	page.on('pageerror', (error) => faults.push(error.message));
	await page.goto(address);
	await page.getByRole('button', { name: 'English' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Results of the indicators');
	expect({ asked, faults }).toEqual({ asked: [address], faults: [] });
});

test('tells each value of a chart to pointer and keys', async ({ page }) => {
	await page.goto(address);
	const chart = page.locator('.report:not([hidden]) .picture').first();
	await chart.hover({ position: { x: 300, y: 60 } });
	await expect(page.locator('#tip')).toHaveText(/Tỷ lệ: 92,42% · Đạt/);
	await chart.focus();
	for (const words of ['Phường Quảng Ngạnh', 'Xã Đông Ưởng', 'Phường Ỷ La']) {
		await page.keyboard.press('ArrowDown');
		await expect(page.locator('#said')).toContainText(words);
	}
	await expect(page.locator('#tip')).toContainText('90,00% · Chưa đủ căn cứ · số tạm thời');
	await page.keyboard.press('Escape');
	await expect(page.locator('#tip')).toBeHidden();
});

test('shows the figures of a chart as a table, and copies a table', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read']);
	await page.goto(address);
	await page.getByText('Số liệu của biểu đồ').first().click();
	await expect(page.getByRole('cell', { name: '81,30% · Chưa đạt' }).first()).toBeVisible();
	await page.getByRole('button', { name: 'Chép bảng' }).click();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied.split('\n')[1]).toMatch(
		/^\tĐảng bộ thành phố Minh Họa\t1\.220\t1\.320\t92,42% \[p\]\tĐạt/
	);
	expect(copied).toContain('\'=HYPERLINK("x")');
});

test('axe finds nothing wrong in light and dark, wide and narrow, and nothing is cut', async ({
	page
}) => {
	for (const [width, colorScheme] of [
		[1280, 'light'],
		[320, 'dark']
	] as const) {
		await page.setViewportSize({ width, height: 800 });
		await page.emulateMedia({ colorScheme });
		await page.goto(address);
		expect(await axeFaults(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
	}
});

test('keeps to the width of a page on paper, or the browser would shrink every letter', async ({
	page
}) => {
	const TEXT_WIDTH = 624;
	await page.setViewportSize({ width: TEXT_WIDTH, height: 900 });
	await page.emulateMedia({ media: 'print' });
	await page.goto(address);
	await expect(page.getByText('ĐẢNG CỘNG SẢN VIỆT NAM')).toBeVisible();
	await expect(page.getByRole('button')).toHaveCount(0);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(TEXT_WIDTH);
});
