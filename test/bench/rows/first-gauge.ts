import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { compressFiles } from '#scripts/compress.mjs';
import { ROOT, runOrThrow } from '#scripts/run.mjs';
import { ensureSample } from '#test/ground/ensure-ground.ts';
import { plantWorkspace } from '#test/ground/packed-workspace.ts';
import type { Measured } from '#test/bench/measured.ts';
import { repeat, serveFolder, type Stage, withBrowser } from '#test/bench/stage.ts';

const WARM_UPS = 2;
/** So long a reader looks at the first screen, in milliseconds. */
const LOOKED_AT = 5000;

/** How long a page takes to its first gauge, and what it fetched before it. */
interface FirstGauge {
	time: number;
	/** Until the app itself shows one, which can be worked with; the same where nothing stands before it. */
	app: number;
	/** As they came over the wire. */
	bytes: number;
}

/** The first gauge of a returning visitor: everything was fetched before, the workspace lies in the browser. */
export async function firstGauge({ app, bare, runs }: Stage): Promise<Measured[]> {
	const sample = await readFile(await ensureSample());
	return withBrowser(async (context) => {
		await plantedPage(context, app, sample);
		await visit(context, app);
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

/** The first gauge of a site that `thuocdo publish` made of the sample, where nothing was fetched before. */
export async function firstVisit({ bare, runs }: Stage): Promise<Measured[]> {
	const folder = await mkdtemp(join(tmpdir(), 'thuocdo-bench-'));
	const site = await publishSample(folder);
	try {
		const ours = await repeat(runs, () =>
			firstVisitOf(`${site.origin}/`, `${site.origin}/_app/version.json`)
		);
		const echarts = await repeat(runs, () =>
			firstVisitOf(`${bare}/gauge-echarts.html`, `${bare}/built.txt`)
		);
		return [
			{
				work: 'first gauge, first visit, published data set',
				goal: { words: '≤ 1.5 × bare ECharts page', most: 1.5, unit: '×' },
				values: ours.map(({ time }) => time),
				reference: { name: 'bare ECharts page', values: echarts.map(({ time }) => time) }
			},
			{
				...{ work: '– until the app stands in its place', values: ours.map(({ app }) => app) },
				goal: { words: 'for comparison', most: Number.NaN, unit: '×' },
				reference: { name: 'bare ECharts page', values: echarts.map(({ time }) => time) }
			},
			{
				work: '– fetched before it (JS, CSS, data; brotli)',
				goal: { words: '≤ 160 KB', most: 160, unit: 'KB' },
				values: ours.map(({ bytes }) => bytes / 1000)
			}
		];
	} finally {
		await site.close();
		await rm(folder, { recursive: true });
	}
}

/** A browser of its own each time; it has met the server before, but none of its pages. */
function firstVisitOf(address: string, known: string): Promise<FirstGauge> {
	return withBrowser((context) =>
		inNewPage(context, async (page) => {
			await page.goto(known);
			return timeFirstGauge(page, address);
		})
	);
}

/** The site as a publisher's server gives it, compressed. */
async function publishSample(folder: string): ReturnType<typeof serveFolder> {
	const sheets = (await readdir(join(ROOT, 'data', 'samples')))
		.filter((name) => /^B\d.*\.csv$/.test(name))
		.map((name) => join('data', 'samples', name));
	const site = join(folder, 'site');
	await runOrThrow('tsx', ['scripts/thuocdo.ts', 'publish', ...sheets, '--out', site]);
	await compressFiles(site);
	return serveFolder(site);
}

async function plantedPage(context: BrowserContext, app: string, sample: Buffer): Promise<void> {
	await inNewPage(context, (page) => plantWorkspace(page, sample, app));
}

/** A visit as people pay it: until the app has nothing more to do. */
async function visit(context: BrowserContext, app: string): Promise<void> {
	await inNewPage(context, async (page) => {
		await page.goto(app);
		await page.getByRole('meter').first().waitFor();
		await page.evaluate(() => navigator.serviceWorker.ready);
		await page.waitForTimeout(LOOKED_AT);
	});
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
	await page.waitForFunction(() => 'appGauge' in globalThis);
	return page.evaluate(() => {
		const { firstGauge: time, appGauge: app } = globalThis as unknown as Record<
			'firstGauge' | 'appGauge',
			number
		>;
		const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
		const before = loaded.filter(
			({ responseEnd, name }) => responseEnd <= time && !/\.(woff2|png|ico)$/.test(name)
		);
		const bytes = before.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
		return { time, app, bytes };
	});
}

/** Runs in the page before anything of it. */
function watch(): void {
	const note = (name: string): void => {
		requestAnimationFrame(() => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => Object.assign(globalThis, { [name]: performance.now() });
			port2.postMessage(undefined);
		});
	};
	let isFirst = true;
	const observer = new MutationObserver(() => {
		if (!document.querySelector('[role=meter]')) return;
		if (isFirst) note('firstGauge');
		isFirst = false;
		const isKept = document.querySelector('kept-screen') !== null;
		if (isKept || !document.querySelector('[role=meter]')?.checkVisibility()) return;
		observer.disconnect();
		note('appGauge');
	});
	observer.observe(document, { subtree: true, childList: true, attributes: true });
}
