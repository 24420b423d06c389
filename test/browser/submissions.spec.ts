import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { writeParquet } from '#test/ingest/write-parquet.ts';
import { expect, test } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { repainted } from './settled.ts';
import {
	bring,
	bringText,
	commit,
	correctedSheet,
	fixture,
	fixtureText,
	gauge,
	GOLDEN,
	picker,
	undo,
	useExampleUnits
} from './submit-files.ts';

test('figures of the own units reach the gauge, stay after a reload, and go when they are undone', async ({
	page
}) => {
	await useExampleUnits(page);
	await bring(page, 'examples/B1.csv');
	const preview = page.getByRole('article', { name: 'B1.csv' });
	await expect(preview).toContainText('Sẵn sàng nộp');
	await expect(preview).toContainText('B1 ·');
	await expect(preview).toContainText('50 ô mới');
	await commit(page);
	await page.getByRole('link', { name: 'Xem tổng quan' }).click();
	await expect(gauge(page)).toHaveAttribute('aria-valuenow', GOLDEN.original);

	await page.reload();
	await expect(gauge(page)).toHaveAttribute('aria-valuenow', GOLDEN.original);

	await page.goto('/submissions');
	await undo(page, 'B1.csv');
	await expect(page.getByText('Chưa có lượt nộp nào')).toBeVisible();
	await page.goto('/');
	await expect(page.getByRole('meter')).toHaveCount(0);
});

test('a corrected sheet says what it changes, moves the gauge, and undone gives the old figures back', async ({
	page
}) => {
	await useExampleUnits(page);
	await bring(page, 'examples/B1.csv');
	await commit(page);
	await bringText(page, 'B1-sua.csv', await correctedSheet());
	const preview = page.getByRole('article', { name: 'B1-sua.csv' });
	await expect(preview).toContainText('2 ô đổi · 48 ô giữ nguyên');
	await preview.getByText('Các ô thay đổi').click();
	await expect(preview.getByRole('row', { name: /An Bình.* 18 17$/ })).toBeVisible();
	await page.getByRole('button', { name: 'Xem trước đánh giá nào sẽ đổi' }).click();
	const flip = { name: /An Bình Quý IV\/2024 TCCSĐ .* Đạt Chưa đạt$/ };
	await expect(page.getByRole('row', flip)).toBeVisible();
	await commit(page);
	await page.goto('/');
	await expect(gauge(page)).toHaveAttribute('aria-valuenow', GOLDEN.corrected);

	await page.goto('/submissions');
	await undo(page, 'B1-sua.csv');
	await page.goto('/');
	await expect(gauge(page)).toHaveAttribute('aria-valuenow', GOLDEN.original);
});

test('a file dropped anywhere on the page is read, and the same file again is recognised', async ({
	page
}) => {
	await useExampleUnits(page);
	await drop(page, 'B1.csv', await fixtureText('examples/B1.csv'));
	await commit(page);
	await drop(page, 'ban sao.csv', await fixtureText('examples/B1.csv'));
	const preview = page.getByRole('article', { name: 'ban sao.csv' });
	await expect(preview).toContainText('Chính tệp này đã nộp lúc');
	await expect(page.getByRole('button', { name: /^Nộp/ })).toHaveCount(0);
});

test('issues of several severities can be looked at one severity at a time', async ({ page }) => {
	await useExampleUnits(page);
	await bring(page, 'sheets/whole-missing.csv');
	const preview = page.getByRole('article', { name: 'whole-missing.csv' });
	await preview.getByRole('button', { name: 'Xử lý' }).click();
	await expect(preview.getByText(/^Tất cả \(\d+\)$/)).toBeVisible();
	await preview.getByText(/^Ghi nhận \(\d+\)$/).click();
	await expect(preview.getByRole('row', { name: /^Lỗi/ })).toHaveCount(0);
	await expect(preview.getByRole('row', { name: /^Ghi nhận/ }).first()).toBeVisible();
});

test('a broken sheet names each fault with its place and stores nothing', async ({ page }) => {
	await useExampleUnits(page);
	await bring(page, 'sheets/many-faults.csv', 'sheets/people-by-name.csv');
	const broken = page.getByRole('article', { name: 'many-faults.csv' });
	await expect(broken).toContainText('Chưa nộp được');
	await expect(broken.getByRole('row', { name: /Lỗi 4 HTXSNV ba/ })).toBeVisible();
	await expect(broken.getByRole('row', { name: /Lỗi 5 .*Bến Thành/ })).toBeVisible();
	const people = page.getByRole('article', { name: 'people-by-name.csv' });
	await expect(people).toContainText('Chưa nộp được');
	await expect(page.getByRole('button', { name: /^Nộp/ })).toHaveCount(0);

	const downloading = page.waitForEvent('download');
	await broken.getByRole('button', { name: 'Tải danh sách (CSV)' }).click();
	const list = await readFile(await (await downloading).path(), 'utf8');
	expect(list).toContain('many-faults.csv,Lỗi,4,HTXSNV,ba,');

	await page.reload();
	await expect(page.getByText('Chưa có lượt nộp nào')).toBeVisible();
});

