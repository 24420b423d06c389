import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { openSample } from './open-sample.ts';
import { bring, useExampleUnits } from './submit-files.ts';

const finder = (page: Page) => page.getByRole('combobox', { name: 'Tìm đơn vị, chỉ tiêu' });
const options = (page: Page) => page.getByRole('listbox', { name: 'Kết quả' }).getByRole('option');

/** The field of the choice before is gone first: a key would go into it. */
async function pressForFinder(page: Page): Promise<void> {
	await expect(finder(page)).toBeHidden();
	await page.keyboard.press('/');
}

test('one field finds units, indicators, periods, documents, pages and actions without accents', async ({
	page
}) => {
	await openSample(page);
	await page.keyboard.press('Control+k');
	await expect(finder(page)).toBeFocused();
	await finder(page).fill('hoa khanh');
	const first = options(page).first();
	await expect(first).toContainText('Đảng bộ phường Hòa Khánh');
	await expect(first).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.press('Enter');
	await expect(finder(page)).toBeHidden();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Hòa Khánh');

	await pressForFinder(page);
	await finder(page).fill('quy iv/2024');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/period=2024-Q4/);
	await expect(page).toHaveURL(/unit=MH-8/);

	await pressForFinder(page);
	await finder(page).fill('phuong');
	await page.keyboard.press('ArrowDown');
	await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Escape');
	await expect(finder(page)).toBeHidden();

	await pressForFinder(page);
	await finder(page).fill('giao dien toi');
	await page.keyboard.press('Enter');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

	await pressForFinder(page);
	await finder(page).fill('07-KH/TW');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/targets\?.*doc=07-kh-tw/);
	await expect(page.getByRole('combobox', { name: 'Văn bản' })).toHaveValue('07-kh-tw');
	await page.reload();
	await expect(page.getByRole('combobox', { name: 'Văn bản' })).toHaveValue('07-kh-tw');

	await pressForFinder(page);
	await finder(page).fill('xyzzy');
	await expect(page.getByText('Không tìm thấy mục nào').last()).toBeVisible();
});

test('a unit that is no more is found too, and shown in the last period that it was there', async ({
	page
}) => {
	await openSample(page);
	await pressForFinder(page);
	await finder(page).fill('MH-101');
	await expect(options(page).first()).toContainText('đến 30/06/2025');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/unit=MH-101&period=2024/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đảng bộ phường 1');
});

test('one key does each thing, and the list of keys says which', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await openSample(page);
	await page.keyboard.press('?');
	const keys = page.getByRole('dialog', { name: 'Phím tắt' });
	await expect(keys).toContainText('Chép liên kết đến màn hình này');
	await page.keyboard.press('Escape');
	await expect(keys).toBeHidden();

	await page.keyboard.press('[');
	await expect(page).toHaveURL(/period=2024$/);
	await page.keyboard.press(']');
	await expect(page).not.toHaveURL(/period/);
	await page.keyboard.press('[');
	await expect(page).toHaveURL(/period=2024$/);

	await page.keyboard.press('c');
	await expect(page.getByText('Đã chép liên kết')).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());

	await page.keyboard.press('l');
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await expect(page).toHaveURL(/period=2024&lang=en$/);
	await page.keyboard.press('l');
	await expect(page.locator('html')).toHaveAttribute('lang', 'vi');

	await page.keyboard.press('u');
	await expect(page.getByRole('dialog', { name: 'Chọn đơn vị' })).toBeVisible();
	await page.keyboard.press('Escape');
	await page.keyboard.press('p');
	const periods = page.getByRole('dialog', { name: 'Kỳ báo cáo' });
	await expect(periods).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(periods).toBeHidden();

	await page.keyboard.press('h');
	await expect(page).toHaveURL(/\/guide/);
	await page.keyboard.press('1');
	await expect(page).toHaveURL(/\/\?period=2024$/);
});

test('settings hold the theme, which stays, and the language', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('button', { name: 'Cài đặt' }).click();
	await page.getByRole('button', { name: 'Tương phản cao' }).click();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
	await page.reload();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
	await page.getByRole('button', { name: 'Cài đặt' }).click();
	await page.getByRole('button', { name: 'Theo thiết bị' }).click();
	await expect(page.locator('html')).not.toHaveAttribute('data-theme');
	await page.locator('#settings').getByRole('link', { name: 'EN, English' }).click();
	await expect(page.getByRole('button', { name: 'Settings' })).toBeVisible();
});

test.describe('on a device that asks for more contrast', () => {
	test.use({ contrast: 'more' });

	test('black stands on white without being chosen', async ({ page }) => {
		await page.goto('/');
		await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
	});
});

test('back leads to where the reader was on the page, with the focus', async ({ page }) => {
	await openSample(page);
	const link = page.locator('main a[href*="/indicator/"]').last();
	await link.scrollIntoViewIfNeeded();
	await link.focus();
	const top = await topOf(link);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/indicator\//);
	await expect(page.locator('main')).toBeFocused();
	await page.goBack();
	await expect(link).toBeFocused();
	await expect.poll(async () => Math.abs((await topOf(link)) - top)).toBeLessThan(4);
});

