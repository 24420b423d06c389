import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, test } from './app.ts';
import { openSample } from './open-sample.ts';

/** The cells of a sample file, read without any code of the product. */
function cellsOf(file: string): string[][] {
	return Papa.parse<string[]>(readFileSync(`data/samples/${file}`, 'utf8')).data;
}

/** What a cell of a file holds, by an address such as E7. */
function cellAt(file: string, address: string): string | undefined {
	const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
	const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
	return cellsOf(file)[Number(row) - 1]?.[column - 1];
}

test('a figure leads to the cells of the files that it adds up', async ({ page }) => {
	await openSample(page, '/indicator/grassroots-rated-good');
	await page.locator('#now').getByRole('link', { name: 'Từ đâu ra?' }).click();
	await expect(page).toHaveURL(/\/trail\/grassroots-rated-good/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Từ đâu ra');

	const excellent = page.locator('[data-measure="b1.xs"]');
	const rows = excellent.locator('tbody tr');
	await expect(rows.first()).toBeVisible();
	const units = await rows.count();
	expect(units).toBeGreaterThan(3);
	let sum = 0;
	for (let place = 0; place < units; place++) {
		sum += Number(await rows.nth(place).locator('td.number').innerText());
	}
	await expect(excellent.locator('tfoot td.number')).toHaveText(String(sum));

	const name = await rows.first().getByRole('rowheader').innerText();
	await rows.first().getByRole('link', { name }).click();
	await expect(rows).toHaveCount(1);
	await expect(page.locator('header .place')).toContainText(name);
	const value = await rows.locator('td.number').innerText();
	const file = await excellent.locator('[data-file]').getAttribute('data-file');
	const address = await rows.locator('[data-address]').getAttribute('data-address');
	expect(cellAt(file ?? '', address ?? '')).toBe(value);
});

test('the history says what a figure was on a day', async ({ page }) => {
	await openSample(page, '/trail/grassroots-rated-good?lang=en');
	const day = page.getByLabel('Value on');
	const said = page.locator('output');
	await expect(said).toContainText('%');
	await day.fill('2020-01-01');
	await expect(said).toContainText('No figures');
});

test('an indicator that does not exist is told from one without figures', async ({ page }) => {
	await page.goto('/trail/no-such-indicator');
	await expect(page.getByRole('heading', { level: 2 })).toHaveText('Không có chỉ tiêu này');
	await page.goto('/trail/grassroots-rated-good');
	await expect(page.getByRole('heading', { name: 'Định nghĩa và căn cứ' })).toBeVisible();
});
