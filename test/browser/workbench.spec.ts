import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { openSample, plantSample } from './open-sample.ts';

const editor = (page: Page) => page.locator('.cm-content');
const summary = (page: Page) => page.locator('[data-summary]');
const rows = (page: Page) => page.locator('main tbody tr[aria-rowindex]');
const linkTo = (query: string, more = ''): string =>
	`/workbench?sql=${encodeURIComponent(query)}${more}`;

/** Writes a query in place of the one that stands there, and runs it by the keyboard. */
async function ask(page: Page, query: string): Promise<void> {
	await editor(page).focus();
	await page.keyboard.press('Control+a');
	await page.keyboard.insertText(query);
	await page.keyboard.press('Control+Enter');
}

test('an example answers, its rows are ordered, drawn, and stand in the link', async ({ page }) => {
	await openSample(page, '/workbench');
	await page.locator('[data-example="wards-below"]').click();
	await expect(summary(page)).toContainText('dòng');
	const first = rows(page).first().locator('td').first();
	const lowest = await first.innerText();
	await page.getByRole('button', { name: 'Sắp xếp theo percent' }).click();
	await expect(page).toHaveURL(/sort=-percent/);
	await expect(first).not.toHaveText(lowest);
	const highest = await first.innerText();

	await page.getByRole('button', { name: 'Biểu đồ', exact: true }).click();
	const drawing = page.getByRole('group', { name: 'percent theo unit_name' });
	await expect(drawing).toContainText('thấp nhất');
	await drawing.focus();
	await page.keyboard.press('Home');
	await expect(drawing.getByRole('status')).toContainText(highest);

	const address = page.url();
	await page.goto('/');
	await page.goto(address);
	await expect(drawing).toContainText('thấp nhất');
	await expect(editor(page)).toContainText('percent < 25');
});

test('a drawn answer is taken along as picture and as data, with its query in the frame', async ({
	page
}) => {
	await openSample(
		page,
		linkTo(`SELECT unit_name, numerator, percent FROM totals
			WHERE indicator = 'plan-women' AND period = '2024' AND percent < 25 ORDER BY percent`)
	);
	await page.getByRole('button', { name: 'Biểu đồ', exact: true }).click();
	await page.getByRole('button', { name: 'Tải biểu đồ “percent theo unit_name”' }).click();
	const sheet = page.getByRole('dialog', { name: 'Tải biểu đồ' });
	await expect(sheet.getByRole('img')).toHaveJSProperty('naturalWidth', 960);
	const take = async (name: string): Promise<Buffer> => {
		const coming = page.waitForEvent('download');
		await sheet.getByRole('button', { name, exact: true }).click();
		return readFile(await (await coming).path());
	};
	const svg = (await take('SVG')).toString('utf8');
	for (const words of ['Nguồn: ', 'nên không có mã truy vết', 'Câu lệnh: SELECT unit_name'])
		expect(svg).toContain(words);
	expect(svg).not.toMatch(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/);
	expect((await take('PNG')).readUInt32BE(16)).toBe(1920);

	const drawn = await page.locator('.drawing li .value').allInnerTexts();
	expect(drawn.length).toBeGreaterThan(1);
	const shown = (await take('CSV')).toString('utf8');
	for (const value of drawn) expect(shown).toContain(`"${value}"`);
	await sheet.getByRole('button', { name: `Đầy đủ (${drawn.length} dòng)` }).click();
	const full = (await take('CSV')).toString('utf8').trim().split('\r\n');
	expect(full).toHaveLength(1 + drawn.length);
	expect(full[0]).toBe('unit_name,numerator,percent,Nguồn');
	expect(full[1]).toMatch(/,\d+,\d+(\.\d+)?,/);
	expect((await take('Excel')).subarray(0, 2).toString()).toBe('PK');
	expect((await take('Parquet')).subarray(0, 4).toString()).toBe('PAR1');
	expect(await axeFaults(page, { within: 'dialog' })).toEqual([]);
});

