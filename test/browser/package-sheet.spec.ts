import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './app.ts';
import { openSample } from './open-sample.ts';
import { thuocdo } from './run-thuocdo.ts';

test('a package is opened, looked at and trusted by the keyboard alone, and the focus is never lost', async ({
	page
}) => {
	const folder = await mkdtemp(join(tmpdir(), 'thuocdo-'));
	const [passphrase, key] = [join(folder, 'passphrase.txt'), join(folder, 'key.json')];
	await writeFile(passphrase, 'một cành mai trước sân');
	thuocdo('key', '--out', key, '--maker', 'Văn phòng');
	const [pack, examples] = [join(folder, 'b1.thuocdo'), 'test/fixtures/examples'];
	const lock = ['--passphrase-file', passphrase, '--sign', key];
	thuocdo(
		'package',
		`${examples}/B1.csv`,
		'--units',
		`${examples}/units.csv`,
		...lock,
		'--out',
		pack
	);
	// Asked for this early, the browser is sure to hand the files over by the time the key is pressed.
	const choosing = page.waitForEvent('filechooser', { timeout: 120_000 });
	await openSample(page, '/submissions');
	const opener = page.locator('[data-action=open-package]');
	await expect(page.locator('[data-action=publish]')).toBeEnabled();
	await opener.focus();
	await page.keyboard.press('Enter');
	await (await choosing).setFiles(pack);
	const sheet = page.getByRole('dialog');
	await expect(sheet.getByLabel('Mật khẩu của gói')).toBeFocused();
	await expect(sheet.getByRole('button', { name: 'Mở khóa' })).toBeDisabled();
	await page.keyboard.type('không phải câu này');
	await page.keyboard.press('Enter');
	await expect(sheet.getByRole('alert')).toContainText('Mật khẩu không đúng');
	await expect(sheet.getByLabel('Mật khẩu của gói')).toBeFocused();
	await sheet.getByLabel('Mật khẩu của gói').fill('một cành mai trước sân');
	await page.keyboard.press('Enter');
	await expect(sheet.getByText(/^Tạo ngày/)).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(sheet.getByRole('button', { name: 'Đã đối chiếu' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(sheet.getByText('Chữ ký đúng, của người quen: Văn phòng.')).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(sheet).toHaveCount(0);
	await expect(opener).toBeFocused();
});

test('what is wrong with a passphrase, and what came of it, is said in the language of the page', async ({
	page
}) => {
	await openSample(page, '/submissions');
	await page.getByRole('button', { name: 'Sao lưu', exact: true }).click();
	const sheet = page.getByRole('dialog');
	await expect(sheet.getByText('Để tạo khóa mới, hãy ghi')).toBeVisible();
	await sheet.getByLabel('Người hoặc cơ quan tạo').fill('Văn phòng');
	const newKey = sheet.getByRole('button', { name: 'Tạo khóa mới' });
	await newKey.press('Enter');
	await expect(sheet.getByText('Sẽ ký bằng khóa của Văn phòng.')).toBeVisible();
	await expect(newKey).toBeFocused();
	await sheet.getByLabel('Mật khẩu', { exact: true }).fill('ngắn');
	await sheet.getByLabel('Nhập lại mật khẩu').fill('khác');
	await expect(sheet.getByText('Hai lần nhập chưa giống nhau.')).toBeVisible();
	await sheet.getByLabel('Nhập lại mật khẩu').fill('ngắn');
	const make = sheet.getByRole('button', { name: 'Tạo gói', exact: true });
	await make.press('Enter');
	await expect(sheet.getByRole('alert')).toContainText('Mật khẩu cần ít nhất 12 ký tự');
	await expect(make).toBeFocused();
	await sheet.getByLabel('Mật khẩu', { exact: true }).fill('');
	await sheet.getByLabel('Nhập lại mật khẩu').fill('');
	await make.press('Enter');
	await expect(page.getByText(/^Đã tạo gói /)).toBeVisible();
	await expect(page.locator('.outcome:focus')).toHaveCount(1);
	await page.keyboard.press('l');
	await expect(page.getByText(/^The package .* was made/)).toBeVisible();
});
