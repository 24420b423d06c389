import { writeFile } from 'node:fs/promises';
import { expect, test } from './app.ts';
import { picker, useExampleUnits } from './submit-files.ts';

const ROWS = 100_000;
/** In milliseconds, on however slow a machine: read on the main thread these rows would hold it up for seconds. */
const LONGEST_TASK = 400;

test('a long file leaves the page responsive, tells how far it is, and can be stopped @alone', async ({
	page
}) => {
	await useExampleUnits(page);
	await page.evaluate(() => {
		const tasks: number[] = [];
		Object.assign(window, { tasks });
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) tasks.push(duration);
		}).observe({ entryTypes: ['longtask'] });
	});
	await picker(page).setInputFiles(await longFile('dai.csv'));
	const card = page.getByRole('article', { name: 'dai.csv' });
	await expect(card.getByRole('progressbar')).toBeVisible();
	await expect(card).toContainText('100.000');
	await expect(card.getByRole('row', { name: /Lỗi/ }).first()).toBeVisible();
	const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
	expect(Math.max(0, ...tasks)).toBeLessThan(LONGEST_TASK);

	const grid = card.getByRole('grid');
	await grid.press('Control+End');
	await expect(grid.getByRole('rowheader', { name: new RegExp(`^${ROWS + 1} `) })).toBeVisible();
	await card.getByRole('button', { name: 'Bỏ tệp' }).click();

	await picker(page).setInputFiles(await longFile('nua.csv'));
	await page.getByRole('button', { name: 'Dừng đọc nua.csv' }).click();
	await expect(page.getByRole('article', { name: 'nua.csv' })).toHaveCount(0);
});

/** The long layout with a figure in words in every row, so that every row is in trouble. */
async function longFile(name: string): Promise<string> {
	const lines = ['don_vi,ky,so_lieu,gia_tri'];
	for (let row = 0; row < ROWS; row++) {
		lines.push(`MH0${1 + (row % 5)},${2000 + (row % 25)}-Q4,b1.xs,ba${row}`);
	}
	const path = test.info().outputPath(name);
	await writeFile(path, lines.join('\n'));
	return path;
}
