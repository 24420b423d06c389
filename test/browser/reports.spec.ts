import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from './app.ts';
import { composed, open, QUARTER } from './composed-report.ts';

/** What a press on the button gives: the name of the file, and its bytes. */
async function made(page: Page, button: Locator): Promise<{ name: string; bytes: Uint8Array }> {
	const coming: Promise<Download> = page.waitForEvent('download');
	await button.click();
	const download = await coming;
	return {
		name: download.suggestedFilename(),
		bytes: new Uint8Array(await readFile(await download.path()))
	};
}

function makeButton(page: Page): Locator {
	return page.getByRole('button', { name: 'Tạo tệp' });
}

/** The text of the parts of an Office file whose names match. */
function textOf(bytes: Uint8Array, parts: RegExp): string {
	return Object.entries(unzipSync(bytes))
		.filter(([name]) => parts.test(name))
		.map(([, part]) => strFromU8(part))
		.join('\n');
}

/** The same without markup: what a reader reads. */
function wordsOf(bytes: Uint8Array, parts: RegExp): string {
	return textOf(bytes, parts).replace(/<[^>]+>/g, '');
}

test('every format says the numbers of the screen, and charts hold them too', async ({ page }) => {
	await open(page, '/?period=2025-Q4');
	const gauges = page.getByRole('meter');
	await expect(gauges).toHaveCount(4);
	const shown = await gauges.evaluateAll((meters) =>
		meters.map((meter) => /[\d,]+%/.exec(meter.getAttribute('aria-valuetext') ?? '')?.[0] ?? '')
	);
	expect(shown.filter(Boolean)).toHaveLength(4);

	await page.goto(QUARTER);
	const article = await composed(page);
	for (const value of shown) await expect(article.getByText(value).first()).toBeAttached();
	for (const format of ['PowerPoint', 'Excel', 'Một tệp mở ngoại tuyến']) {
		await page.getByRole('checkbox', { name: format }).check();
	}
	const { name, bytes } = await made(page, makeButton(page));
	const stem = 'Báo cáo kết quả thực hiện chỉ tiêu - Đảng bộ thành phố Minh Họa - 2025-Q4';
	expect(name).toBe(`${stem}.zip`);
	const files = unzipSync(bytes);
	expect(Object.keys(files)).toEqual(
		['docx', 'pptx', 'xlsx', 'html'].map((ending) => `${stem}.${ending}`)
	);

	const [docx, pptx, xlsx, html] = Object.values(files) as Uint8Array[];
	const word = wordsOf(docx!, /^word\/document\.xml$/);
	const slides = wordsOf(pptx!, /^ppt\/(slides|notesSlides)\/[^/]+\.xml$/);
	const briefing = strFromU8(html!);
	for (const value of shown) {
		expect(word).toContain(value);
		expect(slides).toContain(value);
		expect(briefing).toContain(value);
	}
	const charts = { docx: /^word\/.*chart[^/]*\.xml$/, pptx: /^ppt\/.*chart[^/]*\.xml$/ };
	const cached = /<c:v>([\d.eE-]+)<\/c:v>/g;
	const numbersIn = (text: string, shape: RegExp): number[] =>
		[...text.matchAll(shape)].map(([, number]) => Number(number));
	const inCharts = [
		numbersIn(textOf(docx!, charts.docx), cached),
		numbersIn(textOf(pptx!, charts.pptx), cached)
	];
	const inSheets = numbersIn(textOf(xlsx!, /^xl\/worksheets\/[^/]+\.xml$/), /<v>([\d.eE-]+)<\/v>/g);
	const printed = (number: number): string => `${(number * 100).toFixed(2).replace('.', ',')}%`;
	for (const numbers of [...inCharts, inSheets]) {
		const percentages = new Set(numbers.map(printed));
		expect(shown.filter((value) => percentages.has(value))).toEqual(shown);
	}
});

test('a report is settled by keyboard alone, kept, made again, deleted and brought back', async ({
	page
}) => {
	await open(page, QUARTER);
	const article = await composed(page);
	const headings = article.getByRole('heading', { level: 3 });
	await expect(headings.first()).toHaveText('I- Tóm tắt');

	const first = page.getByRole('checkbox', { name: 'Tóm tắt' });
	await first.focus();
	await page.keyboard.press('Alt+ArrowDown');
	await expect(page.getByText('Tóm tắt: vị trí 2/9')).toBeAttached();
	await expect(first).toBeFocused();
	await expect(headings.nth(1)).toHaveText('II- Tóm tắt');
	await page.keyboard.press('Space');
	await expect(headings.filter({ hasText: 'Tóm tắt' })).toHaveCount(0);

	const name = page.getByRole('textbox', { name: 'Tên báo cáo' });
	await name.fill('Báo cáo: quý "4" / thử');
	await page.keyboard.press('Control+s');
	await expect(page.getByRole('button', { name: 'Đã lưu' })).toBeDisabled();
	await expect(page).toHaveURL(/report=[0-9a-f-]{36}/);
	await page.reload();
	await expect(name).toHaveValue('Báo cáo: quý "4" / thử');
	await composed(page);
	await expect(headings.filter({ hasText: 'Tóm tắt' })).toHaveCount(0);

	await page.getByRole('link', { name: 'Tất cả báo cáo' }).click();
	const kept = page.locator('[data-report]');
	await expect(kept).toContainText('Quý IV/2025');
	const again = page.getByRole('button', { name: /^Tạo lại/ });
	const file = await made(page, again);
	expect(file.name).toBe('Báo cáo quý 4 thử - Đảng bộ thành phố Minh Họa - 2025-Q4.docx');
	await expect(page.locator('[data-made]')).toContainText(file.name);

	await page.getByRole('button', { name: /^Xóa/ }).click();
	await expect(kept).toHaveCount(0);
	await page.getByRole('button', { name: 'Khôi phục' }).click();
	await expect(kept).toHaveCount(1);

	const definition = await made(page, page.getByRole('button', { name: /^Lưu định nghĩa/ }));
	expect(definition.name).toBe('Báo cáo quý 4 thử.json');
	const picker = page.locator('input[type=file]');
	const broken = { name: 'khác.json', mimeType: 'application/json', buffer: Buffer.from('{}') };
	await picker.setInputFiles(broken);
	await expect(page.getByRole('alert')).toContainText('không phải định nghĩa báo cáo');
	await picker.setInputFiles({ ...broken, buffer: Buffer.from(definition.bytes) });
	await expect(page.getByRole('button', { name: 'Lưu báo cáo' })).toBeEnabled();
	await expect(name).toHaveValue('Báo cáo: quý "4" / thử');

	await page.keyboard.press('Escape');
	await page.getByRole('link', { name: 'Tất cả báo cáo' }).click();
	await page.keyboard.press('/');
	await page.keyboard.type('tao lai');
	await expect(page.getByRole('option', { name: /Tạo lại “Báo cáo/ })).toBeVisible();
});

