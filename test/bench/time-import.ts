import { type Page, expect } from '@playwright/test';
import { peakMemory } from './memory.ts';

/** How an import went; times in milliseconds. */
export interface ImportTime {
	/** From choosing the file to seeing what it would bring. */
	preview: number;
	/** From the word to commit to its being in force and added up. */
	commit: number;
	/** From there to the first gauge. */
	gauges: number;
	/** The longest task of the page's main thread meanwhile; 0 where none passed 50. */
	longestTask: number;
	/** The most memory that the page and its workers held, in megabytes. */
	peak: number;
}

const PATIENCE = 600_000;

/** Puts the unit list in use in a fresh workspace. */
export async function useUnits(
	page: Page,
	{ app, path }: { app: string; path: string }
): Promise<void> {
	await page.goto(`${app}/submissions`);
	await page.locator('input[type=file]').setInputFiles(path);
	await page.getByRole('button', { name: 'Dùng danh sách này' }).click({ timeout: PATIENCE });
	await expect(page.getByText(/^Đang dùng danh sách riêng gồm/)).toBeVisible({ timeout: PATIENCE });
}

/** Brings a file, and waits until it could be committed. */
export async function timePreview(page: Page, path: string): Promise<ImportTime> {
	await page.evaluate(watch);
	const begin = performance.now();
	await page.locator('input[type=file]').setInputFiles(path);
	await page.getByRole('button', { name: /^Nộp 1 biểu/ }).waitFor({ timeout: PATIENCE });
	const preview = performance.now() - begin;
	return { preview, commit: 0, gauges: 0, ...(await watched(page)) };
}

/** Brings a file, commits it, and goes to the gauges. */
export async function timeImport(page: Page, path: string): Promise<ImportTime> {
	const { preview } = await timePreview(page, path);
	const begin = performance.now();
	await page.getByRole('button', { name: /^Nộp 1 biểu/ }).click();
	await page
		.getByText(/^Đã nộp 1 biểu\./)
		.first()
		.waitFor({ timeout: PATIENCE });
	const committed = performance.now();
	await page.evaluate(goToGauges);
	await page.getByRole('meter').first().waitFor({ timeout: PATIENCE });
	const times = { preview, commit: committed - begin, gauges: performance.now() - committed };
	return { ...times, ...(await watched(page)) };
}

async function watched(page: Page): Promise<Pick<ImportTime, 'longestTask' | 'peak'>> {
	const longestTask = await page.evaluate(() =>
		Math.max(0, ...(globalThis as unknown as { longTasks: number[] }).longTasks)
	);
	return { longestTask, peak: await peakMemory(page.context().browser()) };
}

/** Runs in the page: follows a link of the app's own. */
function goToGauges(): void {
	const link = document.createElement('a');
	link.href = '/';
	document.body.append(link);
	link.click();
	link.remove();
}

/** Runs in the page. */
function watch(): void {
	const longTasks: number[] = [];
	new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) longTasks.push(duration);
	}).observe({ entryTypes: ['longtask'] });
	Object.assign(globalThis, { longTasks });
}
