import { expect, test } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { openSample } from './open-sample.ts';
import { repainted } from './settled.ts';

const INDICATOR = '/indicator/committee-political-theory';

test('a change is taken apart by unit, and leads on to the units that make it', async ({
	page
}) => {
	await openSample(page, `${INDICATOR}?period=2024`);
	const why = page.getByRole('region', { name: 'Vì sao thay đổi' });
	await expect(why.locator('header p')).toContainText('Năm 2023');
	await why.getByRole('combobox').selectOption('2022');
	await expect(why.locator('header p')).toContainText('Năm 2022');
	await why.getByRole('button', { name: 'Xem dạng bảng' }).click();
	await expect(why.getByRole('row', { name: /^Cộng/ })).toBeVisible();

	const head = why.getByRole('columnheader', { name: 'Đóng góp (điểm %)' });
	await head.getByRole('button').press('Enter');
	await expect(head).toHaveAttribute('aria-sort', 'descending');
	await head.getByRole('button').press('Enter');
	await expect(head).toHaveAttribute('aria-sort', 'ascending');

	const parts = page.getByRole('region', { name: 'Đơn vị nào làm nên phần thiếu' });
	await parts.getByRole('link').first().press('Enter');
	await expect(page).toHaveURL(/committee-political-theory\?unit=MH-\d+&period=2024/);
});

test('a layer of targets can be left out, and the status names the one it speaks of', async ({
	page
}) => {
	await openSample(page, '/indicator/grassroots-rated-good?period=2024');
	await expect(page.getByText('so với chỉ tiêu Trung ương, NQ 21: trên 90%')).toBeVisible();
	await page.getByRole('checkbox', { name: 'Trung ương' }).uncheck();
	await expect(page).toHaveURL(/layers=city,own,peers|layers=city%2Cown%2Cpeers/);
	await expect(page.getByText('so với chỉ tiêu Thành phố, Đà Nẵng: từ 90%')).toBeVisible();
	await page.getByRole('checkbox', { name: 'Trung ương' }).check();
	await expect(page).toHaveURL('/indicator/grassroots-rated-good?period=2024');
});

test('axe finds nothing wrong with a change as a table, in dark and narrow', async ({ page }) => {
	await openSample(page);
	await page.setViewportSize({ width: 360, height: 800 });
	await page.emulateMedia({ colorScheme: 'dark' });
	await repainted(page);
	await page.goto(`${INDICATOR}?units=today`);
	const why = page.getByRole('region', { name: 'Vì sao thay đổi' });
	await why.getByRole('button', { name: 'Xem dạng bảng' }).click();
	await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
	expect(await axeFaults(page)).toEqual([]);
});
