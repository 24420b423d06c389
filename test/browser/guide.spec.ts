import { expect, test } from './app.ts';
import { openSample, plantSample } from './open-sample.ts';

test('the guide tells in both languages what a status means, without any data', async ({
	page
}) => {
	await page.goto('/guide#status');
	await expect(page.getByRole('heading', { level: 1, name: 'Hướng dẫn' })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Ý nghĩa từng đánh giá' })).toBeInViewport();
	await expect(page.getByRole('term').filter({ hasText: 'Chưa đủ căn cứ' }).first()).toBeVisible();

	await page.goto('/guide?lang=en#sheets-b3');
	await expect(page.getByRole('heading', { name: /^B3\. Hamlets/ })).toBeInViewport();
	await expect(
		page.getByRole('cell', { name: 'Hamlets with a party member', exact: true })
	).toBeVisible();
	await expect(page).toHaveTitle('Guide · Thước Đo');
});

test('every picture of the guide is there, with words for those who do not see it', async ({
	page
}) => {
	for (const language of ['vi', 'en']) {
		await page.goto(`/guide?lang=${language}`);
		const pictures = page.locator('main img');
		await expect(pictures.first()).toBeVisible();
		for (const picture of await pictures.all()) {
			await picture.scrollIntoViewIfNeeded();
			await expect(picture).not.toHaveJSProperty('naturalWidth', 0);
			expect(await picture.getAttribute('alt')).toMatch(/\S+ \S+/);
		}
	}
});

test('what is searched for is found without accents and reached by the keyboard alone', async ({
	page
}) => {
	await page.goto('/guide');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.keyboard.press('f');
	await expect(page.getByRole('searchbox')).toBeFocused();
	await page.keyboard.type('lam tron');
	await expect(page.getByRole('status').filter({ hasText: 'Tìm thấy' })).toBeVisible();
	await expect(page).toHaveURL(/\?q=lam\+tron$/);
	const hit = page.getByRole('link', { name: /^Làm tròn không bao giờ nói sai/ });
	await hit.focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/guide#status-rounding$/);
	await expect(page.getByRole('heading', { name: /^Làm tròn/ })).toBeInViewport();

	await page.goBack();
	await expect(page.getByRole('searchbox')).toHaveValue('lam tron');
	await page.getByRole('searchbox').fill('khong co tu qwxz');
	await expect(page.getByText('Không tìm thấy mục nào')).toBeVisible();
});

test('a small button says what a thing is, and leads to the section that tells more', async ({
	page
}) => {
	await openSample(page, '/ledger');
	const button = page.getByRole('button', { name: 'Đây là gì? Nhiệm vụ và thời hạn' });
	await button.focus();
	await page.keyboard.press('Enter');
	const said = page.getByRole('group', { name: 'Nhiệm vụ và thời hạn' });
	await expect(said).toContainText('Mọi việc có thời hạn trong các văn bản');
	await page.keyboard.press('Escape');
	await expect(said).toBeHidden();
	await expect(button).toBeFocused();

	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/guide#ledger$/);
	await expect(page.getByRole('heading', { name: 'Nhiệm vụ và thời hạn' })).toBeInViewport();
});

test('the button stays on a narrow screen with what it says', async ({ page }) => {
	await plantSample(page);
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto('/targets?lang=en');
	await page.locator('[data-what="target"]').click();
	const said = page.getByRole('group', { name: 'Target', exact: true });
	await expect(said).toBeVisible();
	const box = await said.boundingBox();
	expect(box && box.x >= 0 && box.x + box.width <= 320).toBe(true);
});
