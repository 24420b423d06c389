import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { openSample } from './open-sample.ts';

/** The last second in time for the reports due on 14 December 2026, and the first too late, in Viet Nam. */
const LAST_SECOND = '2026-12-14T16:59:59Z';
const MIDNIGHT = '2026-12-14T17:00:00Z';

test.describe('in a browser of another time zone', () => {
	test.use({ timezoneId: 'America/Los_Angeles' });

	test('a duty is due today until midnight in Viet Nam, and a day past from midnight on', async ({
		page
	}) => {
		await page.clock.setFixedTime(LAST_SECOND);
		await openLedger(page, '?item=vt-report-annual');
		await expect(stateOf(page, 'vt-report-annual')).toHaveText('Chưa đến hạn hạn hôm nay');
		await page.clock.setFixedTime(MIDNIGHT);
		await page.reload();
		const days = row(page, 'vt-report-annual').locator('.days li');
		await expect(days.filter({ hasText: 'hạn 14/12/2026' })).toContainText(
			'Chưa có tiến độ, qua hạn 1 ngày'
		);
		await expect(stateOf(page, 'vt-report-annual')).toHaveText('Chưa đến hạn còn 364 ngày');
	});

	test('a page that stands open turns at midnight in Viet Nam by itself', async ({ page }) => {
		// The clock goes on while the page opens, however long that takes.
		await page.clock.install({ time: '2026-12-14T08:00:00Z' });
		await openLedger(page, '?item=vt-report-annual');
		const days = row(page, 'vt-report-annual').locator('.days li');
		const last = days.filter({ hasText: 'hạn 14/12/2026' });
		await page.clock.pauseAt(LAST_SECOND);
		await expect(last).toContainText('hạn hôm nay');
		await page.clock.runFor(1100);
		await expect(last).toContainText('qua hạn 1 ngày');
	});
});

test('the ledger shows all milestones, duties and tasks of the documents without any data', async ({
	page
}) => {
	await openLedger(page);
	for (const [kind, count] of [
		['milestone', 19],
		['duty', 29],
		['task', 244]
	] as const) {
		await expect(page.locator(`[data-kind=${kind}]`)).toHaveCount(count);
	}
	await expect(page.getByText('Trong sổ: 19 mốc, 29 nghĩa vụ, 244 nhiệm vụ.')).toBeVisible();
	const silent = row(page, 'nq21-publish-rating');
	await silent.locator('summary').click();
	await expect(silent).toContainText('Nộp biểu B8 có mã nq21-publish-rating để cập nhật.');
	await expect(silent.getByRole('link', { name: 'Tải biểu B8 trống' })).toBeVisible();
});

test('the list is searched without accents, filtered and grouped, and the address keeps it', async ({
	page
}) => {
	await openLedger(page);
	await page.getByRole('searchbox', { name: 'Tìm' }).fill('kiem tra dinh ky');
	await expect(page).toHaveURL(/q=kiem/);
	await page.getByRole('searchbox', { name: 'Tìm' }).fill('');
	await field(page, 'Cơ quan').fill('van phong thanh uy');
	await field(page, 'Văn bản').selectOption({ label: 'KH 256' });
	await field(page, 'Nhóm theo').selectOption({ label: 'Tháng đến hạn' });
	await expect(page).toHaveURL(/body=van.*doc=256-kh-tu.*by=month/);
	const shown = await rows(page).count();
	expect(shown).toBeGreaterThan(2);
	expect(shown).toBeLessThan(92);
	await page.reload();
	await expect(rows(page)).toHaveCount(shown);
	await page.getByRole('link', { name: 'EN, English' }).click();
	await expect(page.getByRole('heading', { name: 'Tasks and deadlines' })).toBeVisible();
	await expect(rows(page)).toHaveCount(shown);
	await page.getByRole('button', { name: 'Clear filters' }).click();
	await expect(rows(page)).toHaveCount(292);
});

test('the sample shows what is overdue and where it was said, and hands out a calendar', async ({
	page
}) => {
	await openSample(page);
	await page.getByRole('link', { name: 'Nhiệm vụ', exact: true }).click();
	await expect(page.locator('[data-kind=report]')).toHaveCount(7);
	const late = row(page, 'dn-2025-party-database');
	await late.locator('summary').focus();
	await page.keyboard.press('Enter');
	await expect(late).toContainText(/Đảng bộ thành phố Minh Họa · B8-.*\.csv, dòng \d+/);
	await page.getByRole('link', { name: /^Trong 30 ngày tới: / }).click();
	await expect(page).toHaveURL(/state=soon/);

	await page.goto('/ledger?kind=duty');
	const button = page.getByRole('button', { name: /^Tải lịch \(\.ics\): \d+ mục sắp tới$/ });
	const count = Number(/: (\d+)/.exec((await button.textContent()) ?? '')?.[1]);
	const downloading = page.waitForEvent('download');
	await button.click();
	const calendar = await readFile(await (await downloading).path(), 'utf8');
	expect(calendar.match(/BEGIN:VEVENT\r\n/g)).toHaveLength(count);
});

async function openLedger(page: Page, query = ''): Promise<void> {
	await page.goto(`/ledger${query}`);
	await expect(rows(page).first()).toBeVisible();
}

function field(page: Page, name: string): Locator {
	return page.getByRole('combobox', { name, exact: true });
}

function rows(page: Page): Locator {
	return page.locator('[data-row]');
}

function row(page: Page, id: string): Locator {
	return page.locator(`[data-row="${id}"]`);
}

function stateOf(page: Page, id: string): Locator {
	return row(page, id).locator('summary .state');
}
