import type { Page } from '@playwright/test';
import { traceCode } from '#lib/base/trace-code.ts';
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
