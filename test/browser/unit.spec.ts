import { expect, test } from './app.ts';
import { openSample } from './open-sample.ts';

const GOOD = 'grassroots-rated-good';

test('the page of a unit tells its standing, its place, its reports and its tasks', async ({
	page
}) => {
	await openSample(page, '/unit?unit=MH-801');
	const summary = page.getByRole('region', { name: 'Tóm tắt' });
	await expect(summary.locator('li')).toHaveCount(4);
	await expect(summary).toContainText('98,15%');

	const peers = page.getByRole('region', { name: 'Vị trí so với đơn vị cùng loại' });
	await expect(peers).toContainText('12 đơn vị, tính cả đơn vị này');
	const row = peers.locator(`[data-indicator="${GOOD}"]`);
	await expect(row).toContainText('1/12');
	await expect(row).toContainText('tốt hơn');
	await expect(row.getByRole('img')).toHaveAccessibleName(/98,15%, hạng 1\/12; thấp nhất/);
	await peers.getByRole('button', { name: 'Tất cả' }).click();
	await expect(page).toHaveURL(/places=all/);
	expect(await peers.locator('[data-indicator]').count()).toBeGreaterThan(20);

	const reports = page.getByRole('region', { name: /^Báo cáo đã nộp, năm 2025/ });
	await expect(reports).toContainText('đã nộp 13/13, đúng hạn 13');
	await expect(reports.locator('[data-report="B1/2025-Q4"]')).toContainText('B1-2025-Q4.csv');

	const tasks = page.getByRole('region', { name: 'Nhiệm vụ và báo cáo phải làm' });
	const own = tasks.locator('[data-reason="own"]');
	await expect(own.locator('[data-row]')).toHaveCount(4);
	await own.getByRole('button', { name: /^Hiện cả/ }).click();
	await expect(own.locator('[data-row="report/B7"]')).toBeVisible();
	await expect(tasks.locator('[data-reason="common"]')).toBeVisible();
});

test('in English the words are English and the names stay Vietnamese', async ({ page }) => {
	await openSample(page, '/unit?unit=MH-905&lang=en');
	await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'vi');
	const peers = page.getByRole('region', { name: 'Place among its peers' });
	await expect(peers.locator(`[data-indicator="${GOOD}"]`)).toContainText('4 of 6');
	await expect(page.locator('[data-reason="named"]')).toContainText('Tasks that name the unit');
	await expect(page.getByRole('region', { name: /^Reports sent, 2025/ })).toBeVisible();
});

test('the lineage leads to the units before and back to those after', async ({ page }) => {
	await openSample(page, '/unit?unit=MH-801');
	const ties = page.getByRole('list', { name: 'Kế thừa' });
	await expect(ties).toContainText('Sáp nhập ngày 01/07/2025, từ:');
	await ties.getByRole('link', { name: 'Đảng bộ phường 1', exact: true }).click();
	await expect(page).toHaveURL(/\?unit=MH-101&period=2024$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đảng bộ phường 1');
	await expect(ties).toContainText('thành:');
	await ties.getByRole('link', { name: 'Đảng bộ phường Minh Trung' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đảng bộ phường Minh Trung');
});

test('a ward under a district is placed in the whole city on wish', async ({ page }) => {
	await openSample(page, '/unit?unit=MH-104&period=2024');
	const peers = page.getByRole('region', { name: 'Vị trí so với đơn vị cùng loại' });
	await expect(peers).toContainText('cùng trực thuộc Đảng bộ quận Minh Trung: 7 đơn vị');
	await peers.getByRole('button', { name: 'Toàn tổ chức' }).click();
	await expect(peers).toContainText('trong toàn Đảng bộ thành phố Minh Họa: 37 đơn vị');
	await expect(page).toHaveURL(/peers=all/);
});

test('the page leads to comparisons, with the history of the units before where it is new', async ({
	page
}) => {
	await openSample(page, '/unit?unit=MH-801');
	await page.getByRole('link', { name: 'So sánh các năm' }).click();
	await expect(page).toHaveURL(/units=today/);
	await expect(page.locator(`[data-indicator="${GOOD}"] td`)).toHaveCount(2, { timeout: 60_000 });
	await expect(page.locator(`[data-indicator="${GOOD}"] td`).nth(1)).toContainText('điểm %');
	await page.goBack();
	await page.getByRole('link', { name: 'So sánh với đơn vị khác' }).click();
	await page.getByRole('link', { name: 'Đảng bộ phường An Bình' }).click();
	await expect(page).toHaveURL(/with=MH-801,MH-802/);
});

test('the whole organisation has no peers and all of the ledger', async ({ page }) => {
	await openSample(page, '/unit');
	await expect(page.locator('[data-reason="whole"]')).toBeVisible();
	await expect(page.locator('#peers')).toHaveCount(0);
	await expect(page.locator('[data-report="below/Quý IV/2025"]')).toBeVisible();
});

test('without figures the page says what to do', async ({ page }) => {
	await page.goto('/unit');
	await expect(page.getByRole('heading', { name: 'Chưa có số liệu nào' })).toBeVisible();
	await page.goto('/unit?lang=en');
	await expect(page.getByRole('link', { name: 'To the overview' })).toBeVisible();
});
