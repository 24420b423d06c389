import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { fillCells, partsOf } from '#test/export/fill-template.ts';
import { expect, test } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { bring, commit, picker, useExampleUnits } from './submit-files.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

test('a template of one unit comes back filled in and asks nothing', async ({ page }) => {
	await useExampleUnits(page);
	await page.locator('#templates').getByLabel('Kỳ báo cáo').selectOption('2024-Q4');
	await chooseUnit(page, 'ben da', /Bến Đá/);
	const blank = await downloaded(page, 'Tải B1 (.xlsx)');
	expect(blank.suggestedFilename()).toBe('B1-2024-Q4-MH03.xlsx');
	const figures = [31, 12, 19, 120, 30, 5, 23, 2, 0, 1];
	const cells = new Map(figures.map((figure, at) => [`${'DEFGHIJKLM'.charAt(at)}10`, figure]));
	const filled = await fillCells(await bytesOf(blank), 1, cells);
	await bringBytes(page, 'Bieu 1 Ben Da.xlsx', filled);
	const preview = page.getByRole('article', { name: 'Bieu 1 Ben Da.xlsx' });
	await expect(preview).toContainText('Sẵn sàng nộp');
	await expect(preview).toContainText('10 ô mới');
	await commit(page);
});

test('all sheets come in one workbook, with the last known stocks beside the form', async ({
	page
}) => {
	await useExampleUnits(page);
	await bring(page, 'examples/B1.csv');
	await commit(page);
	await page.locator('#templates').getByLabel('Kỳ báo cáo').selectOption('2025-Q1');
	const blank = await downloaded(page, 'Tải 7 biểu của kỳ này (.xlsx)');
	expect(blank.suggestedFilename()).toBe('B1-B7-2025-Q1.xlsx');
	const parts = await partsOf(await bytesOf(blank));
	expect(parts.get('xl/sharedStrings.xml')).toContain('Số đã biết gần nhất (Quý IV/2024)');
	expect(parts.get('xl/worksheets/sheet1.xml')).toContain('<v>24</v>');
});

test('unit and period are chosen with the keyboard alone, in English too', async ({ page }) => {
	await useExampleUnits(page);
	await page.goto('/submissions?lang=en#templates');
	const opener = page.getByRole('button', { name: /^Unit / });
	await expect(opener).toBeEnabled();
	await opener.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused();
	await page.keyboard.type('tan loi');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(opener).toContainText('Đảng bộ phường Tân Lợi');
	await expect(opener).toContainText('reporting units: 1');
	await expect(page).toHaveURL(/lang=en/);
	expect(await axeFaults(page, { within: '#templates' })).toEqual([]);
});

async function chooseUnit(page: Page, search: string, name: RegExp): Promise<void> {
	await page.getByRole('button', { name: /^Đơn vị lập biểu/ }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('searchbox').fill(search);
	await dialog.getByRole('treeitem', { name }).getByRole('link').click();
	await expect(dialog).toHaveCount(0);
}

async function downloaded(page: Page, button: string): Promise<Download> {
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: button }).click();
	return download;
}

async function bytesOf(download: Download): Promise<Uint8Array> {
	return new Uint8Array(await readFile(await download.path()));
}

async function bringBytes(page: Page, name: string, bytes: Uint8Array): Promise<void> {
	await picker(page).setInputFiles({ name, mimeType: XLSX, buffer: Buffer.from(bytes) });
}
