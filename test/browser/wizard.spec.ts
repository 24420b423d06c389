import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { type Dirt, dirtySheet, XLSX } from './dirty-sheet.ts';
import { repainted } from './settled.ts';
import { bring, bringText, commit, fixtureText, picker, useExampleUnits } from './submit-files.ts';

test('a dirty sheet is settled, corrected, compared and committed, and the next one asks nothing', async ({
	page
}) => {
	await useExampleUnits(page);
	const card = await bringDirty(page, 'nam-2023.xlsx', {
		year: 2023,
		cell: 'năm',
		percentage: 80
	});
	await expect(step(card, 'Ghép cột')).toHaveAttribute('aria-current', 'step');
	await card.getByRole('radio', { name: /^Mức ba/ }).check();
	await expect(step(card, 'Ghép cột')).toContainText('xong');
	await card.getByRole('button', { name: 'Tiếp: Xử lý' }).click();
	await expect(card.getByRole('heading', { name: 'Làm rõ và sửa' })).toBeFocused();

	const unit = card.getByRole('group', { name: /Khối Dân vận/ });
	await unit.getByRole('searchbox').fill('co quan dang');
	await unit.getByRole('button', { name: /các cơ quan Đảng/ }).click();
	await expect(unit.getByRole('radio', { name: /các cơ quan Đảng/ })).toBeChecked();

	const grid = card.getByRole('grid');
	const wrong = grid.getByRole('gridcell', { name: /^năm/ });
	await wrong.dblclick();
	await grid.getByRole('textbox').fill('5');
	await grid.getByRole('textbox').press('Enter');
	await expect(grid.getByRole('gridcell', { name: /5.*năm/ })).toBeVisible();
	await expect(step(card, 'Xử lý')).toContainText('xong');

	await card.getByRole('button', { name: 'Tiếp: So sánh' }).click();
	await expect(card).toContainText('50 ô mới');
	await card.getByRole('button', { name: 'Tiếp: Xác nhận' }).click();
	await expect(card).toContainText('Còn cảnh báo chưa nêu lý do: 1 loại.');
	await card.getByLabel('Lý do').fill('đơn vị làm tròn');
	await expect(card).toContainText('Sẵn sàng nộp');
	await commit(page);
	await expect(
		page.getByText('Đã ghi nhớ cách đọc cho tệp sau: nam-2023.xlsx › Biểu 1.')
	).toBeVisible();
	const remembered = page.getByRole('region', { name: 'Điều đã ghi nhớ' });
	await expect(remembered).toContainText('Đảng bộ các cơ quan Đảng');

	const second = await bringDirty(page, 'nam-2024.xlsx', { year: 2024 });
	await expect(step(second, 'So sánh')).toHaveAttribute('aria-current', 'step');
	await expect(second.getByRole('radio')).toHaveCount(0);
	await second.getByRole('button', { name: 'Bỏ tệp' }).click();

	const third = await bringDirty(page, 'doi-cot.xlsx', { year: 2024, header: 'Chưa rõ mức' });
	await expect(step(third, 'Ghép cột')).toContainText('cần xem: 1');
	await expect(step(third, 'Xử lý')).toContainText('xong');
	await third.getByRole('radio', { name: /^Chưa rõ mức/ }).check();
	await expect(step(third, 'Ghép cột')).toContainText('xong');
	await expect(step(third, 'So sánh')).toContainText('xong');

	await remembered.getByRole('button', { name: /^Quên điều đã ghi nhớ/ }).click();
	await expect(remembered).toHaveCount(0);
});

test('a file of the usual layout opens at what it would change, and every step can be looked at', async ({
	page
}) => {
	await useExampleUnits(page);
	await bring(page, 'examples/B1.csv');
	const card = page.getByRole('article', { name: 'B1.csv' });
	await expect(step(card, 'So sánh')).toHaveAttribute('aria-current', 'step');
	await step(card, 'Tiêu đề').click();
	await expect(card.getByRole('radio', { name: 'Dòng 3 là dòng tiêu đề cuối' })).toBeChecked();
	await step(card, 'Ghép cột').click();
	await expect(card.getByLabel('Cột “HTXSNV” mang số liệu')).toHaveValue('b1.xs');
	await step(card, 'Bảng').click();
	await expect(card.getByRole('row', { name: /Cả tệp B1 ·/ })).toBeVisible();
});

test('cells alike are corrected at once, a block is pasted, and all of it is taken back', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await useExampleUnits(page);
	const sheet = await dirtyCsv();
	await bringText(page, 'B1.csv', sheet);
	const card = page.getByRole('article', { name: 'B1.csv' });
	const grid = card.getByRole('grid');
	await grid.getByRole('gridcell', { name: /^ba/ }).first().click();
	await grid.press('F2');
	await grid.getByRole('textbox').fill('3');
	await grid.getByRole('textbox').press('Enter');
	await card.getByRole('button', { name: 'Sửa tất cả thành “3”' }).click();
	await expect(grid.getByRole('gridcell', { name: /^3.*ba/ })).toHaveCount(2);
	await grid.press('Control+z');
	await grid.press('Control+z');
	await expect(grid.getByRole('gridcell', { name: /^ba/ })).toHaveCount(2);

	await page.evaluate(() => navigator.clipboard.writeText('4\t18\r\n3\t15\r\n'));
	await grid.getByRole('gridcell', { name: /^ba/ }).first().click();
	await grid.press('Control+v');
	await expect(card).toContainText('Đã dán 4 ô vào 2 hàng.');
	await expect(card).toContainText('Sẵn sàng nộp');

	const leaving = page.waitForEvent('dialog');
	void page.reload().catch(() => undefined);
	const question = await leaving;
	expect(question.type()).toBe('beforeunload');
	await question.dismiss();
	await expect(card).toContainText('Sẵn sàng nộp');
});

test('axe finds nothing wrong with the steps, wide in light and narrow in dark', async ({
	page
}) => {
	await useExampleUnits(page);
	const card = await bringDirty(page, 'nam-2023.xlsx', {
		year: 2023,
		cell: 'năm',
		percentage: 80
	});
	for (const [width, colorScheme] of [[1440, 'light'] as const, [320, 'dark'] as const]) {
		await page.setViewportSize({ width, height: 900 });
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await repainted(page);
		for (const name of ['Bảng', 'Tiêu đề', 'Ghép cột', 'Xử lý', 'Xác nhận']) {
			await step(card, name).click();
			await expect(step(card, name)).toHaveAttribute('aria-current', 'step');
			expect(
				await axeFaults(page, { within: 'article' }),
				`${name} at ${width}, ${colorScheme}`
			).toEqual([]);
			const overflow = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect(overflow, `${name}: sideways scrolling at ${width}`).toBe(0);
		}
	}
});

async function bringDirty(page: Page, name: string, dirt: Dirt): Promise<Locator> {
	await picker(page).setInputFiles({ name, mimeType: XLSX, buffer: dirtySheet(dirt) });
	const card = page.getByRole('article', { name });
	await expect(card.getByRole('navigation', { name: 'Các bước' })).toBeVisible();
	return card;
}

function step(card: Locator, name: string): Locator {
	return card.getByRole('navigation', { name: 'Các bước' }).getByRole('button', { name });
}

/** The example sheet B1 with two of its first figures in words. */
async function dirtyCsv(): Promise<string> {
	const sheet = await fixtureText('examples/B1.csv');
	return sheet.replace(',24,4,18,', ',24,ba,18,').replace(',20,3,15,', ',20,ba,15,');
}
