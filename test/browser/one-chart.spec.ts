import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { openSample } from './open-sample.ts';

const INDICATOR = '/indicator/committee-political-theory?period=2024';
const CODE = /Mã truy vết: [0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/;

test('a chart is taken along as picture and as data, each with its frame', async ({ page }) => {
	await openSample(page, INDICATOR);
	await page.getByRole('button', { name: 'Tải biểu đồ “Các đơn vị trực thuộc”' }).click();
	const sheet = page.getByRole('dialog', { name: 'Tải biểu đồ' });
	await expect(sheet.getByRole('img')).toHaveJSProperty('complete', true);

	const [svg, svgName] = await taken(page, () =>
		sheet.getByRole('button', { name: 'SVG' }).click()
	);
	expect(svgName).toMatch(/^.+ - Các đơn vị trực thuộc - .+ - 2024\.svg$/);
	const words = svg.toString('utf8');
	for (const part of ['năm 2024', 'Chỉ tiêu: ', 'Số liệu: ', 'Nguồn: '])
		expect(words).toContain(part);
	expect(words).toMatch(CODE);

	const sizes: number[][] = [];
	for (const scale of ['1×', '2×', '4×']) {
		await sheet.getByRole('button', { name: `PNG gấp ${scale.slice(0, 1)} lần` }).click();
		const [png] = await taken(page, () =>
			sheet.getByRole('button', { name: 'PNG', exact: true }).click()
		);
		expect(png.subarray(1, 4).toString()).toBe('PNG');
		sizes.push([png.readUInt32BE(16), png.readUInt32BE(20)]);
		expect(await inkAtTop(page, png), `letters of the title at ${scale}`).toBeGreaterThan(500);
	}
	const [once, twice, fourTimes] = sizes;
	expect(once?.[0]).toBe(960);
	expect(twice).toEqual(once?.map((side) => 2 * side));
	expect(fourTimes).toEqual(once?.map((side) => 4 * side));

	const [csv] = await taken(page, () => sheet.getByRole('button', { name: 'CSV' }).click());
	const values = await page.locator('#ranking ol b').allInnerTexts();
	for (const value of values) expect(csv.toString('utf8')).toContain(`"${value}`);
	expect(csv.toString('utf8')).toMatch(CODE);

	await sheet.getByRole('button', { name: /^Đầy đủ \(\d+ dòng\)$/ }).click();
	const rows = Number(/\d+/.exec(await sheet.getByRole('button', { name: /^Đầy đủ/ }).innerText()));
	const [full] = await taken(page, () => sheet.getByRole('button', { name: 'CSV' }).click());
	expect(full.toString('utf8').trim().split('\r\n')).toHaveLength(rows + 1);
	for (const [name, start] of [
		['Excel', 'PK'],
		['Parquet', 'PAR1']
	] as const) {
		const [bytes] = await taken(page, () => sheet.getByRole('button', { name }).click());
		expect(bytes.subarray(0, start.length).toString('latin1')).toBe(start);
	}
});

test('the sheet opens by its key for every chart of the page, copies the picture, and keeps to the rules of access', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await openSample(page, INDICATOR);
	await expect(page.getByRole('meter')).toBeVisible();
	await page.keyboard.press('e');
	const sheet = page.getByRole('dialog', { name: 'Tải biểu đồ' });
	const which = sheet.getByLabel('Biểu đồ');
	const names = await which.locator('option').allInnerTexts();
	expect(names.length).toBeGreaterThanOrEqual(5);
	for (const name of names) {
		await which.selectOption({ label: name });
		const picture = sheet.getByRole('img');
		await expect(picture).toBeVisible();
		await expect(picture).toHaveJSProperty('naturalWidth', 960);
	}
	await sheet.getByRole('button', { name: 'Sao chép hình' }).click();
	await expect(sheet.getByRole('status')).toHaveText('Đã sao chép hình.');
	const kinds = await page.evaluate(async () =>
		(await navigator.clipboard.read()).flatMap(({ types }) => types)
	);
	expect(kinds).toContain('image/png');
	expect(await axeFaults(page, { within: 'dialog' })).toEqual([]);
	await page.keyboard.press('Escape');
	await expect(sheet).toBeHidden();
});

test('small counts are suppressed unless the reader says that the chart stays within the unit', async ({
	page
}) => {
	await openSample(page, '/indicator/discipline-member?period=2024');
	await page.getByRole('button', { name: 'Tải biểu đồ “Các đơn vị trực thuộc”' }).click();
	const sheet = page.getByRole('dialog', { name: 'Tải biểu đồ' });
	const guard = sheet.getByRole('checkbox', { name: 'Che số nhỏ' });
	await expect(guard).toBeChecked();
	const [guarded] = await taken(page, () => sheet.getByRole('button', { name: 'CSV' }).click());
	await guard.uncheck();
	const [open] = await taken(page, () => sheet.getByRole('button', { name: 'CSV' }).click());
	expect(open.toString('utf8')).not.toContain('[c]');
	const counts = open.toString('utf8').match(/,[1-4],/g) ?? [];
	if (counts.length > 0) expect(guarded.toString('utf8')).toContain('< 5 [c]');
	expect(guarded.toString('utf8')).not.toMatch(/",[1-4],|,[1-4],\d+,/);
});

/** The bytes and the name of what a press downloads. */
async function taken(page: Page, press: () => Promise<void>): Promise<[Buffer, string]> {
	const coming: Promise<Download> = page.waitForEvent('download');
	await press();
	const download = await coming;
	return [await readFile(await download.path()), download.suggestedFilename()];
}

/** How many dark dots a picture has in its uppermost tenth, where its title stands. */
function inkAtTop(page: Page, png: Buffer): Promise<number> {
	return page.evaluate(
		async (bytes) => {
			const picture = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
			const { width } = picture;
			const height = Math.round(picture.height / 10);
			const canvas = new OffscreenCanvas(width, height).getContext('2d');
			canvas?.drawImage(picture, 0, 0);
			const dots = new Uint32Array(canvas?.getImageData(0, 0, width, height).data.buffer ?? []);
			// Red, green and blue below the half of their range.
			return dots.filter((dot) => dot >>> 24 > 0 && (dot & 0x80_80_80) === 0).length;
		},
		[...png]
	);
}
