import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { dirtySheet, XLSX } from './dirty-sheet.ts';
import { useExampleUnits } from './submit-files.ts';

test('a dirty sheet goes from the file to the commit with the keyboard alone, in English', async ({
	page
}) => {
	await useExampleUnits(page);
	await page.goto('/submissions?lang=en');
	const choosing = page.waitForEvent('filechooser');
	await press(page, page.getByRole('button', { name: 'Choose files…' }));
	const buffer = dirtySheet({ year: 2023, cell: 'năm', percentage: 80 });
	await (await choosing).setFiles({ name: 'y2023.xlsx', mimeType: XLSX, buffer });
	const card = page.getByRole('article', { name: 'y2023.xlsx' });

	await tabTo(page, card.getByRole('radio', { name: /^Mức ba/ }));
	await page.keyboard.press('Space');
	await expect(step(card, 'Columns')).toContainText('done');
	await press(page, card.getByRole('button', { name: 'Next: Settle' }));
	await expect(card.getByRole('heading', { name: 'Settle and correct' })).toBeFocused();

	const unit = card.getByRole('group', { name: /Khối Dân vận/ });
	await tabTo(page, unit.getByRole('searchbox'));
	await page.keyboard.type('co quan dang');
	await page.keyboard.press('Enter');
	await expect(unit.getByRole('radio', { name: /các cơ quan Đảng/ })).toBeChecked();

	const grid = card.getByRole('grid');
	await tabTo(page, grid);
	await page.keyboard.press('Home');
	await page.keyboard.press('ArrowDown');
	for (let moves = 0; moves < 7; moves++) await page.keyboard.press('ArrowRight');
	await expect(card).toContainText('“năm” is not a number');
	await page.keyboard.type('55');
	await page.keyboard.press('Escape');
	await expect(grid.getByRole('gridcell', { name: /^năm/ })).toBeVisible();
	await page.keyboard.type('5');
	await page.keyboard.press('Tab');
	await expect(grid.getByRole('gridcell', { name: /5.*năm/ })).toBeVisible();
	await expect(step(card, 'Settle')).toContainText('done');

	await press(page, card.getByRole('button', { name: 'Next: Compare' }));
	await expect(card).toContainText('50 new');
	await press(page, card.getByRole('button', { name: 'Next: Confirm' }));
	await tabTo(page, card.getByLabel('Reason'));
	await page.keyboard.type('rounded by the unit');
	await expect(card).toContainText('Ready to submit');
	await press(page, page.getByRole('button', { name: 'Submit 1 sheet' }));
	await expect(page.getByRole('row', { name: /y2023\.xlsx/ })).toBeVisible();
	await press(page, page.getByRole('button', { name: 'Forget', exact: true }));
	await expect(page.getByRole('region', { name: 'What is remembered' })).toHaveCount(0);
});

function step(card: Locator, name: string): Locator {
	return card.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name });
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

/** Tabs to the element, then presses Enter. */
async function press(page: Page, target: Locator): Promise<void> {
	await expect(target).toBeEnabled();
	await tabTo(page, target);
	await page.keyboard.press('Enter');
}
