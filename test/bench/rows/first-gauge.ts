import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { ensureSample } from '#test/ground/ensure-ground.ts';
import { plantWorkspace } from '#test/ground/packed-workspace.ts';
import type { Measured } from '#test/bench/measured.ts';
import { repeat, type Stage, withBrowser } from '#test/bench/stage.ts';

const WARM_UPS = 2;

/** How long a page takes to its first gauge, and what it fetched before it. */
interface FirstGauge {
	time: number;
	/** As they came over the wire. */
	bytes: number;
}

/** The first gauge of a returning visitor: everything was fetched before, the workspace lies in the browser. */
export async function firstGauge({ app, bare, runs }: Stage): Promise<Measured[]> {
	const sample = await readFile(await ensureSample());
	return withBrowser(async (context) => {
		await plantedPage(context, app, sample);
		const addresses = [`${app}/`, `${bare}/gauge-echarts.html`, `${bare}/gauge-svg.html`];
		const times: number[][] = addresses.map(() => []);
		for (let run = -WARM_UPS; run < runs * 2; run++) {
			for (const [at, address] of addresses.entries()) {
				const { time } = await inNewPage(context, (page) => timeFirstGauge(page, address));
				if (run >= 0) times[at]?.push(time);
			}
		}
		const [ours = [], echarts = [], svg = []] = times;
		const work = 'first gauge, returning visitor, sample workspace, warm';
		return [
			{
				...{
					work,
					values: ours,
					goal: { words: '≤ 1.2 × bare ECharts page', most: 1.2, unit: '×' }
				},
				reference: { name: 'bare ECharts page', values: echarts }
			},
			{
				...{ work: '– beside a bare page with an inline SVG', values: ours },
				goal: { words: 'for comparison', most: Number.NaN, unit: '×' },
				reference: { name: 'bare SVG page', values: svg }
			}
		];
	});
}

/** The first gauge where nothing was fetched before; the workspace is put there, since nothing else brings it yet. */
export async function firstVisit({ app, bare, runs }: Stage): Promise<Measured[]> {
	const sample = await readFile(await ensureSample());
	const ours = await repeat(runs, () =>
		withBrowser(async (context) => {
			await plantedPage(context, app, sample);
			return inNewPage(context, (page) => timeFirstGauge(page, `${app}/`));
		})
	);
	const echarts = await repeat(runs, () =>
		withBrowser((context) =>
			inNewPage(context, async (page) => {
				await page.goto(`${bare}/built.txt`);
				return timeFirstGauge(page, `${bare}/gauge-echarts.html`);
			})
		)
	);
	return [
		{
			work: 'first gauge, first visit',
			goal: { words: '≤ 1.5 × bare ECharts page', most: 1.5, unit: '×' },
			values: ours.map(({ time }) => time),
			reference: { name: 'bare ECharts page', values: echarts.map(({ time }) => time) }
		},
		{
			work: '– fetched before it (JS, CSS, data; brotli)',
			goal: { words: '≤ 160 KB', most: 160, unit: 'KB' },
			values: ours.map(({ bytes }) => bytes / 1000)
		}
	];
}

async function plantedPage(context: BrowserContext, app: string, sample: Buffer): Promise<void> {
	await inNewPage(context, (page) => plantWorkspace(page, sample, app));
}

async function inNewPage<T>(context: BrowserContext, work: (page: Page) => Promise<T>): Promise<T> {
	const page = await context.newPage();
	try {
		return await work(page);
	} finally {
		await page.close();
	}
}

/** From the navigation to the frame that shows an element of the role `meter`. */
async function timeFirstGauge(page: Page, address: string): Promise<FirstGauge> {
	await page.addInitScript(watch);
	await page.goto(address, { waitUntil: 'commit' });
	await page.waitForFunction(() => 'firstGauge' in globalThis);
	return page.evaluate(() => {
		const { firstGauge: time } = globalThis as unknown as { firstGauge: number };
		const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
		const before = loaded.filter(
			({ responseEnd, name }) => responseEnd <= time && !/\.(woff2|png|ico)$/.test(name)
		);
		const bytes = before.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
		return { time, bytes };
	});
}

/** Runs in the page before anything of it. */
function watch(): void {
	const observer = new MutationObserver(() => {
		if (!document.querySelector('[role=meter]')) return;
		observer.disconnect();
		requestAnimationFrame(() => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => Object.assign(globalThis, { firstGauge: performance.now() });
			port2.postMessage(undefined);
		});
	});
	observer.observe(document, { subtree: true, childList: true, attributes: true });
}
