import { expect, test } from './app.ts';
import { composed, open, QUARTER } from './composed-report.ts';

test('what is printed is the report alone, whole: all rows, all pictures, nothing of the screen', async ({
	page
}) => {
	await open(page, QUARTER);
	const article = await composed(page);
	const further = article.getByRole('button', { name: /^Hiện \d+ dòng nữa$/ });
	await expect(further.first()).toBeVisible();
	// Told by the page at one moment, what lies out of sight too.
	const rows = await article.evaluate((paper) => {
		const buttons = [...paper.querySelectorAll('button')].map(({ textContent }) => textContent);
		const further = buttons.map((words) => Number(/^\s*Hiện (\d+) dòng nữa/.exec(words)?.[1] ?? 0));
		return further.reduce((sum, count) => sum + count, paper.querySelectorAll('tr').length);
	});
	const charts = await article.locator('figure').count();

	await page.evaluate(() => {
		globalThis.print = () => {
			const paper = document.querySelector('article.report');
			const pictures = [...(paper?.querySelectorAll('img') ?? [])];
			Object.assign(globalThis, {
				printed: {
					rows: paper?.querySelectorAll('tr').length,
					drawn: pictures.filter(({ complete, naturalWidth }) => complete && naturalWidth > 0)
						.length
				}
			});
		};
	});
	await page.getByRole('button', { name: 'In', exact: true }).click();
	await page.waitForFunction(() => 'printed' in globalThis);
	const printed = await page.evaluate(
		() => (globalThis as unknown as { printed: { rows: number; drawn: number } }).printed
	);
	expect(printed).toEqual({ rows, drawn: charts });

	await page.emulateMedia({ media: 'print' });
	for (const words of ['Thước Đo', 'Tạo tệp', 'Nội dung'])
		await expect(page.getByText(words, { exact: true }).first()).toBeHidden();
	await expect(further).toHaveCount(0);
	await expect(article).toBeVisible();
	await page.emulateMedia({ media: 'screen' });
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	await expect(further.first()).toBeVisible();
});

for (const dark of ['as the device has it', 'as the reader chose it'])
	test(`what is printed in the dark, ${dark}, is black on white`, async ({ page }) => {
		const isChosen = dark === 'as the reader chose it';
		await page.emulateMedia({ colorScheme: isChosen ? 'light' : 'dark' });
		if (isChosen)
			await page.addInitScript(() => {
				localStorage.setItem('thuocdo.theme', 'dark');
			});
		await open(page, QUARTER);
		const article = await composed(page);
		const ground = page.locator('html');
		await expect(ground).not.toHaveCSS('background-color', 'rgb(255, 255, 255)');
		await page.emulateMedia({ media: 'print', colorScheme: isChosen ? 'light' : 'dark' });
		await expect(ground).toHaveCSS('background-color', 'rgb(255, 255, 255)');
		const [darkest, lightest] = await article.evaluate(extremes);
		expect(darkest, 'the darkest ground').toBeGreaterThan(0.8);
		expect(lightest, 'the lightest letters').toBeLessThan(0.45);
	});

/** How light, 0 to 1, the darkest ground and the lightest letters of a page are. */
function extremes(article: Element): [number, number] {
	const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
	const light = (colour: string): number => {
		canvas.fillStyle = '#fff';
		canvas.fillRect(0, 0, 1, 1);
		canvas.fillStyle = colour;
		canvas.fillRect(0, 0, 1, 1);
		const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
		return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
	};
	const around = [document.documentElement, document.body, article];
	const looks = [...around, ...article.querySelectorAll('p, li, td, th, h2, h3')].map((each) =>
		getComputedStyle(each)
	);
	return [
		Math.min(...looks.map(({ backgroundColor }) => light(backgroundColor))),
		Math.max(...looks.slice(around.length).map(({ color }) => light(color)))
	];
}
