import type { Locator, Page } from '@playwright/test';
import type { Status } from '#lib/assess/assessment.ts';
import { say } from '#lib/base/messages.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import verdicts from '#test/fixtures/examples/verdicts.json' with { type: 'json' };
import { expect, test } from './app.ts';
import { openSample } from './open-sample.ts';
import { bring, useExampleUnits } from './submit-files.ts';

const HEADLINES = [
	'grassroots-rated-good',
	'committee-political-theory',
	'plan-women',
	'plan-young'
];
const SHEETS = [1, 2, 3, 4, 5, 6, 7].map((number) => `examples/B${number}.csv`);
const LOADING = { timeout: 60_000 };

async function gaugesOf(page: Page): Promise<(string | null)[]> {
	const gauges = await page.getByRole('meter').all();
	return Promise.all(gauges.map((gauge) => gauge.getAttribute('data-indicator')));
}

function gauge(page: Page, indicator: string): Locator {
	return page.locator(`[role="meter"][data-indicator="${indicator}"]`);
}

test('the sample is one click away and shows the four headline gauges', async ({ page }) => {
	await openSample(page);
	expect(await gaugesOf(page)).toEqual(HEADLINES);
	const rated = gauge(page, 'grassroots-rated-good');
	await expect(rated).toHaveAttribute('data-unit', 'MH');
	await expect(rated).toHaveAttribute('data-period', '2025');
	await expect(rated).toHaveAttribute('aria-valuenow', /^\d+\.\d{2}$/);
	await expect(rated).toHaveAttribute('aria-valuetext', /%.*90%.*Đạt/i);
	expect(new URL(page.url()).search).toBe('');

	await page.reload();
	await expect(page.getByRole('meter')).toHaveCount(HEADLINES.length);
	expect(await gaugesOf(page)).toEqual(HEADLINES);
});

test('a unit is found without its accents, and the view stays in the address', async ({ page }) => {
	await openSample(page);
	await page.locator('[data-action="choose-unit"]').click();
	await page.getByRole('searchbox').fill('hoa khanh');
	await page.getByRole('searchbox').press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đảng bộ phường Hòa Khánh');
	expect(new URL(page.url()).search).toBe('?unit=MH-807');

	const address = page.url();
	await page.goBack();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đảng bộ thành phố Minh Họa');
	await page.goForward();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đảng bộ phường Hòa Khánh');
	await page.goto('about:blank');
	await page.goto(address);
	await expect(gauge(page, 'plan-women')).toHaveAttribute('data-unit', 'MH-807');
});

test('English is one click away and says the same', async ({ page }) => {
	await openSample(page);
	const value = await gauge(page, 'plan-women').getAttribute('aria-valuenow');
	await page.getByRole('link', { name: /EN/ }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	expect(new URL(page.url()).search).toBe('?lang=en');
	await expect(gauge(page, 'plan-women')).toHaveAttribute('aria-label', /women/i);
	await expect(gauge(page, 'plan-women')).toHaveAttribute('aria-valuenow', String(value));
	await expect(gauge(page, 'plan-women')).toHaveAttribute('aria-valuetext', /Met/);
});

test('every example figure and verdict of 2024 is on screen', async ({ page }) => {
	await useExampleUnits(page);
	await bring(page, ...SHEETS);
	await page.getByRole('button', { name: /^Nộp 7/ }).click();
	await expect(page.getByRole('row', { name: /B7\.csv/ })).toBeVisible(LOADING);

	await page.goto('/');
	await expect(gauge(page, 'grassroots-rated-good')).toHaveAttribute('aria-valuenow', '92.42');
	for (const verdict of verdicts.filter(({ year }) => year === 2024)) {
		const said = await saidOf(page, verdict.target);
		const expected = [say('vi', `status.${verdict.status as Status}`), ...figuresOf(verdict)];
		expect(
			expected.filter((words) => !said.includes(words)),
			`missing of ${verdict.target} in “${said}”`
		).toEqual([]);
	}

	await page.goto('/?unit=MH02');
	await expect(gauge(page, 'grassroots-rated-good')).toHaveAttribute('aria-valuenow', '90.00');
	const card = page.getByRole('article').filter({ has: gauge(page, 'grassroots-rated-good') });
	await expect(card).toContainText(/trên 90%\s*Chưa đạt|Chưa đạt\s*trên 90%/);
	await expect(card).toContainText(/từ 90%\s*Đạt|Đạt\s*từ 90%/);
});

test('the way from the empty page to an indicator needs no mouse', async ({ page }) => {
	await page.goto('/');
	await tabTo(page, page.locator('[data-action="load-sample"]'));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('meter').first()).toBeVisible(LOADING);

	await page.keyboard.press('u');
	await page.keyboard.type('ben da');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đảng bộ phường Bến Đá');

	await tabTo(page, page.locator('a[href*="/indicator/plan-women"]').first());
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/indicator\/plan-women/);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

async function tabTo(page: Page, wanted: Locator): Promise<void> {
	for (let presses = 0; presses < 80; presses++) {
		if (await wanted.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error('80 tabs do not reach it');
}

/** All that the overview says of the indicator that a target stands on. */
async function saidOf(page: Page, target: string): Promise<string> {
	const { targets } = productCatalogue();
	const indicator = targets.find(({ id }) => id === target)?.indicator ?? '';
	if (HEADLINES.includes(indicator)) {
		return (await gauge(page, indicator).getAttribute('aria-valuetext')) ?? '';
	}
	return (await page.locator(`li[data-indicator="${indicator}"]`).textContent()) ?? '';
}

/** The figures of a verdict as they are printed. */
function figuresOf({ value, numerator, denominator }: (typeof verdicts)[number]): string[] {
	if (value === null) return [];
	if (denominator === null) return [value];
	return [`${value.replace('.', ',')}%`, `${grouped(numerator)}/${grouped(denominator)}`];
}

function grouped(value: number | null): string {
	return String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}
