import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { traceCode } from '#lib/base/trace-code.ts';
import { NOTHING_OWN } from '#lib/catalogue/own-catalogue.ts';
import { encodeCatalogueFile } from '#lib/state/catalogue-file.ts';
import { expect, test } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { openSample } from './open-sample.ts';
import { repainted } from './settled.ts';
import { bring, bringText, commit, correctedSheet, undo, useExampleUnits } from './submit-files.ts';

/** The figure of the example sheet B1, as it is printed after the first submission. */
const PRINTED = {
	...{ indicator: 'grassroots-rated-good', unit: 'MH', period: '2024', sequence: 1 },
	...{ boundaries: 'reported' as const, numerator: 122n, denominator: 132n }
};
const CODE = traceCode(PRINTED);

async function submitBoth(page: Page): Promise<void> {
	await useExampleUnits(page);
	await bring(page, 'examples/B1.csv');
	await commit(page);
	await bringText(page, 'B1-sua.csv', await correctedSheet());
	await commit(page);
}

test('a code pasted into the search shows the figure then and now, and the file between', async ({
	page
}) => {
	await submitBoth(page);
	await page.keyboard.press('Control+k');
	await page.keyboard.insertText(`92,42% (mã ${CODE.toLowerCase()})`);
	await expect(page.locator('[data-found^="trace:"]')).toHaveText(`Tra mã ${CODE}`);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(`/trace/${CODE}`);
	await expect(page.locator('[data-trace=then] .value')).toHaveText('92,42% (122/132)');
	await expect(page.locator('[data-trace=now] .value')).toHaveText('91,67% (121/132)');
	await expect(page.locator('[data-trace=verdict]')).toHaveText(
		'Con số đã thay đổi từ khi in, qua 1 lượt nộp.'
	);
	await expect(page.locator('[data-trace=changes] tbody tr')).toHaveCount(1);
	await expect(page.locator('[data-trace=changes] tbody th')).toContainText('B1-sua.csv');
	await page.locator('[data-trace=whole]').press('Enter');
	await expect(page).toHaveURL(/\/trail\/grassroots-rated-good/);
	await expect(page.locator('header .value')).toContainText('91,67%');
});

test('data that are not those of the report are said not to agree', async ({ page }) => {
	await submitBoth(page);
	const field = page.locator('[data-trace=field]');
	await page.goto('/trace');
	await field.fill(traceCode({ ...PRINTED, numerator: 120n }));
	await field.press('Enter');
	await expect(page.locator('[data-trace=differs]')).toContainText('dữ liệu của nơi khác');
	await field.fill(traceCode({ ...PRINTED, sequence: 9 }));
	await field.press('Enter');
	await expect(page.locator('[data-trace=differs]')).toContainText('ở đây mới có đến số 2');
	await field.fill(traceCode({ ...PRINTED, unit: 'elsewhere' }));
	await field.press('Enter');
	await expect(page.getByText('không có đơn vị mang mã này')).toBeVisible();

	await page.goto('/submissions');
	await undo(page, 'B1.csv');
	await page.goto(`/trace/${CODE}`);
	await expect(page.locator('[data-trace=differs]')).toContainText(
		'Có 1 lượt nộp trước thời điểm in đã bị hoàn tác'
	);
});

