import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { openSample } from './open-sample.ts';
import { repainted } from './settled.ts';

const INDICATOR = '/indicator/committee-political-theory';

test('an indicator shows its value, trend, units, years and definition', async ({ page }) => {
	await openSample(page, `${INDICATOR}?period=2024`);
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
	await expect(ranking.locator('ol > li')).toHaveCount(13);
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
	await openSample(page, '/indicator/admission-rate');
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
	await openSample(page, `${INDICATOR}?period=2024`);
	const first = page.getByRole('region', { name: 'Các đơn vị trực thuộc' }).locator('ol a').first();
	const unit = await first.innerText();
	await first.focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/committee-political-theory\?unit=MH-\d+&period=2024/);
	await expect(page.getByRole('main').locator('header').first()).toContainText(unit);
	await page.goBack();
	await expect(page.getByRole('meter')).toHaveAttribute('data-unit', 'MH');
});

test('each number of the sentence at the top leads to its trail', async ({ page }) => {
	await openSample(page, `${INDICATOR}?period=2024`);
	const sentence = page.getByRole('main').getByText(/^Năm 2024, cấp ủy viên cơ sở/);
	await expect(sentence).toContainText('so với chỉ tiêu của KH 256 (đạt 100%)');
	await expect(sentence).toContainText('0/13 đơn vị trực thuộc đạt; thiếu nhiều nhất:');
	await sentence.getByRole('link').last().click();
	await expect(page).toHaveURL(/\/trail\/committee-political-theory\?unit=MH-\d+&period=2024/);
});

test('the points of a chart are walked by keys and said, and Enter opens their period', async ({
	page
}) => {
	await openSample(page, `${INDICATOR}?period=2024`);
	const trend = page.getByRole('region', { name: 'Diễn biến', exact: true });
	const chart = trend.getByRole('application');
	await expect(trend.getByRole('img')).toHaveAttribute('aria-busy', 'false');
	await chart.focus();
	await page.keyboard.press('ArrowRight');
	await expect(trend.getByRole('status')).toContainText('Năm 2024. 97,');
	await page.keyboard.press('Home');
	await expect(trend.getByRole('status')).toContainText('Năm 2022. 95,');
	await expect(trend.locator('[data-place="0"]')).toBeVisible();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/period=2023/);
	await expect(page.getByRole('meter')).toHaveAttribute('data-period', '2023');
});

test('what is chosen stands in the address, and t turns all charts into tables and back', async ({
	page
}) => {
	await openSample(page, `${INDICATOR}?period=2024`);
	const tables = page.locator('section[data-form="table"]');
	await expect(page.locator('section[data-form="chart"]').first()).toBeVisible();
	await page.keyboard.press('t');
	await expect(page).toHaveURL(/table=all/);
	await expect(tables).toHaveCount(5);
	await page.keyboard.press('t');
	await expect(tables).toHaveCount(0);
	const ranking = page.getByRole('region', { name: 'Các đơn vị trực thuộc', exact: true });
	await ranking.getByRole('button', { name: 'Theo số còn thiếu' }).click();
	await ranking.getByRole('button', { name: 'Xem dạng bảng' }).click();
	await expect(page).toHaveURL(`${INDICATOR}?period=2024&order=shortfall&table=ranking`);
	await page.reload();
	await expect(ranking.getByRole('table')).toContainText('điểm %');
	await expect(tables).toHaveCount(1);
});

test('units stand beside the mean of their kind, and a unit among its like', async ({ page }) => {
	await openSample(page, `${INDICATOR}?period=2024`);
	const ranking = page.getByRole('region', { name: 'Các đơn vị trực thuộc' });
	await expect(ranking.getByText(/Trung bình 6 đơn vị loại Quận: \d+,\d+%/)).toBeVisible();
	await ranking.locator('ol a').first().focus();
	await page.keyboard.press('End');
	await expect(ranking.locator('ol a').last()).toBeFocused();
	await page.goto(`${INDICATOR}?unit=MH-801&period=2024`);
	await ranking.getByRole('button', { name: 'Cùng loại' }).click();
	await expect(page).toHaveURL(/among=peers/);
	const peers = page.getByRole('region', { name: 'Giữa các đơn vị cùng loại' });
	await expect(peers.locator('ol [aria-current]')).toHaveText('Đảng bộ quận Minh Trung');
	await expect(peers.locator('ol > li')).toHaveCount(6);
});

test('small trends of the units stand on one scale and are walked together', async ({ page }) => {
	await openSample(page, `${INDICATOR}?period=2024`);
	const multiples = page.getByRole('region', { name: 'Diễn biến từng đơn vị' });
	await expect(multiples.getByRole('listitem')).toHaveCount(13);
	await multiples.getByRole('button', { name: 'Theo tên' }).click();
	await expect(page).toHaveURL(/sort=name/);
	await multiples.getByRole('link').first().focus();
	await page.keyboard.press('ArrowLeft');
	await expect(multiples.getByRole('status')).toHaveText(/^Năm 2025: /);
	await page.keyboard.press('ArrowLeft');
	await expect(multiples.getByRole('status')).toHaveText(/^Năm 2024: \d+,\d+%, Chưa đạt$/);
	await page.keyboard.press('ArrowDown');
	await expect(multiples.getByRole('link').nth(1)).toBeFocused();
});

test('a long page is gone through by its sections, and says how fresh the figures are', async ({
	page
}) => {
	await openSample(page, `${INDICATOR}?period=2024`);
	const sections = page.getByRole('navigation', { name: 'Các phần của trang' });
	await sections.getByRole('link', { name: 'Nguồn số liệu' }).click();
	const sources = page.getByRole('region', { name: 'Nguồn và độ mới của số liệu' });
	await expect(sources).toBeInViewport();
	await expect(sources).toContainText('4 lượt nộp có số liệu của năm 2024');
	await expect(sections.locator('[aria-current]')).toHaveText('Nguồn số liệu');
	await page.keyboard.press('d');
	await expect(page.getByRole('region', { name: 'Định nghĩa và căn cứ' })).toBeInViewport();
	await page.goto(`${INDICATOR}?period=2024&lang=en#definition`);
	await expect(page.getByRole('region', { name: 'Definition and sources' })).toBeInViewport();
});

test('both pages speak English', async ({ page }) => {
	await openSample(page, '/indicator/plan-women?period=2024');
	await page.getByRole('link', { name: /EN/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Women in succession plans');
	await expect(page.getByRole('region', { name: 'Trend', exact: true })).toContainText('pts');
	await expect(page.locator('svg text', { hasText: 'Merger, 1 Jul 2025' })).toBeVisible();
	await page.getByRole('link', { name: 'Unit', exact: true }).click();
	await expect(page.getByRole('table', { name: /Indicators of/ })).toContainText(
		'Women in succession plans'
	);
});

test('a unit lists every indicator over the years and the units below it', async ({ page }) => {
	await openSample(page, '/unit?period=2024');
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

test('axe finds nothing wrong with an indicator as tables, wide in light and narrow in dark', async ({
	page
}) => {
	await openSample(page, `${INDICATOR}?table=all`);
	await expectNoViolation(page);
});

async function expectNoViolation(page: Page): Promise<void> {
	for (const [width, colorScheme] of [[1440, 'light'] as const, [320, 'dark'] as const]) {
		await page.setViewportSize({ width, height: 900 });
		await page.emulateMedia({ colorScheme });
		await repainted(page);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
		expect(await axeFaults(page), `${page.url()} at ${width}, ${colorScheme}`).toEqual([]);
		const overflow = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(overflow, `sideways scrolling at ${width}`).toBe(0);
	}
}
