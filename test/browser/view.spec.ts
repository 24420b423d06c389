import { expect, test } from './app.ts';
import { openSample } from './open-sample.ts';

test('a link to a unit that is not there says so and shows the whole organisation', async ({
	page
}) => {
	await openSample(page, '/?unit=KHONG-CO&period=2024');
	await expect(page.getByText('Không có đơn vị nào mang mã “KHONG-CO”.')).toBeVisible();
	await expect(page.getByRole('meter').first()).toHaveAttribute('data-unit', 'MH');

	await expect(page.getByText('Đang hiển thị toàn tổ chức.')).toBeVisible();
});

test('a link to a unit that was merged leads to the one it is part of now, and says so', async ({
	page
}) => {
	await openSample(page, '/?unit=MH-101&period=2025');
	await expect(
		page.getByText(
			'Đảng bộ phường 1 không tồn tại trong năm 2025. Đang hiển thị đơn vị kế thừa: Đảng bộ phường Minh Trung.'
		)
	).toBeVisible();
	await expect(page.getByRole('meter').first()).toHaveAttribute('data-unit', 'MH-801');

	await page.goto('/?unit=MH-801&period=2024&lang=en');
	await expect(page.getByText('Choose a predecessor:')).toBeVisible();
	await expect(page.getByRole('meter').first()).toHaveAttribute('data-unit', 'MH-100');
	await page.locator('[data-kin="MH-101"]').click();
	await expect(page).toHaveURL(/unit=MH-101/);
	await expect(page.getByText('Choose a predecessor:')).toBeHidden();
	await expect(page.getByRole('meter').first()).toHaveAttribute('data-unit', 'MH-101');
});