test('a code printed before the catalogue was changed shows the figure by the catalogue of then', async ({
	page
}) => {
	await useExampleUnits(page);
	await bring(page, 'examples/B1.csv');
	await commit(page);
	await takeIndicator(page, ['b1.xs', 'b1.tot']);
	const code = await printedCode(page);

	await takeIndicator(page, ['b1.xs']);
	await page.goto(`/trace/${code}`);
	await expect(page.locator('[data-trace=then] .value')).toHaveText('92,42% (122/132)');
	await expect(page.locator('[data-trace=now] .value')).toHaveText('15,91% (21/132)');
	const verdict = page.locator('[data-trace=verdict]');
	await expect(verdict).toContainText(
		'Khi in, con số tính theo danh mục chỉ tiêu có trước lần sửa ngày'
	);

	await page.goto('/targets');
	await page.getByText('Lịch sử danh mục').click();
	await page.getByRole('button', { name: 'Khôi phục mặc định' }).click();
	await saveCatalogue(page);
	await page.goto(`/trace/${code}`);
	await expect(page.locator('[data-trace=found]')).toContainText('Xếp loại theo cách riêng');
	await expect(page.locator('[data-trace=then] .value')).toHaveText('92,42% (122/132)');
	await expect(page.locator('[data-trace=now] .value')).not.toContainText('%');
	await expect(verdict).toContainText('có trước lần sửa ngày');
});

/** Puts an indicator of the organisation's own into the catalogue, or another definition of it in its place. */
async function takeIndicator(page: Page, numerator: string[]): Promise<void> {
	const [name, counted] = ['Xếp loại theo cách riêng', 'tổ chức'].map((vi) => ({ vi, en: vi }));
	const indicator = {
		...{ id: 'own-rating', name: name!, shortName: name!, definition: name!, counted: counted! },
		...{ numerator, denominator: ['b1.xl'] }
	};
	const text = encodeCatalogueFile({ ...NOTHING_OWN, indicators: [indicator] });
	await page.goto('/targets');
	await page.getByText('Xuất, nhập danh mục').click();
	const file = { name: 'rieng.json', mimeType: 'application/json', buffer: Buffer.from(text) };
	await page.locator('input[type=file]').setInputFiles(file);
	const region = page.getByRole('region', { name: 'rieng.json' });
	await region.getByRole('button', { name: 'Xem trước' }).click();
	await saveCatalogue(page);
}

async function saveCatalogue(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Lưu vào danh mục' }).click();
	await expect(page.getByText('Đã lưu 1 thay đổi vào danh mục.').last()).toBeVisible();
}

/** The code that stands with the figure of the whole in the data of its chart. */
async function printedCode(page: Page): Promise<string> {
	await page.goto('/indicator/own-rating?period=2024');
	await page.getByRole('button', { name: /^Tải biểu đồ “Kết quả/ }).click();
	const coming = page.waitForEvent('download');
	await page.getByRole('dialog').getByRole('button', { name: 'CSV' }).click();
	const text = await readFile(await (await coming).path(), 'utf8');
	return /Mã truy vết: ([0-9A-Z-]+)/.exec(text)?.[1] ?? '';
}

test('a slip of the hand is named, and the right code offered', async ({ page }) => {
	await openSample(page);
	const sound = traceCode({ ...PRINTED, unit: 'MH', period: '2025' });
	const wrong = sound.slice(0, 5) + (sound[5] === 'Z' ? 'Y' : 'Z') + sound.slice(6);
	await page.goto(`/trace/${wrong}`);
	const fault = page.locator('[data-trace=fault]');
	await expect(fault).toContainText('Có ký tự gõ nhầm');
	await fault.getByRole('link', { name: sound }).click();
	await expect(page).toHaveURL(`/trace/${sound}`);
	await page.goto('/trace/K7QM-2UX9?lang=en');
	await expect(fault).toContainText('Symbol 6, “U”, is in no code.');
});

test('axe finds nothing wrong with a code looked up, in dark and narrow, nor without figures', async ({
	page
}) => {
	await page.goto(`/trace/${CODE}`);
	await expect(page.getByText('Trình duyệt này chưa có số liệu nào')).toBeVisible();
	await submitBoth(page);
	await page.setViewportSize({ width: 320, height: 800 });
	await page.emulateMedia({ colorScheme: 'dark' });
	await repainted(page);
	await page.goto(`/trace/${CODE}?lang=en`);
	await expect(page.locator('[data-trace=verdict]')).toBeVisible();
	expect(await axeFaults(page)).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
