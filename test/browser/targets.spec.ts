import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { openSample } from './open-sample.ts';
import { repainted } from './settled.ts';

/** How many rows of each kind the documents have. */
async function rowsByKind(): Promise<Record<string, number>> {
	const text = await readFile('test/fixtures/catalogue/rows.csv', 'utf8');
	const kinds = text
		.trim()
		.split('\n')
		.slice(1)
		.map((line) => line.split(',')[1] ?? '');
	const counts: Record<string, number> = {};
	for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
	return counts;
}

test('the page shows each of the 121 rows of the documents, kind by kind', async ({ page }) => {
	await openTargets(page);
	const expected = await rowsByKind();
	expect(Object.values(expected).reduce((sum, count) => sum + count, 0)).toBe(121);
	for (const [kind, count] of Object.entries(expected)) {
		await expect(rows(page, `[data-kind=${kind}]`)).toHaveCount(count);
		await expect(page.locator(`button[data-kind=${kind}]`)).toHaveAttribute(
			'data-count',
			String(count)
		);
	}
	await expect(rows(page)).toHaveCount(121);
	await expect(
		page.getByRole('link', { name: 'Xem 244 nhiệm vụ khác ở sổ nhiệm vụ' })
	).toBeVisible();

	await page.getByRole('searchbox', { name: 'Tìm' }).fill('ket nap dang vien moi');
	await expect(page.getByText(/^\d+\/121 dòng$/)).toBeVisible();
	const band = page.locator('[data-target="nq21-2025-admission-rate"]');
	await expect(band).toContainText('3–4%');
	await band.getByRole('button', { name: /kết nạp/ }).click();
	await expect(band.locator('blockquote[lang=vi]')).toContainText(
		'đạt từ 3 - 4% tổng số đảng viên'
	);
});

