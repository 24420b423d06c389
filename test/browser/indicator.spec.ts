import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { openSample } from './open-sample.ts';

const INDICATOR = '/indicator/committee-political-theory';

test('an indicator shows its value, trend, units, years and definition', async ({ page }) => {
	await openSample(page);
	await page.goto(`${INDICATOR}?period=2024`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Cấp ủy viên cơ sở có trình độ lý luận chính trị từ trung cấp trở lên'
	);
	const meter = page.getByRole('meter');
	await expect(meter).toHaveAttribute('data-period', '2024');

	const trend = page.getByRole('region', { name: 'Diễn biến', exact: true });
	await expect(trend.getByRole('img')).toHaveAttribute('aria-busy', 'false');
	await expect(trend.locator('svg text', { hasText: 'KH 256' })).toBeVisible();
	await expect(trend.locator('svg text', { hasText: 'Sáp nhập 01/07/2025' })).toBeVisible();
	await expect(trend.locator('header p')).toContainText('Năm 2022');
	await trend.getByRole('img').hover();
	await expect(trend.getByText(/KH 256 đạt 100%: Chưa đạt, thiếu/)).toBeVisible();

	const ranking = page.getByRole('region', { name: 'Các đơn vị trực thuộc' });
	await expect(ranking.getByRole('listitem')).toHaveCount(13);
	const values = await ranking.locator('ol b').allInnerTexts();
	const numbers = values.map((value) => Number(value.replace('%', '').replace(',', '.')));
	expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));

	const heat = page.getByRole('table', { name: /qua các năm/ });
	await expect(heat.getByRole('row')).toHaveCount(1 + 1 + 13);
	await expect(heat.getByRole('columnheader')).toHaveText([
		'Đơn vị',
		'2022',
		'2023',
		'2024',
		'2025'
	]);
	const shown = `${(await meter.getAttribute('aria-valuenow'))?.replace('.', ',')}%`;
	await expect(heat.locator('[aria-current]')).toContainText(shown);

	const definition = page.getByRole('region', { name: 'Định nghĩa và căn cứ' });
	await expect(definition).toContainText('b4.llct_cc');
	await expect(definition).toContainText('256-KH/TU');
	await expect(definition.locator('blockquote').first()).toContainText('100% cấp ủy viên cơ sở');
});

test('a chart can be read as a table, and a cumulative measure by quarter', async ({ page }) => {
	await openSample(page);
	await page.goto('/indicator/admission-rate');
	const trend = page.getByRole('region', { name: 'Diễn biến', exact: true });
	await trend.getByRole('button', { name: 'Xem dạng bảng' }).click();
	await expect(trend.getByRole('row', { name: /Năm 2024/ })).toBeVisible();
	await expect(trend.getByRole('img')).toHaveCount(0);

	await trend.getByRole('button', { name: 'Theo quý' }).click();
	await expect(trend.getByRole('row', { name: /Quý I\/2023/ })).toContainText('Chưa đến kỳ');
	await trend.getByRole('button', { name: 'Xem dạng biểu đồ' }).click();
	await expect(trend.locator('svg text', { hasText: '3–4%' }).first()).toBeVisible();
});

test('a unit in the ranking leads to its own page of the indicator, by keyboard', async ({
	page
}) => {
	await openSample(page);
	await page.goto(`${INDICATOR}?period=2024`);
	const first = page.getByRole('region', { name: 'Các đơn vị trực thuộc' }).locator('ol a').first();
	const unit = await first.innerText();
	await first.focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/committee-political-theory\?unit=MH-\d+&period=2024/);
	await expect(page.getByRole('main').locator('header').first()).toContainText(unit);
	await page.goBack();
	await expect(page.getByRole('meter')).toHaveAttribute('data-unit', 'MH');
});

test('both pages speak English', async ({ page }) => {
	await openSample(page);
	await page.goto('/indicator/plan-women?period=2024');
	await page.getByRole('link', { name: /EN/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Women in succession plans');
	await expect(page.getByRole('region', { name: 'Trend', exact: true })).toContainText('pts');
	await expect(page.locator('svg text', { hasText: 'Merger, 01 Jul 2025' })).toBeVisible();
	await page.getByRole('link', { name: 'Unit', exact: true }).click();
	await expect(page.getByRole('table', { name: /Indicators of/ })).toContainText(
		'Women in succession plans'
	);
});

test('a unit lists every indicator over the years and the units below it', async ({ page }) => {
	await openSample(page);
	await page.goto('/unit?period=2024');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đảng bộ thành phố Minh Họa');
	const indicators = page.getByRole('table', { name: /Các chỉ tiêu của/ });
	await expect(indicators.locator('tr[data-indicator]')).toHaveCount(52);
	await expect(indicators.getByRole('columnheader')).toHaveText([
		'Chỉ tiêu',
		...['2025', '2024', '2023', '2022'],
		'Diễn biến',
		'Còn thiếu, năm 2024'
	]);
	const below = page.getByRole('table', { name: /Bốn chỉ tiêu chính của các đơn vị/ });
	await below.getByRole('link', { name: 'Đảng bộ quận Minh Trung', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đảng bộ quận Minh Trung');
	await expect(page.getByRole('main').locator('header').first()).toContainText(
		'hoạt động từ 01/01/2020 đến 30/06/2025'
	);
});

test('an unknown indicator and an empty workspace lead back to the overview', async ({ page }) => {
	await page.goto('/indicator/nope');
	await expect(page.getByRole('main')).toContainText('“nope”');
	await page.goto(INDICATOR);
	await expect(page.getByRole('region', { name: 'Định nghĩa và căn cứ' })).toBeVisible();
	await page.getByRole('link', { name: 'Về trang tổng quan' }).click();
	await expect(page.locator('[data-action="load-sample"]')).toBeVisible();
});

test('axe finds nothing wrong with both pages, chart and table, wide in light and narrow in dark', async ({
	page
}) => {
	await openSample(page);
	for (const path of [INDICATOR, '/unit']) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expectNoViolation(page);
	}
	await page.goto(INDICATOR);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	for (const button of await page.getByRole('button', { name: 'Xem dạng bảng' }).all()) {
		await button.click();
	}
	await expectNoViolation(page);
});

async function expectNoViolation(page: Page): Promise<void> {
	for (const [width, colorScheme] of [[1440, 'light'] as const, [320, 'dark'] as const]) {
		await page.setViewportSize({ width, height: 900 });
		await page.emulateMedia({ colorScheme });
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations, `${page.url()} at ${width}, ${colorScheme}`).toEqual([]);
		const overflow = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(overflow, `sideways scrolling at ${width}`).toBe(0);
	}
}
