import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { openSample } from './open-sample.ts';

test.use({ expectedErrors: [/^Failed to load resource: net::ERR_FAILED/] });

interface Part {
	/** The source of what is fetched when it is needed. */
	source: string;
	/** Goes to where it is needed. */
	open: (page: Page) => Promise<void>;
	/** What stands there once it is fetched. */
	shown: (page: Page) => Locator;
}

const WORDS = 'Chưa tải được phần này của Thước Đo từ máy chủ. Số liệu đã lưu còn nguyên.';
const INDICATOR = '/indicator/committee-political-theory?period=2024';
const PARTS: Part[] = [
	{
		source: 'src/lib/components/chart/DownloadChoices.svelte',
		open: async (page) => {
			await openSample(page, INDICATOR);
			await page.getByRole('button', { name: 'Tải biểu đồ “Các đơn vị trực thuộc”' }).click();
		},
		shown: (page) => page.getByRole('dialog').getByRole('button', { name: 'SVG' })
	},
	{
		source: 'src/lib/components/chart/echarts.ts',
		open: (page) => openSample(page, INDICATOR),
		shown: (page) => page.locator('main .drawing svg')
	},
	{
		source: 'src/lib/components/workbench/code-editor.ts',
		open: (page) => openSample(page, '/workbench'),
		shown: (page) => page.getByRole('textbox', { name: 'Câu lệnh SQL' })
	},
	{
		source: 'src/lib/components/workbench/AnswerDrawing.svelte',
		open: async (page) => {
			await openSample(page, '/workbench');
			await page.locator('[data-example="wards-below"]').click();
			await page.getByRole('button', { name: 'Biểu đồ', exact: true }).click();
		},
		shown: (page) => page.getByRole('group', { name: 'percent theo unit_name' })
	}
];

for (const part of PARTS) {
	const name = part.source.split('/').at(-1);
	test(`where ${name} cannot be fetched that is said, and the next try shows it`, async ({
		page
	}) => {
		const files = await filesOf(part.source);
		const isOfPart = (address: URL): boolean => files.some((file) => address.href.endsWith(file));
		await page.route(isOfPart, (route) => route.abort());
		await part.open(page);
		const failure = page.getByRole('alert').filter({ hasText: WORDS });
		await expect(failure).toHaveCount(1);
		const again = failure.getByRole('button', { name: 'Thử lại' });
		const reload = failure.getByRole('button', { name: 'Tải lại trang' });
		await expect(reload).toHaveCount(0);
		await again.press('Enter');
		await expect(reload).toBeVisible();
		await page.unroute(isOfPart);
		await again.press('Enter');
		await expect(part.shown(page).first()).toBeVisible();
		await expect(failure).toHaveCount(0);
		await expect
			.poll(() => stylesOf(page), 'each style asked for is there')
			.toEqual(expect.arrayContaining(files.filter((file) => file.endsWith('.css'))));
	});
}

test('the failure is said in English too', async ({ page }) => {
	const files = await filesOf('src/lib/components/workbench/code-editor.ts');
	await page.route(
		(address) => files.some((file) => address.href.endsWith(file)),
		(route) => route.abort()
	);
	await openSample(page, '/workbench?lang=en');
	await expect(page.getByRole('alert')).toContainText('could not be fetched from its server');
	await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});

/** The files of the build that come with that source alone: its script and its style. */
async function filesOf(source: string): Promise<string[]> {
	const path = '.svelte-kit/output/client/.vite/manifest.json';
	const manifest = JSON.parse(await readFile(path, 'utf8')) as Record<
		string,
		{ file: string; css?: string[] }
	>;
	const built = manifest[source];
	if (!built) throw new Error(`${source} is no part of its own`);
	return [built.file, ...(built.css ?? [])];
}

/** The files of all styles that have arrived. */
function stylesOf(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.styleSheets].flatMap(({ href }) =>
			href ? [href.slice(href.indexOf('_app/'))] : []
		)
	);
}
