import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { openSample } from './open-sample.ts';

const GOOD = 'grassroots-rated-good';

/** The fields of an indicator, side by side. */
function fieldsOf(page: Page, indicator: string): Locator {
	return page.locator(`[data-indicator="${indicator}"] td`);
}

function sides(page: Page): Promise<(string | null)[]> {
	return page
		.locator('[data-side]')
		.evaluateAll((heads) => heads.map((head) => head.getAttribute('data-side')));
}

test('units stand side by side, each held against the first in percentage points', async ({
	page
}) => {
	await openSample(page, '/compare?with=MH-801,MH-802');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('So sánh');
	const fields = fieldsOf(page, GOOD);
	await expect(fields).toHaveCount(2);
	await expect(fields.nth(0)).toContainText('98,15%');
	await expect(fields.nth(1)).toContainText('−5,04 điểm %');
	await expect(fields.nth(1)).toContainText('Đạt');
	await expect(fields.nth(1).getByRole('img')).toHaveAccessibleName(
		/Đảng bộ phường An Bình: 93,10%/
	);
	await expect(page.locator('[data-side="MH-801"]')).toContainText('Mốc so sánh');

	await page.goto('/compare?with=MH-802,MH-801&lang=en');
	await expect(fieldsOf(page, GOOD).nth(1)).toContainText('+5.04 pts');
	await expect(page.locator('[data-side="MH-802"]')).toContainText('Baseline');
});

test('a comparison is taken along as picture and as data', async ({ page }) => {
	await openSample(page, '/compare?with=MH-801,MH-802');
	await page.getByRole('button', { name: 'Tải biểu đồ “So sánh”' }).click();
	const sheet = page.getByRole('dialog', { name: 'Tải biểu đồ' });
	await expect(sheet.getByRole('img')).toHaveJSProperty('complete', true);
	for (const [format, parts] of [
		['SVG', ['Đảng bộ phường Minh Trung', '98,15%', '93,10%', 'Nguồn: ']],
		['CSV', ['Đảng bộ phường An Bình', '98,15%', '93,10%', 'Đạt']]
	] as const) {
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			sheet.getByRole('button', { name: format }).click()
		]);
		const words = await readFile(await download.path(), 'utf8');
		for (const part of parts) expect(words).toContain(part);
	}
});

test('periods of one unit stand side by side, a change of rules between them is marked', async ({
	page
}) => {
	await openSample(page, '/compare?periods=2023,2024,2025');
	const fields = fieldsOf(page, GOOD);
	await expect(fields).toHaveCount(3);
	await expect(fields.nth(1)).not.toContainText('‡');
	await expect(fields.nth(2)).toContainText('‡');
	await expect(page.getByText(/^‡ Quy định về số liệu đã đổi/)).toBeVisible();

	await page.locator('[data-action="add-period"]').selectOption('2022');
	await expect(fields).toHaveCount(4);
	await expect(page).toHaveURL(/\?periods=2023,2024,2025,2022$/);
});

test('the indicators shown are chosen, found without accents, and stand in the address', async ({
	page
}) => {
	await openSample(page, '/compare?with=MH-801,MH-802');
	await page.getByRole('button', { name: 'Khác đánh giá' }).click();
	await expect(page).toHaveURL(/rows=differ/);
	await expect(page.locator(`[data-indicator="${GOOD}"]`)).toHaveCount(0);

	await page.getByRole('button', { name: 'Bốn chỉ tiêu chính' }).click();
	await expect(page.locator('[data-indicator]')).toHaveCount(4);
	await page.getByRole('button', { name: 'Tự chọn…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Chọn chỉ tiêu để so sánh' });
	for (const at of [0, 1, 2, 3]) await dialog.getByRole('checkbox').nth(at).uncheck();
	await expect(dialog.getByRole('status')).toHaveText('Đã chọn 0 chỉ tiêu');
	await dialog.getByRole('searchbox').fill('nu cap uy');
	await dialog.getByRole('checkbox').first().check();
	await dialog.getByRole('button', { name: 'Hiện các chỉ tiêu đã chọn' }).click();
	await expect(page.locator('[data-indicator]')).toHaveCount(1);
	await expect(page).toHaveURL(/rows=women-committee/);
	await page.reload();
	await expect(page.locator('[data-indicator="women-committee"]')).toBeVisible();
});

test('a comparison is made, ordered and thinned out by the keyboard alone', async ({ page }) => {
	await openSample(page, '/unit?unit=MH-801');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đảng bộ phường Minh Trung');
	await page.keyboard.press('k');
	await expect(page.getByText('Chọn thêm ít nhất một đơn vị để so sánh')).toBeVisible();
	await add(page, 'an binh');
	await add(page, 'suoi da');
	await expect(page).toHaveURL(/with=MH-801,MH-802,MH-815/);

	await page.getByRole('button', { name: 'Chuyển Đảng bộ xã Suối Đá sang trái' }).focus();
	await page.keyboard.press('Enter');
	await expect.poll(() => sides(page)).toEqual(['MH-801', 'MH-815', 'MH-802']);
	await expect(page.getByText('Đảng bộ xã Suối Đá: vị trí 2/3.')).toBeAttached();
	await page.keyboard.press('Enter');
	await expect.poll(() => sides(page)).toEqual(['MH-815', 'MH-801', 'MH-802']);
	await expect(page.locator('[data-side="MH-815"] :focus')).toHaveCount(1);

	await page.getByRole('button', { name: 'Bỏ Đảng bộ phường An Bình khỏi so sánh' }).focus();
	await page.keyboard.press('Enter');
	await expect.poll(() => sides(page)).toEqual(['MH-815', 'MH-801']);
	await expect(page.locator('[data-remove]:focus')).toHaveCount(1);

	await page.keyboard.press('x');
	await expect(page).toHaveURL(/periods=2024,2025/);
	await page.goBack();
	await expect.poll(() => sides(page)).toEqual(['MH-815', 'MH-801']);
});

test('an address with too many units, or unknown ones, says what was left out', async ({
	page
}) => {
	await openSample(page);
	const codes = [801, 802, 803, 804, 805, 806, 807].map((number) => `MH-${number}`);
	await page.goto(`/compare?with=ZZ,${codes.join(',')}`);
	await expect(page.getByText('Không có đơn vị nào mang mã: ZZ.')).toBeVisible();
	await expect(page.getByText(/đã bỏ bớt 1 ở cuối/)).toBeVisible();
	await expect.poll(() => sides(page)).toEqual(codes.slice(0, 6));
	await expect(page.locator('[data-action="add-unit"]')).toHaveCount(0);

	await page.goto('/compare?with=MH-101,MH-801');
	await expect(page.locator('[data-side="MH-101"]')).toContainText('Không tồn tại trong năm 2025');
	await expect(page.locator('[data-side="MH-801"]')).toContainText('Mốc so sánh');
});

test('without figures there is nothing to compare yet', async ({ page }) => {
	await page.goto('/compare?lang=en');
	await expect(page.getByRole('heading', { name: 'No figures yet' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'To the overview' })).toBeVisible();
});

/** Adds a unit, found by a part of its name, by keys. */
async function add(page: Page, text: string): Promise<void> {
	await page.locator('[data-action="add-unit"]').focus();
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByRole('searchbox')).toBeFocused();
	await page.keyboard.type(text);
	await expect(dialog.getByRole('treeitem').last()).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(dialog).toBeHidden();
}
