import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { openSample } from './open-sample.ts';

const MOST = 3;

/** What a reader does, counted: a press on something, or a key. */
class Reader {
	readonly #page: Page;
	#done = 0;

	constructor(page: Page) {
		this.#page = page;
	}

	/** Starts from the overview with a new question. */
	async ask(): Promise<void> {
		await this.#page.goto('/');
		await expect(this.#page.getByRole('meter').first()).toBeVisible();
		this.#done = 0;
	}

	async click(wanted: Locator): Promise<void> {
		this.#count();
		await wanted.click();
	}

	async press(key: string): Promise<void> {
		this.#count();
		await this.#page.keyboard.press(key);
	}

	#count(): void {
		this.#done += 1;
		expect(this.#done, 'actions from the overview').toBeLessThanOrEqual(MOST);
	}
}

test('ten plain questions are each answered in at most three actions from the overview', async ({
	page
}) => {
	test.setTimeout(300_000);
	await openSample(page);
	const reader = new Reader(page);
	const headline = (id: string): Locator => page.locator(`h3 a[href*="/indicator/${id}"]`);
	const listed = page.locator('#indicators li[data-indicator]');

	await test.step('which units miss 25 % women in 2024, and by how many people?', async () => {
		await reader.ask();
		await reader.press('[');
		await expect(page).toHaveURL(/period=2024(&|$)/);
		await reader.click(headline('plan-women'));
		const rows = page.locator('#ranking li[data-unit]');
		await expect(rows.first()).toBeVisible();
		const said = await rows.allInnerTexts();
		const missed = said.filter((text) => text.includes('Chưa đạt'));
		expect(missed.length).toBeGreaterThan(0);
		for (const text of missed) {
			expect(percentIn(text)).toBeLessThan(25);
			expect(text).toMatch(/thiếu \d+ cán bộ nữ/);
		}
		for (const text of said.filter((each) => !missed.includes(each)))
			expect(percentIn(text)).toBeGreaterThanOrEqual(25);
	});

	await test.step('since when?', async () => {
		await reader.ask();
		const card = page.getByRole('article').filter({ has: headline('plan-young') });
		await expect(card).toContainText(/Chưa đạt.*thiếu \d+.*\d+ năm liền, từ năm 20\d\d/s);
		const row = page.locator('#indicators li[data-indicator="title-standard"]');
		await expect(row).toContainText(/thiếu \d+.*\d+ năm liền, từ năm 20\d\d/s);
	});

	await test.step('will we arrive in time?', async () => {
		await reader.ask();
		await reader.press('[');
		await reader.click(page.locator('[data-pace="behind"]'));
		await expect(page).toHaveURL(/pace=behind/);
		await expect(listed.first()).toBeVisible();
		for (const text of await listed.allInnerTexts())
			expect(text).toMatch(/Chậm tiến độ.*hạn \d\d\/\d\d\/20\d\d/s);
	});

	await test.step('who has not reported?', async () => {
		await reader.ask();
		await reader.click(page.getByRole('link', { name: 'Ai chưa nộp' }));
		await expect(page.getByText(/^Quá hạn mà chưa nộp: 2 báo cáo của 2 đơn vị\.$/)).toBeVisible();
		await expect(page.locator('button[data-state=missing]').first()).toBeVisible();
	});

	await test.step('which targets changed since last quarter?', async () => {
		await reader.ask();
		const link = page.locator('[data-changed]');
		const count = Number(await link.getAttribute('data-changed'));
		expect(count).toBeGreaterThan(0);
		await reader.click(link);
		await expect(listed).toHaveCount(count);
		for (const text of await listed.allInnerTexts()) expect(text).toMatch(/so với quý/i);
	});

	await test.step('where does 94,43 % come from?', async () => {
		await reader.ask();
		await reader.click(headline('grassroots-rated-good'));
		await reader.click(page.getByRole('link', { name: '94,43%' }).first());
		await expect(page).toHaveURL(/\/trail\/grassroots-rated-good/);
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Từ đâu ra');
		await expect(page.locator('main')).toContainText('712');
		await expect(page.locator('main')).toContainText('754');
	});

	await test.step('what is due in the next 30 days?', async () => {
		await reader.ask();
		await reader.click(page.getByRole('link', { name: 'Đến hạn trong 30 ngày' }));
		await expect(page).toHaveURL(/\/ledger\?state=soon/);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.locator('main')).toContainText(/còn \d+ ngày|hôm nay|Không có/i);
	});

	await test.step('how does one unit compare with another?', async () => {
		await reader.ask();
		await reader.click(page.locator('[data-holding] a').first());
		await expect(page).toHaveURL(/unit=MH-814/);
		await reader.press('k');
		await expect(page).toHaveURL(/\/compare/);
		await reader.click(page.getByRole('link', { name: 'Đảng bộ xã Suối Đá' }));
		await expect(page).toHaveURL(/with=MH-814,MH-815/);
		await expect(page.locator('[data-indicator="plan-women"]')).toContainText('điểm %');
	});

	await test.step('what does the resolution say exactly?', async () => {
		await reader.ask();
		await reader.click(headline('grassroots-rated-good'));
		await expect(page.locator('blockquote').first()).toContainText('90%');
	});
});

/** The first percentage in a text. */
function percentIn(text: string): number {
	const [, whole = '', decimals = ''] = /(\d+)(?:,(\d+))?%/.exec(text) ?? [];
	return Number(`${whole}.${decimals}`);
}
