import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { plantSample } from './open-sample.ts';

const WOMEN = 'Nữ trong quy hoạch';

function grid(page: Page): Locator {
	return page.getByRole('grid', { name: /^Bảng điểm các đơn vị thuộc/ });
}

/** The names of the units in sight, the one in view first. */
function names(page: Page): Locator {
	return grid(page).getByRole('rowheader');
}

function cell(page: Page, place: string): Locator {
	return page.locator(`[data-cell="${place}"]`);
}

async function open(page: Page, query: string): Promise<void> {
	await plantSample(page);
	await page.goto(`/scorecard${query}`);
	await expect(page.getByRole('grid')).toBeVisible({ timeout: 60_000 });
}

test('units are sorted, filtered and searched, and the address keeps it', async ({ page }) => {
	await open(page, '?period=2024&rows=leaves&cols=plan-women');
	await expect(page.getByText('51/51 đơn vị, 1 chỉ tiêu, năm 2024')).toBeVisible();

	await grid(page).getByRole('button', { name: WOMEN }).click();
	await expect(page).toHaveURL(/sort=plan-women/);
	const head = grid(page).getByRole('columnheader', { name: WOMEN });
	await expect(head).toHaveAttribute('aria-sort', 'ascending');
	await expect(cell(page, '2 1')).toHaveAttribute('data-status', 'not-met');

	await page.getByRole('combobox', { name: 'Lọc đơn vị chưa đạt' }).selectOption('plan-women');
	await expect(page).toHaveURL(/miss=plan-women/);
	await expect(page.getByText('18/51 đơn vị, 1 chỉ tiêu, năm 2024')).toBeVisible();
	await expect(grid(page).locator('[data-status=met]')).toHaveCount(1);

	await page.getByRole('searchbox', { name: 'Tìm đơn vị' }).fill('phuong 2');
	await expect(names(page)).toHaveCount(2);
	await expect(page).toHaveURL(/q=phuong\+2/);
	await page.reload();
	await expect(names(page).last()).toContainText('Đảng bộ phường 2');

	await page.getByRole('searchbox', { name: 'Tìm đơn vị' }).fill('không có đâu');
	await expect(page.getByText('Không có đơn vị nào khớp')).toBeVisible();
	await page.getByRole('button', { name: 'Bỏ tìm và lọc' }).click();
	await expect(page.getByText('51/51 đơn vị, 1 chỉ tiêu, năm 2024')).toBeVisible();
});

test('the keyboard alone leads down the tree and back, to a figure, and to where it comes from', async ({
	page
}) => {
	await open(page, '?period=2024');
	await page.keyboard.press('f');
	await expect(page.getByRole('searchbox', { name: 'Tìm đơn vị' })).toBeFocused();
	await cell(page, '1 1').focus();
	await page.keyboard.press('Home');
	await page.keyboard.press('ArrowDown');
	await expect(cell(page, '2 0')).toBeFocused();
	const district =
		(await cell(page, '2 0')
			.getByText(/^Đảng bộ/)
			.textContent()) ?? '';

	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toContainText(district);
	await expect(cell(page, '2 0')).toBeFocused();
	await page.keyboard.press('Backspace');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('thành phố Minh Họa');
	await expect(cell(page, '2 0')).toBeFocused();
	await expect(cell(page, '2 0')).toContainText(district);

	await page.keyboard.press('End');
	await expect(cell(page, '2 38')).toBeFocused();
	await expect(cell(page, '2 38')).toBeInViewport();
	await page.keyboard.press('Home');
	await page.keyboard.press('ArrowRight');
	const said = await cell(page, '2 1').getAttribute('aria-label');
	await page.keyboard.press('.');
	await expect(page).toHaveURL(/\/trail\/grassroots-rated-good\?unit=MH-\w+&period=2024/);
	await expect(page.getByRole('table').first()).toBeVisible({ timeout: 60_000 });
	await page.goBack();
	await cell(page, '2 1').focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/indicator\/grassroots-rated-good\?unit=MH-\w+&period=2024/);
	expect(said).toMatch(/^\d+,\d+%, (Đạt|Chưa đạt)/);
});

test('a field that holds the focus keeps it while the table scrolls', async ({ page }) => {
	await open(page, '?period=2024&rows=branch');
	await cell(page, '2 1').focus();
	await grid(page).evaluate((frame) => frame.scrollTo(0, frame.scrollHeight));
	await expect(names(page).last()).toBeInViewport();
	await expect(cell(page, '2 1')).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(cell(page, '3 1')).toBeFocused();
	await expect(cell(page, '3 1')).toBeInViewport();
});

