import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { openSample } from './open-sample.ts';

/** A map is computed when it is first looked at. */
const COMPUTING = { timeout: 90_000 };

async function gaugesOf(page: Page): Promise<(string | null)[]> {
	await expect(page.getByRole('meter')).toHaveCount(4, COMPUTING);
	const gauges = await page.getByRole('meter').all();
	return Promise.all(gauges.map((gauge) => gauge.getAttribute('aria-valuetext')));
}

test('the totals of the city are the same on the units of any day', async ({ page }) => {
	test.slow();
	await openSample(page, '/?period=2024');
	const reported = await gaugesOf(page);

	await page.locator('[data-action="choose-boundaries"]').click();
	await expect(page.getByRole('dialog')).toContainText('Tổng toàn tổ chức không đổi.');
	await page.locator('[data-boundaries="today"]').click();
	await expect(page).toHaveURL('/?period=2024&units=today');
	await expect(page.getByText('Số liệu mọi kỳ đang xếp theo các đơn vị ngày')).toBeVisible();
	expect(await gaugesOf(page)).toEqual(reported);

	await page.locator('[data-action="choose-boundaries"]').click();
	await page.locator('[data-boundaries="2024"]').click();
	await expect(page).toHaveURL('/?period=2024&units=2024');
	expect(await gaugesOf(page)).toEqual(reported);
	await page.getByRole('link', { name: 'Xem như báo cáo' }).click();
	await expect(page).toHaveURL('/?period=2024');

	// What was worked out before is there at once: the page is filled anew, and not made anew.
	await page
		.getByRole('heading', { level: 1 })
		.evaluate((title) => title.setAttribute('data-kept', ''));
	await page.goBack();
	await expect(page).toHaveURL('/?period=2024&units=2024');
	expect(await gaugesOf(page)).toEqual(reported);
	await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('data-kept', '');
});

test('a merged ward has the history of the wards that it came from', async ({ page }) => {
	await openSample(page, '/?unit=MH-801&period=2024');
	await expect(page.getByText('không tồn tại trong năm 2024')).toBeVisible();

	await page.goto('/indicator/grassroots-rated-good?unit=MH-801&period=2024&units=today');
	await expect(page.getByRole('meter')).toHaveAttribute('data-unit', 'MH-801');
	const years = page
		.getByRole('table', { name: /qua các năm/ })
		.getByRole('row')
		.nth(1);
	await expect(years.getByRole('cell')).toHaveText([/%/, /%/, /%/, /%/]);

	await page.goto('/?unit=MH-101&period=2024&units=today');
	await expect(page.getByText('Đảng bộ phường 1 không có trong các đơn vị ngày')).toBeVisible();
});

test('what an earlier map cannot split is named, and nothing is invented', async ({ page }) => {
	await openSample(page, '/indicator/grassroots-rated-good?units=2024');
	const ranking = page.getByRole('region', { name: 'Các đơn vị trực thuộc', exact: true });
	await expect(ranking).toContainText('Đảng bộ quận Minh Trung');
	await expect(ranking).toContainText('Phần chưa tách được');
});