test('a Parquet file without a period is read once the analyst has named it', async ({ page }) => {
	await useExampleUnits(page);
	const bytes = await inParquet(fixture('examples/B1.csv'));
	await picker(page).setInputFiles({ name: 'B1.parquet', mimeType: '', buffer: bytes });
	const preview = page.getByRole('article', { name: 'B1.parquet' });
	await expect(preview).toContainText('Chưa nộp được');
	await preview.getByLabel('Kỳ báo cáo').selectOption('2024-Q4');
	await expect(preview).toContainText('Sẵn sàng nộp');
	await commit(page);
	await page.goto('/');
	await expect(gauge(page)).toHaveAttribute('aria-valuenow', GOLDEN.original);
});

test('the sample can be cancelled, loaded and removed', async ({ page }) => {
	await page.goto('/submissions');
	await page.getByRole('button', { name: 'Dùng dữ liệu mẫu' }).click();
	await page.getByRole('button', { name: 'Hủy' }).click();
	await expect(page.getByRole('button', { name: 'Dùng dữ liệu mẫu' })).toBeEnabled();
	await expect(page.getByText('Chưa có lượt nộp nào')).toBeVisible();

	await page.getByRole('button', { name: 'Dùng dữ liệu mẫu' }).click();
	await expect(page.getByRole('row', { name: /B1-2025-Q4\.csv/ })).toBeVisible({ timeout: 60_000 });
	await page.getByRole('button', { name: 'Xóa dữ liệu mẫu' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Xóa', exact: true }).click();
	await expect(page.getByText('Chưa có lượt nộp nào')).toBeVisible({ timeout: 60_000 });
});

test('files are chosen, looked over, committed and undone with the keyboard alone, in English', async ({
	page
}) => {
	await useExampleUnits(page);
	await page.goto('/submissions?lang=en');
	const choosing = page.waitForEvent('filechooser');
	await press(page, page.getByRole('button', { name: 'Choose files…' }));
	await (await choosing).setFiles(fixture('examples/B1.csv'));
	await expect(page.getByRole('article', { name: 'B1.csv' })).toContainText('Ready to submit');
	await press(page, page.getByRole('button', { name: 'Submit 1 sheet' }));
	await expect(page.getByRole('row', { name: /B1\.csv/ })).toBeVisible();
	await press(page, page.getByRole('button', { name: 'Undo B1.csv' }));
	await expect(page.getByRole('dialog', { name: 'Undo this submission?' })).toBeVisible();
	await press(page, page.getByRole('dialog').getByRole('button', { name: 'Undo', exact: true }));
	await expect(page.getByText('Nothing has been submitted yet.')).toBeVisible();
});

test('axe finds nothing wrong with the page, its preview and its history', async ({ page }) => {
	await useExampleUnits(page);
	await bring(page, 'examples/B1.csv');
	await commit(page);
	await bring(page, 'sheets/many-faults.csv');
	await expect(page.getByRole('article', { name: 'many-faults.csv' })).toContainText('Lỗi');
	for (const scheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
		await repainted(page);
		expect(await axeFaults(page)).toEqual([]);
	}
});

async function inParquet(csv: string): Promise<Buffer> {
	const source = `read_csv('${csv}', skip = 2, header = true, all_varchar = true)`;
	return Buffer.from(await writeParquet(`SELECT * FROM ${source}`));
}

async function drop(page: Page, name: string, text: string): Promise<void> {
	const carried = await page.evaluateHandle(
		([fileName, content]) => {
			const transfer = new DataTransfer();
			transfer.items.add(new File([`${content}`], `${fileName}`, { type: 'text/csv' }));
			return transfer;
		},
		[name, text]
	);
	const place = page.getByRole('heading', { name: 'Mẫu biểu', exact: true });
	await place.dispatchEvent('dragenter', { dataTransfer: carried });
	await expect(page.getByText('Thả tệp để đọc')).toBeVisible();
	await place.dispatchEvent('drop', { dataTransfer: carried });
}

/** Tabs to the element as a person would, then presses Enter. */
async function press(page: Page, target: Locator): Promise<void> {
	await expect(target).toBeEnabled();
	for (let steps = 0; steps < 80; steps++) {
		if (await target.evaluate((element) => element === document.activeElement)) break;
		await page.keyboard.press('Tab');
	}
	await expect(target).toBeFocused();
	await page.keyboard.press('Enter');
}