test('an analyst enters a resolution with three targets, sees the effect, saves it and undoes it', async ({
	page
}) => {
	await openTargets(page);
	const before = await page.locator('main').innerText();
	const overview = await gaugesOf(page);
	await openTargetsAgain(page);

	await page.getByRole('button', { name: 'Thêm nghị quyết, kế hoạch' }).click();
	await page.getByRole('button', { name: 'Xem trước' }).click();
	await expect(page.getByRole('alert')).toContainText('Còn 7 chỗ cần sửa.');
	await expect(page.getByLabel('Số, ký hiệu')).toBeFocused();

	await page.getByLabel('Số, ký hiệu').fill('05-NQ/ĐU');
	await page.getByLabel('Ngày ban hành').fill('15/10/2024');
	await page
		.getByLabel('Tên văn bản')
		.fill('Nghị quyết Đại hội Đảng bộ thành phố Minh Họa nhiệm kỳ 2025–2030');

	const band = item(page, 1);
	await chooseIndicator(band, 'ty le ket nap', 'admission-rate');
	await band.getByLabel('Yêu cầu').selectOption('between');
	await band.getByLabel('Mức dưới (%)').fill('3,25');
	await band.getByLabel('Mức trên (%)').fill('2');
	await cite(band, 'II.1', 'Tỷ lệ kết nạp đảng viên hằng năm đạt 3,25% đến 4,5%');
	await page.getByRole('button', { name: 'Thêm một mức nữa' }).click();

	const path = item(page, 2);
	await chooseIndicator(path, 'nu trong quy hoach', 'plan-women');
	await path.getByLabel('Mức (%)').fill('100,5');
	await expect(path).toContainText('Trên 100%');
	await path.getByLabel('Mức (%)').fill('25');
	await path.getByLabel('Từ năm').fill('2024');
	for (const [place, value] of ['27.5', '30'].entries()) {
		await path.getByRole('button', { name: 'Thêm mức cho các năm sau' }).click();
		await path.locator(`[data-field="items.1.path.${place}.value"]`).fill(value);
	}
	await cite(
		path,
		'II.2',
		'Cán bộ nữ trong quy hoạch đạt 25% năm 2024, 27,5% năm 2025, 30% từ 2026'
	);
	await page.getByRole('button', { name: 'Thêm một mức nữa' }).click();

	const milestone = item(page, 3);
	await milestone.getByRole('button', { name: 'Mốc hoàn thành' }).click();
	await milestone.getByLabel('Việc phải hoàn thành').fill('Hoàn thành số hóa hồ sơ đảng viên');
	await milestone.getByLabel('Ngày cuối còn đúng hạn').fill('2026-12-31');
	await cite(milestone, 'II.3', 'Trước năm 2027 hoàn thành số hóa hồ sơ đảng viên');

	await page.getByRole('button', { name: 'Xem trước' }).click();
	await expect(band).toContainText('Mức trên nhỏ hơn mức dưới.');
	await band.getByLabel('Mức trên (%)').fill('4.5');
	await page.getByRole('button', { name: 'Xem trước' }).click();

	const panel = page.getByRole('region', { name: /^Thay đổi chưa lưu: 4$/ });
	await expect(panel).toContainText('3,25–4,5%');
	await panel.getByRole('button', { name: 'Xem tác động trước khi lưu' }).click();
	await expect(panel.locator('[data-effect="own-05-nq-du-ii-1"]')).toContainText('Chưa đạt');
	await expect(panel.locator('[data-flips]')).toContainText(/\d+ đánh giá thay đổi ở \d+ đơn vị/);
	await panel.getByLabel(/^Lý do/).fill('Nghị quyết mới');
	await panel.getByRole('button', { name: 'Lưu vào danh mục' }).click();
	await expect(page.getByText('Đã lưu 4 thay đổi vào danh mục.').last()).toBeVisible();

	await page.reload();
	await expect(rows(page)).toHaveCount(124);
	await expect(page.locator('[data-target="own-05-nq-du-ii-1"]')).toContainText('3,25–4,5%');
	await expect(page.locator('[data-target="own-05-nq-du-ii-2"]')).toContainText('từ 27,5%');
	await expect(page.locator('[data-target="own-05-nq-du-ii-3"]')).toContainText('31/12/2026');
	await expect(page.locator('[data-target="own-05-nq-du-ii-1"]')).toContainText('của đơn vị');

	await page.goto('/indicator/admission-rate');
	await expect(page.getByText('05-NQ/ĐU').first()).toBeVisible();
	await page.goto('/ledger');
	await expect(page.getByText('Hoàn thành số hóa hồ sơ đảng viên').first()).toBeVisible();

	await openTargetsAgain(page);
	await page.getByText('Lịch sử danh mục').click();
	await expect(page.getByText('Nghị quyết mới', { exact: true })).toBeVisible();
	await page.getByRole('button', { name: 'Hoàn tác lần lưu này' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác lần lưu này' }).click();
	await expect(page.getByText('Đã hoàn tác: danh mục trở lại như trước.').last()).toBeVisible();
	await expect(rows(page)).toHaveCount(121);
	await openTargetsAgain(page);
	expect(await page.locator('main').innerText()).toBe(before);
	expect(await gaugesOf(page)).toEqual(overview);
});

test('an indicator of our own and its goal are entered with the keyboard alone, in English', async ({
	page
}) => {
	await openTargets(page, '?lang=en');
	await press(page, page.getByRole('button', { name: 'Compose an indicator' }));
	await type(page, page.getByLabel('Name of the indicator'), 'Nữ trong cấp ủy cơ sở');
	await type(page, page.getByLabel('What the numerator counts', { exact: true }), 'nữ cấp ủy viên');
	await type(page, page.getByRole('searchbox', { name: 'Numerator' }), 'b4.nu');
	await page.keyboard.press('Enter');
	await type(page, page.getByRole('searchbox', { name: 'Denominator' }), 'b4.cuv');
	await page.keyboard.press('Enter');
	await press(page, page.getByRole('button', { name: 'Preview' }));
	await expect(page.getByRole('region', { name: 'Changes not saved yet: 1' })).toBeVisible();

	await press(page, page.getByRole('button', { name: 'Add a resolution or plan' }));
	await type(page, page.getByLabel('Number', { exact: true }), '07-CTr/ĐU');
	await type(page, page.getByLabel('Date', { exact: true }), '2025');
	await type(page, page.getByLabel('Title of the document'), 'Chương trình công tác năm 2025');
	const first = item(page, 1);
	await type(page, first.getByLabel('Indicator'), 'nu trong cap uy co so');
	await page.keyboard.press('Enter');
	await type(page, first.getByLabel('Figure (%)'), '30');
	await type(page, first.getByLabel('Section'), '1');
	await type(page, first.getByLabel('Quote'), 'Tỷ lệ nữ cấp ủy viên đạt từ 30% trở lên');
	await press(page, page.getByRole('button', { name: 'Preview' }));
	const panel = page.getByRole('region', { name: 'Changes not saved yet: 3' });
	await press(page, panel.getByRole('button', { name: 'Show the effect before saving' }));
	await expect(panel.locator('[data-effect]')).toContainText(/units/);
	await press(page, panel.getByRole('button', { name: 'Save to the catalogue' }));
	const row = page.locator('[data-target="own-07-ctr-du-1"]');
	await expect(row).toContainText('at least 30%');
	await expect(row).toContainText(/\d+\.\d\d%/);
});

test('the own part goes to a file and comes back; a broken file is refused and touches nothing', async ({
	page
}) => {
	await openTargets(page);
	await retire(page, 'nq21-2025-member-good-or-better');
	await page.getByText('Xuất, nhập danh mục').click();
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Tải phần của đơn vị (JSON)' }).click();
	const file = await readFile(await (await downloading).path(), 'utf8');
	expect(JSON.parse(file)).toMatchObject({ retired: ['nq21-2025-member-good-or-better'] });

	await page.getByText('Lịch sử danh mục').click();
	await page.getByRole('button', { name: 'Khôi phục mặc định' }).click();
	await page.getByRole('button', { name: 'Lưu vào danh mục' }).click();
	await expect(page.getByText('Đã lưu 1 thay đổi vào danh mục.').last()).toBeVisible();

	const field = page.locator('input[type=file]');
	await field.setInputFiles(jsonFile('hong.json', file.replace('"retired"', '"retired": 3, "x"')));
	await expect(page.getByRole('alert')).toContainText('Không nhận tệp hong.json');
	await expect(page.getByRole('region', { name: /^Thay đổi chưa lưu/ })).toHaveCount(0);
	await field.setInputFiles(jsonFile('lai.json', file));
	await expect(page.getByText('Tệp lai.json đọc được.')).toBeVisible();
	await page
		.getByRole('region', { name: 'lai.json' })
		.getByRole('button', { name: 'Xem trước' })
		.click();
	await page.getByRole('button', { name: 'Lưu vào danh mục' }).click();
	await expect(page.locator('[data-target="nq21-2025-member-good-or-better"]')).toContainText(
		'thôi theo dõi'
	);
});

test('axe finds nothing wrong with the form, and nothing is wider than the page', async ({
	page
}) => {
	await openTargets(page);
	for (const [width, language, colorScheme] of [
		[1440, 'vi', 'light'],
		[320, 'en', 'dark']
	] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await page.setViewportSize({ width, height: 900 });
		await openTargetsAgain(page, `?lang=${language}`);
		await page.getByRole('searchbox').fill('ket nap');
		await rows(page).first().getByRole('button').first().click();
		await page.locator('main .button.primary').first().click();
		await page.locator('main [type=submit]').click();
		await expectSound(page, width);
	}
});

async function expectSound(page: Page, width: number): Promise<void> {
	await repainted(page);
	expect(await axeFaults(page)).toEqual([]);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(wide).toBeLessThanOrEqual(width);
}

async function openTargets(page: Page, query = ''): Promise<void> {
	await openSample(page);
	await openTargetsAgain(page, query);
}

async function openTargetsAgain(page: Page, query = ''): Promise<void> {
	await page.goto(`/targets${query}`);
	await expect(rows(page).first()).toBeVisible();
}

/** What the gauges of the overview say. */
async function gaugesOf(page: Page): Promise<(string | null)[]> {
	await page.goto('/');
	await expect(page.getByRole('meter').first()).toBeVisible();
	return page
		.getByRole('meter')
		.evaluateAll((meters) => meters.map((meter) => meter.getAttribute('aria-valuetext')));
}

function rows(page: Page, selector = ''): Locator {
	return page.locator(`[data-target]${selector}`);
}

function item(page: Page, number: number): Locator {
	return page.locator(`[data-item="${number - 1}"]`);
}

async function chooseIndicator(form: Locator, text: string, id: string): Promise<void> {
	await form.getByLabel('Chỉ tiêu', { exact: true }).fill(text);
	await form.locator(`[data-choice="${id}"]`).click();
	await expect(form.locator(`[data-indicator="${id}"]`)).toBeVisible();
}

async function cite(form: Locator, section: string, quote: string): Promise<void> {
	await form.getByLabel('Mục, điểm').fill(section);
	await form.getByLabel('Trích nguyên văn').fill(quote);
}

/** Stops following a row, and saves that. */
async function retire(page: Page, id: string): Promise<void> {
	const row = page.locator(`[data-target="${id}"]`);
	await row.getByRole('button').first().click();
	await row.getByRole('button', { name: 'Thôi theo dõi' }).click();
	await page.getByRole('button', { name: 'Lưu vào danh mục' }).click();
	await expect(row).toContainText('thôi theo dõi');
}

function jsonFile(name: string, text: string): { name: string; mimeType: string; buffer: Buffer } {
	return { name, mimeType: 'application/json', buffer: Buffer.from(text) };
}

/** Tabs to the element as a person would. */
async function tabTo(page: Page, target: Locator): Promise<void> {
	await expect(target).toBeVisible();
	for (let steps = 0; steps < 120; steps++) {
		if (await target.evaluate((element) => element === document.activeElement)) break;
		await page.keyboard.press('Tab');
	}
	await expect(target).toBeFocused();
}

async function press(page: Page, target: Locator): Promise<void> {
	await expect(target).toBeEnabled();
	await tabTo(page, target);
	await page.keyboard.press('Enter');
}

async function type(page: Page, target: Locator, text: string): Promise<void> {
	await tabTo(page, target);
	await page.keyboard.type(text);
}