test('many units come in one .zip, one file each, and a run can be stopped', async ({ page }) => {
	await open(page, '/reports?report=brief');
	await composed(page);
	await page.getByRole('radio', { name: /^Các đơn vị đã chọn/ }).check();
	await page.getByRole('button', { name: /^Thêm \d+ đơn vị ngay dưới/ }).click();
	await expect(page.getByText('22 đơn vị', { exact: true })).toBeVisible();
	await page.getByRole('checkbox', { name: 'Một tệp mở ngoại tuyến' }).uncheck();

	await makeButton(page).click();
	await page.getByRole('button', { name: 'Hủy' }).click();
	await expect(page.locator('[data-action=cancel-report]')).toHaveCount(0);
	await expect(page.locator('[data-made]')).toHaveCount(0);

	const { name, bytes } = await made(page, makeButton(page));
	expect(name).toBe('Tóm tắt cho lãnh đạo - 2025-Q4.zip');
	const names = Object.keys(unzipSync(bytes));
	expect(names).toHaveLength(22);
	expect(new Set(names).size).toBe(22);
	expect(names).toContain('Tóm tắt cho lãnh đạo - Đảng bộ phường Hòa Khánh - 2025-Q4.docx');
});

test('the office’s own template is kept, used and refused in words', async ({ page }) => {
	await open(page, '/reports?report=quarter');
	await composed(page);
	const own = await made(page, makeButton(page));
	await page.getByText('Mẫu văn bản của cơ quan').click();
	const picker = page.locator('input[type=file]');
	await picker.setInputFiles({
		...{ name: 'ghi chú.docx', mimeType: 'text/plain' },
		buffer: Buffer.from('không phải tệp Word')
	});
	await expect(page.getByRole('alert')).toContainText('không phải tệp Word');
	await picker.setInputFiles({
		...{ name: 'mẫu cơ quan.docx', mimeType: 'application/octet-stream' },
		buffer: Buffer.from(own.bytes)
	});
	const choice = page.getByRole('combobox', { name: 'Word' });
	await expect(choice.locator('option:checked')).toHaveText('mẫu cơ quan.docx');
	const inTemplate = await made(page, makeButton(page));
	expect(inTemplate.bytes.length).toBeGreaterThan(own.bytes.length);
});

test('forty indicators over all units make one Word report while the page stays responsive @alone', async ({
	page
}) => {
	test.setTimeout(240_000);
	await open(page, QUARTER);
	await composed(page);
	await page.getByRole('button', { name: 'Chọn chỉ tiêu' }).click();
	await page.getByRole('button', { name: /^Tất cả/ }).click();
	await page.keyboard.press('Escape');
	await page.getByRole('combobox', { name: 'Bảng liệt kê' }).selectOption('leaves');
	await composed(page);
	await page.evaluate(() => {
		const long: number[] = [];
		Object.assign(globalThis, { long });
		const watch = new PerformanceObserver((list) =>
			long.push(...list.getEntries().map(({ duration }) => duration))
		);
		watch.observe({ type: 'longtask' });
	});
	const started = Date.now();
	const { bytes } = await made(page, makeButton(page));
	const took = Date.now() - started;
	const long = await page.evaluate(() => (globalThis as unknown as { long: number[] }).long);
	test.info().annotations.push({ type: 'measured', description: JSON.stringify({ took, long }) });
	const tables = textOf(bytes, /^word\/document\.xml$/).split('<w:tbl>').length - 1;
	expect(tables).toBeGreaterThan(40);
	expect(Math.max(0, ...long)).toBeLessThan(400);
	expect(took).toBeLessThan(30_000);
});

test('a file taken along leaves the preview as it stands', async ({ page }) => {
	await open(page, QUARTER);
	await composed(page);
	await page.getByRole('region', { name: 'Xem trước', exact: true }).evaluate((preview) => {
		const watch = new MutationObserver(() => preview.setAttribute('data-composed', 'anew'));
		watch.observe(preview, { attributeFilter: ['aria-busy'] });
	});
	await made(page, makeButton(page));
	// So long a preview composed anew for the sake of the log was under way again.
	await page.waitForTimeout(1500);
	await expect(page.locator('[data-composed]')).toHaveCount(0);
});

test('an address of a report that is not there says so', async ({ page }) => {
	await open(page, '/reports?report=nothing');
	await expect(page.getByText('Không có báo cáo này trên máy')).toBeVisible();
	await expect(page.getByRole('heading', { level: 1, name: 'Báo cáo' })).toBeVisible();
});