test('figures are exact, NULL is told from nothing, and the file holds them all', async ({
	page
}) => {
	await openSample(
		page,
		linkTo(`SELECT range AS n, 170141183460469231731687303715884105727 AS huge, -1.50 AS less, NULL AS nothing,
			'=1+1' AS formula FROM range(10500)`)
	);
	await expect(summary(page)).toContainText('10.000 dòng đầu trong 10.500 dòng');
	await expect(rows(page).first().locator('td')).toHaveText([
		'0',
		'170.141.183.460.469.231.731.687.303.715.884.105.727',
		'-1,50',
		'NULL',
		'=1+1',
		''
	]);
	expect(await rows(page).count()).toBeLessThan(60);
	await page.getByRole('region', { name: 'Bảng kết quả' }).focus();
	await page.keyboard.press('End');
	await expect(page.locator('tr[aria-rowindex="10001"]')).toBeVisible();

	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Tải CSV cả 10.500 dòng' }).click();
	const lines = (await readFile(await (await downloading).path(), 'utf8')).trim().split('\r\n');
	expect(lines).toHaveLength(10_501);
	expect(lines[1]).toBe(`0,170141183460469231731687303715884105727,-1.50,,'=1+1`);
	// The log tells of the file, within this while: no figure has changed.
	await page.waitForTimeout(1000);
	await expect(page.getByText('Số liệu đã thay đổi sau lần chạy này')).toHaveCount(0);
});

test('a query that is refused says why and where, in both languages', async ({ page }) => {
	await openSample(page, linkTo('SELECT unit,\n  nope\nFROM totals'));
	const fault = page.locator('[data-fault]');
	await expect(fault).toContainText('Không có tên “nope”. Dòng 2, cột 3.');
	await expect(page.locator('.cm-fault')).toHaveText('nope');
	await page.getByRole('button', { name: 'Đến chỗ lỗi' }).click();
	await page.keyboard.insertText('period');
	await page.keyboard.press('Control+Enter');
	await expect(rows(page).first()).toBeVisible();

	await page.goto(linkTo('DROP VIEW totals', '&lang=en'));
	await expect(fault).toContainText('The workbench only reads: DROP is not possible here.');
	for (const [query, kind] of [
		['SELECT 1; DROP VIEW totals', 'several'],
		[`SELECT * FROM read_csv('https://example.org/a.csv')`, 'forbidden'],
		[`SELECT * FROM 'a.parquet'`, 'name'],
		['SELECT 1 +', 'syntax']
	] as const) {
		await ask(page, query);
		await expect(page.locator(`[data-fault="${kind}"]`)).toBeVisible();
	}
});

test('a query that runs away is stopped, and the app goes on', async ({ page }) => {
	await openSample(page, linkTo('SELECT count(*) FROM range(1000000000000) a, range(1000000) b'));
	const stop = page.getByRole('button', { name: 'Dừng' });
	await expect(page.getByText(/Đang chạy … \d+ giây/)).toBeVisible();
	await stop.click();
	await expect(summary(page)).toContainText('Đã dừng');
	await ask(page, 'SELECT 6 * 7 AS answer');
	await expect(rows(page).first()).toContainText('42');
	await page.goto('/');
	await expect(page.getByRole('meter').first()).toBeVisible();
});

test('with the keyboard alone a query is suggested, run, kept, renamed, deleted and brought back', async ({
	page
}) => {
	await plantSample(page);
	await page.goto('/workbench?lang=en');
	await expect(editor(page)).toBeVisible();
	await page.keyboard.press('f');
	await page.keyboard.press('Control+a');
	await page.keyboard.type('SELECT count(*) AS all_of_them FROM subm');
	await expect(page.getByRole('option', { name: /^submissions/ })).toBeVisible();
	// A suggestion takes no key in its first moment, so that none is taken by mistake.
	await page.waitForTimeout(200);
	await page.keyboard.press('Enter');
	await page.keyboard.press('Control+Enter');
	await expect(summary(page)).toContainText('1 rows');

	await editor(page).focus();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: 'Save query' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('Name of the query')).toBeFocused();
	await page.keyboard.type('How many');
	await page.keyboard.press('Enter');

	const saved = page.locator('[data-list="saved"]');
	await saved.locator('summary').focus();
	await page.keyboard.press('Enter');
	await saved.getByRole('button', { name: 'Rename “How many”' }).focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Control+a');
	await page.keyboard.type('All of them');
	await page.keyboard.press('Enter');
	await saved.getByRole('button', { name: 'Delete “All of them”' }).focus();
	await page.keyboard.press('Enter');
	await expect(saved).toContainText('“All of them” was deleted.');
	await saved.getByRole('button', { name: 'Undo' }).focus();
	await page.keyboard.press('Enter');

	await page.reload();
	await saved.locator('summary').focus();
	await page.keyboard.press('Enter');
	await saved.getByRole('button', { name: 'All of them', exact: true }).focus();
	await page.keyboard.press('Enter');
	await expect(rows(page).first()).toBeVisible();
});

test('without figures the page says what to do', async ({ page }) => {
	await page.goto('/workbench');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Bàn phân tích');
	await expect(page.getByText('Chưa có số liệu để phân tích')).toBeVisible();
	await page.goto('/workbench?lang=en');
	await expect(page.getByText('Nothing to analyse yet')).toBeVisible();
});