test('rows that come into sight say the same whether one scrolls to them or jumps', async ({
	page
}) => {
	await open(page, '?period=2024&rows=branch');
	await cell(page, '4 1').focus();
	await grid(page).evaluate(scrollSteadily);
	await expect(cell(page, '4 1')).toBeFocused();
	const scrolled = await rowsOf(page);
	await grid(page).evaluate((frame) => frame.scrollTo(0, 0));
	await expect(names(page).nth(2)).toBeInViewport();
	await grid(page).evaluate((frame) => frame.scrollTo(0, frame.scrollHeight));
	await expect(names(page).last()).toBeInViewport();
	expect(await rowsOf(page)).toEqual(scrolled);
});

/** Runs in the page: by two rows a frame to the end. */
async function scrollSteadily(frame: Element): Promise<void> {
	for (let before = -1; frame.scrollTop > before;) {
		before = frame.scrollTop;
		frame.scrollBy(0, 84);
		await new Promise(requestAnimationFrame);
	}
	await new Promise(requestAnimationFrame);
}

/** What stands in the rows that are in the page, in their order there. */
function rowsOf(page: Page): Promise<(string | null)[][]> {
	return grid(page).evaluate((frame) =>
		[...frame.querySelectorAll('[role=row]')].map((row) => [
			row.getAttribute('aria-rowindex'),
			...[...row.querySelectorAll('[data-cell]')].map(
				(each) =>
					`${each.getAttribute('data-cell')} ${each.outerHTML.replace(/ class="[^"]*"/g, '')}`
			)
		])
	);
}

test('columns are chosen by document or field, and change places with the rows', async ({
	page
}) => {
	await open(page, '?period=2024');
	await page.getByRole('button', { name: /^Cột: \d+ chỉ tiêu/ }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('button', { name: 'Bốn chỉ tiêu chính' }).click();
	await dialog.getByRole('button', { name: 'Lĩnh vực' }).click();
	await dialog.getByRole('searchbox').fill('nu cap uy vien');
	await dialog.getByRole('checkbox', { name: /^Nữ cấp ủy viên/ }).check();
	await page.keyboard.press('Escape');
	await expect(grid(page).getByRole('columnheader')).toHaveCount(6);
	await expect(page).toHaveURL(/cols=grassroots-rated-good.*women-committee/);

	await page.keyboard.press('x');
	await expect(page).toHaveURL(/flip=1/);
	await expect(names(page)).toHaveCount(5);
	await expect(names(page).nth(2)).toContainText(WOMEN);
});

test('the table is copied and downloaded as it is shown', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await open(page, '?period=2024&cols=plan-women&sort=-plan-women');
	await page.getByRole('button', { name: 'Chép bảng' }).click();
	await expect(page.getByText('Đã chép bảng 14 đơn vị.')).toBeVisible();
	const text = await page.evaluate(() => navigator.clipboard.readText());
	expect(text).toMatch(/^Đơn vị\tNữ trong quy hoạch \(từ 25%\)\nĐảng bộ thành phố Minh Họa\t/);

	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Tải bảng (CSV)' }).click();
	const download = await downloading;
	expect(download.suggestedFilename()).toBe('bang-diem-MH-2024.csv');
	const csv = await readFile(await download.path(), 'utf8');
	expect(csv).toContain('Mã đơn vị,Đơn vị,Nữ trong quy hoạch (từ 25%) – giá trị');
	expect(csv.trim().split('\n')).toHaveLength(15);
});

test('a unit without units below it, and a workspace without figures, say what to do', async ({
	page
}) => {
	await page.goto('/scorecard');
	await expect(page.getByText('Chưa có số liệu để lập bảng điểm')).toBeVisible();
	await plantSample(page);
	await page.goto('/scorecard?unit=MH-801');
	await expect(page.getByText('Đơn vị này không có đơn vị trực thuộc')).toBeVisible();
	await page.getByRole('link', { name: 'Mở trang đơn vị' }).click();
	await expect(page).toHaveURL(/\/unit\?unit=MH-801/);
});

test('it speaks English, with the names of units in Vietnamese', async ({ page }) => {
	await open(page, '?period=2024&lang=en');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Scorecard · Đảng bộ thành phố Minh Họa'
	);
	await expect(page.getByRole('heading', { level: 1 }).locator('[lang=vi]')).toHaveText(/^Đảng bộ/);
	await expect(cell(page, '1 1')).toHaveAttribute('aria-label', /^92\.65%, Met, /);
});
