import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { expect } from './app.ts';

/** What the page says once the units of the examples are in use. */
export const OWN_UNITS = 'Đang dùng danh sách riêng gồm 6 đơn vị.';

/** Per cent of organisations rated good by the example sheet B1, and by the corrected one. */
export const GOLDEN = { original: '92.42', corrected: '91.67' };

/** The path of a file in test/fixtures. */
export function fixture(name: string): string {
	return fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
}

/** The text of a file in test/fixtures. */
export function fixtureText(name: string): Promise<string> {
	return readFile(fixture(name), 'utf8');
}

/** The field that files are chosen with. */
export function picker(page: Page): Locator {
	return page.locator('input[type=file]');
}

/** The gauge of the grassroots organisations rated good, of the whole example organisation. */
export function gauge(page: Page): Locator {
	return page.locator('[role=meter][data-indicator=grassroots-rated-good][data-unit=MH]');
}

/** Chooses files of test/fixtures on the page of submissions. */
export async function bring(page: Page, ...names: string[]): Promise<void> {
	await picker(page).setInputFiles(names.map(fixture));
}

/** Chooses a file with that name and text. */
export async function bringText(page: Page, name: string, text: string): Promise<void> {
	await picker(page).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

/** Opens the page of submissions in an empty workspace and puts the units of the examples in use. */
export async function useExampleUnits(page: Page): Promise<void> {
	await page.goto('/submissions');
	await bring(page, 'examples/units.csv');
	await page.getByRole('button', { name: 'Dùng danh sách này' }).click();
	await expect(page.getByText(OWN_UNITS)).toBeVisible();
}

/** Commits the one sheet that is ready, and waits until it is in force. */
export async function commit(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Nộp 1 biểu' }).click();
	await expect(page.getByText(/^Đã nộp 1 biểu\./).first()).toBeVisible();
}

/** Undoes the submission of that file, and waits until it is out of force. */
export async function undo(page: Page, file: string): Promise<void> {
	await page.getByRole('button', { name: `Hoàn tác ${file}` }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác', exact: true }).click();
	await expect(page.getByText(`Đã hoàn tác “${file}”`).first()).toBeVisible();
}

/** The example sheet B1 with one organisation of An Bình moved from "good" to "fair". */
export async function correctedSheet(): Promise<string> {
	const sheet = await fixtureText('examples/B1.csv');
	return sheet
		.replace('24,4,18,2,0,0,"91,67"', '24,4,17,3,0,0,"87,50"')
		.replace('132,21,101,9,1,2,"92,42"', '132,21,100,10,1,2,"91,67"');
}
