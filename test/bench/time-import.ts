import { readFileSync } from 'node:fs';
import { type Browser, type Page, expect } from '@playwright/test';

/** How an import went. */
export interface ImportTime {
	/** Milliseconds from choosing the file to seeing what it would bring. */
	total: number;
	/** The longest task of the page's main thread meanwhile, in milliseconds; 0 where none passed 50. */
	longestTask: number;
	/** The most memory that the page and its workers held, in megabytes. */
	peak: number;
	/** How often the progress that the page shows moved. */
	progress: number;
}

const PATIENCE = 600_000;

/** Puts the unit list in use in a fresh workspace. */
export async function useUnits(page: Page, path: string): Promise<void> {
	await page.goto('/submissions');
	await page.locator('input[type=file]').setInputFiles(path);
	await page.getByRole('button', { name: 'Dùng danh sách này' }).click({ timeout: PATIENCE });
	await expect(page.getByText(/^Đang dùng danh sách riêng gồm/)).toBeVisible({ timeout: PATIENCE });
}

/** Brings a file, waits until it could be committed, and lets it go again. */
export async function timeImport(page: Page, path: string): Promise<ImportTime> {
	await page.evaluate(watch);
	const begin = performance.now();
	await page.locator('input[type=file]').setInputFiles(path);
	await page.getByRole('button', { name: /^Nộp 1 biểu/ }).waitFor({ timeout: PATIENCE });
	const total = performance.now() - begin;
	const { longestTask, progress } = await page.evaluate(stopWatching);
	const peak = await peakMemory(page.context().browser());
	await page.getByRole('button', { name: 'Bỏ hết' }).click();
	return { total, longestTask, peak, progress };
}

interface Watched {
	tasks: number[];
	shown: Set<string>;
	observers: { disconnect: () => void }[];
}

function watch(): void {
	const tasks: number[] = [];
	const shown = new Set<string>();
	const long = new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) tasks.push(duration);
	});
	long.observe({ entryTypes: ['longtask'] });
	const bar = new MutationObserver(() => {
		for (const each of document.querySelectorAll('progress, [role=progressbar]'))
			shown.add(each.getAttribute('aria-valuenow') ?? each.getAttribute('value') ?? '');
	});
	bar.observe(document.body, { subtree: true, childList: true, attributes: true });
	Object.assign(globalThis, { watched: { tasks, shown, observers: [long, bar] } });
}

function stopWatching(): { longestTask: number; progress: number } {
	const { tasks, shown, observers } = (globalThis as unknown as { watched: Watched }).watched;
	for (const observer of observers) observer.disconnect();
	return { longestTask: Math.max(0, ...tasks), progress: shown.size };
}

/** The high-water mark of the largest renderer process, as Linux tells it; NaN elsewhere. */
async function peakMemory(browser: Browser | null): Promise<number> {
	if (!browser || process.platform !== 'linux') return Number.NaN;
	const session = await browser.newBrowserCDPSession();
	const { processInfo } = await session.send('SystemInfo.getProcessInfo');
	await session.detach();
	const renderers = processInfo.filter(({ type }) => type === 'renderer');
	return Math.max(...renderers.map(({ id }) => highWater(id)));
}

function highWater(process: number): number {
	const [, kilobytes] =
		/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${process}/status`, 'utf8')) ?? [];
	return Number(kilobytes) / 1024;
}