/** How far below the upper edge of the window the element stands, in pixels. */
function topOf(element: Locator): Promise<number> {
	return element.evaluate((found) => found.getBoundingClientRect().top);
}

test.describe('where something goes wrong', () => {
	test.use({ expectedErrors: [/Not found: \/khong-co/] });

	test('an address that leads nowhere says so and leads home', async ({ page }) => {
		await page.goto('/khong-co');
		await expect(
			page.getByRole('heading', { name: 'Không có trang này', level: 1 })
		).toBeAttached();
		await page.getByRole('link', { name: 'Về trang tổng quan' }).click();
		await expect(page).toHaveURL(/\/$/);
	});
});

test.describe('without a network', () => {
	test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

	test('the app says so quietly and goes on', async ({ page, context }) => {
		await openSample(page);
		await context.setOffline(true);
		await expect(page.getByText('Ngoại tuyến', { exact: true })).toBeVisible();
		await page.keyboard.press('[');
		await expect(page).toHaveURL(/period=2024$/);
		await expect(page.getByRole('meter').first()).toHaveAttribute('data-period', '2024');
		await context.setOffline(false);
		await expect(page.getByText('Ngoại tuyến', { exact: true })).toBeHidden();
	});
});

test('a version that another tab has opened is put off by a key, and asked for waits for unsaved work', async ({
	page
}) => {
	page.on('dialog', (dialog) => void dialog.accept());
	await useExampleUnits(page);
	await bring(page, 'examples/B1.csv');
	await expect(page.getByRole('button', { name: 'Nộp 1 biểu' })).toBeVisible();
	const before = await page.evaluate(() => performance.timeOrigin);
	// The first is the keeping of the app itself.
	await changeKeeper(page);
	await changeKeeper(page);
	const note = page.getByText('Một thẻ khác đã mở bản mới');
	await expect(note).toBeVisible();
	await page.getByRole('button', { name: 'Để sau' }).press('Enter');
	await expect(note).toBeHidden();
	await expect(page.locator('main')).toBeFocused();

	await changeKeeper(page);
	await page.getByRole('button', { name: 'Tải lại ngay' }).press('Enter');
	await expect(page.getByRole('button', { name: 'Để sau' })).toBeFocused();
	await changeKeeper(page);
	await page.keyboard.press('l');
	await expect(page.getByText('The page reloads into the new version by itself')).toBeVisible();
	expect(await page.evaluate(() => performance.timeOrigin)).toBe(before);
	await page.getByRole('button', { name: 'Submit 1 sheet' }).click();
	await expect
		.poll(() => page.evaluate(() => performance.timeOrigin).catch(() => before))
		.not.toBe(before);
});

/** Tells the page what it is told when another tab lets a new version take over. */
function changeKeeper(page: Page): Promise<boolean> {
	return page.evaluate(() => navigator.serviceWorker.dispatchEvent(new Event('controllerchange')));
}

for (const width of [1440, 1024, 768, 390, 320])
	test(`the sheets and menus of the shell fit ${width} pixels and please axe`, async ({ page }) => {
		await page.setViewportSize({ width, height: 800 });
		await page.goto('/');
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		for (const open of ['?', '/']) {
			await expect(async () => {
				await page.keyboard.press(open);
				await expect(page.getByRole('dialog')).toBeVisible({ timeout: 2_000 });
			}).toPass();
			await check(page);
			await page.keyboard.press('Escape');
			await expect(page.getByRole('dialog')).toBeHidden();
		}
		await page.getByRole('button', { name: 'Cài đặt' }).click();
		await check(page);
	});

async function check(page: Page): Promise<void> {
	expect(await axeFaults(page)).toEqual([]);
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(overflow).toBeLessThanOrEqual(0);
}

const PAGES = [
	...['/', '/scorecard', '/unit?unit=MH-801', '/targets', '/ledger', '/reporting', '/compare'],
	...['/organisation', '/present', '/indicator/plan-women', '/trail/plan-women'],
	...['/reports', '/reports?report=brief']
];

test('on English pages the names of units say that they are Vietnamese', async ({ page }) => {
	await openSample(page);
	for (const path of PAGES) {
		await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=en`);
		await expect(page.locator('main h1').first()).toBeAttached();
		await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
		const unsaid = await page.evaluate(() => {
			const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			const found: string[] = [];
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				const text = node.textContent?.trim() ?? '';
				const language = node.parentElement?.closest('[lang]')?.getAttribute('lang');
				if (/^(Đảng bộ|Đảng ủy|Chi bộ) [^,·:]+$/.test(text) && language !== 'vi') found.push(text);
			}
			return found;
		});
		expect({ path, unsaid }).toEqual({ path, unsaid: [] });
	}
});
