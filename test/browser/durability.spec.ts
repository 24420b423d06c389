import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { GOLDEN, OWN_UNITS, bring, commit, gauge, undo, useExampleUnits } from './submit-files.ts';

test('a tab killed in the middle of a commit leaves all of it or nothing', async ({ context }) => {
	await useExampleUnits(await context.newPage());
	let before = 0;
	for (const [delay, ...names] of [
		[0, 'B1', 'B2'],
		[20, 'B3', 'B4'],
		[120, 'B5', 'B6']
	] as const) {
		await killWhileCommitting(await context.newPage(), { names, delay });
		const after = await countSubmissions(await context.newPage());
		expect([before, before + names.length]).toContain(after);
		before = after;
	}
});

test('what one tab commits, the other shows', async ({ context }) => {
	const [one, other] = [await context.newPage(), await context.newPage()];
	await useExampleUnits(one);
	await other.goto('/');
	await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
	await bring(one, 'examples/B1.csv');
	await commit(one);
	await expect(gauge(other)).toHaveAttribute('aria-valuenow', GOLDEN.original);
});

test('a damaged submission is named and left out, the rest shows, and its file heals it', async ({
	page
}) => {
	await useExampleUnits(page);
	for (const name of ['B1', 'B2', 'B4']) {
		await bring(page, `examples/${name}.csv`);
		await commit(page);
	}
	await damage(page, 'B2.csv');
	await page.goto('/');
	const notice = page.getByText(/Số liệu đã lưu của lượt nộp “B2.csv” bị hỏng/);
	await expect(notice).toBeVisible();
	await expect(gauge(page)).toHaveAttribute('aria-valuenow', GOLDEN.original);
	await page.getByRole('link', { name: 'Mở trang Số liệu nộp' }).click();
	await expect(page.getByText('Bị hỏng, không được cộng')).toHaveCount(1);
	await bring(page, 'examples/B2.csv');
	await commit(page);
	await expect(notice).toBeHidden();
	await expect(page.getByRole('button', { name: /^Hoàn tác B/ })).toHaveCount(3);
	await damage(page, 'B2.csv');
	await page.reload();
	await expect(notice).toBeVisible();
	await undo(page, 'B2.csv');
	await expect(notice).toBeHidden();
});

/** Takes away the stored figures of the file, as a broken disk would. */
async function damage(page: Page, file: string): Promise<void> {
	await page.evaluate(async (name) => {
		const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('thuocdo');
		const manifest = await (await (await folder.getFileHandle('manifest.json')).getFile()).text();
		const [, content] =
			new RegExp(`"file":"${name}".*?"content":"contents/(\\w+)"`).exec(manifest) ?? [];
		await (await folder.getDirectoryHandle('contents')).removeEntry(`${content}`);
	}, file);
}

async function killWhileCommitting(
	page: Page,
	{ names, delay }: { names: readonly string[]; delay: number }
): Promise<void> {
	await page.goto('/submissions');
	await bring(page, ...names.map((name) => `examples/${name}.csv`));
	await page.getByRole('button', { name: `Nộp ${names.length} biểu` }).click({ noWaitAfter: true });
	await page.waitForTimeout(delay);
	await page.close();
}

async function countSubmissions(page: Page): Promise<number> {
	await page.goto('/submissions');
	await expect(page.getByText(OWN_UNITS)).toBeVisible();
	return page.getByRole('button', { name: /^Hoàn tác B/ }).count();
}
