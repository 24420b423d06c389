import { expect, test } from './app.ts';
import { openSample } from './open-sample.ts';

test('a link to a unit that is not there says so and shows the whole organisation', async ({
	page
}) => {
	await openSample(page);
	await page.goto('/?unit=KHONG-CO&period=2024');
	await expect(page.getByText('Không có đơn vị nào mang mã “KHONG-CO”.')).toBeVisible();
	await expect(page.getByRole('meter').first()).toHaveAttribute('data-unit', 'MH');

	await page.goto('/?unit=MH-101&period=2025');
	await expect(page.getByText('Đảng bộ phường 1 không tồn tại trong năm 2025.')).toBeVisible();
	await expect(page.getByRole('meter').first()).toHaveAttribute('data-unit', 'MH');
});
