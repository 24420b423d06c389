import { chromium, type Page } from '@playwright/test';
import { ensureBuilt } from '#scripts/build.mjs';
import { CHROMIUM_FLAGS, ensureChromium } from '#scripts/install-chromium.mjs';
import { serve } from '#scripts/serve.mjs';
import { ensureLarge } from '#test/ground/ensure-ground.ts';
import { plantFolder } from '#test/ground/plant-folder.ts';
import notes from './notes.json' with { type: 'json' };
import { type FiguresTimes, timeFigures } from './time-figures.ts';
import { timeBareRepaint, timeRepaint } from './time-repaint.ts';
import { type Scrolling, timeScrolling } from './time-scrolling.ts';
import { median, quantile, tableOf, writeResults } from './write-results.ts';

const CHANGES = 8;
const PATIENCE = 600_000;
/** As many rows as the overview has indicators, and as the scorecard has units. */
const BARE = { rows: 50, units: 3400 };
const UNITS = ['TL-05', 'TL-12', 'TL-05-07', 'TL-31', 'TL'];
const PERIODS = ['2026-Q3', '2024-Q4', '2023', '2025-H1', '2022'];
const MODES = ['', 'today'];

/** How long the changes of one kind took, in milliseconds. */
interface Changes {
	name: string;
	times: number[];
}

/** Measures how fast the overview follows a change, and how smoothly the scorecard scrolls, in a large organisation. */
export async function benchScreens(runs: number): Promise<void> {
	await ensureBuilt();
	const folder = await ensureLarge();
	const figures = await timeFigures(folder, runs * CHANGES);
	const server = await serve({ port: 0 });
	const browser = await chromium.launch({
		executablePath: await ensureChromium(),
		args: CHROMIUM_FLAGS
	});
	try {
		const page = await browser.newPage({ baseURL: server.origin, locale: 'vi-VN' });
		await page.setViewportSize({ width: 1440, height: 900 });
		await plantFolder(page, folder);
		const bare = await measureBare(page, runs);
		const first = await timeFirstMode(page);
		const changes = await measureChanges(page, runs);
		const scrolling = await measureScrolling(page, runs);
		await report({ runs, figures, bare, first, changes, scrolling });
	} finally {
		await browser.close();
		await server.close();
	}
}

/** What a page without anything of the app needs for as many rows. */
async function measureBare(
	page: Page,
	runs: number
): Promise<{ changes: Changes; scrolling: Scrolling[] }> {
	const times: number[] = [];
	const scrolling: Scrolling[] = [];
	for (let run = 0; run < runs; run += 1) {
		for (let change = 0; change < CHANGES; change += 1) {
			times.push(await timeBareRepaint(page, BARE.rows));
		}
		await page.setContent(bareTable());
		scrolling.push(await timeScrolling(page, 'main'));
		await page.setContent('');
	}
	return { changes: { name: 'a bare page of as many rows (reference)', times }, scrolling };
}

/** Seconds until the boundary mode is there that was never asked for before; the later ones only go back to it. */
async function timeFirstMode(page: Page): Promise<number> {
	await page.goto('/');
	await page.getByRole('meter').first().waitFor({ timeout: PATIENCE });
	return (await timeRepaint(page, '/?units=today')) / 1000;
}

async function measureChanges(page: Page, runs: number): Promise<Changes[]> {
	const kinds = [
		{ name: 'another unit', addresses: UNITS.map((unit) => `/?unit=${unit}`) },
		{ name: 'another period', addresses: PERIODS.map((period) => `/?period=${period}`) },
		{
			name: 'another boundary mode, worked out before',
			addresses: MODES.map((mode) => (mode ? `/?units=${mode}` : '/'))
		}
	];
	const changes: Changes[] = [];
	for (const { name, addresses } of kinds) {
		const times: number[] = [];
		await timeRepaint(page, `${addresses[0]}${addresses[0]?.includes('?') ? '&' : '?'}lang=en`);
		for (let change = 0; change < runs * CHANGES; change += 1) {
			times.push(await timeRepaint(page, addresses[change % addresses.length] ?? '/'));
		}
		changes.push({ name, times });
	}
	return changes;
}

async function measureScrolling(page: Page, runs: number): Promise<Scrolling[]> {
	await timeRepaint(page, '/scorecard?rows=leaves');
	await page.getByRole('grid').waitFor({ timeout: PATIENCE });
	const scrolling: Scrolling[] = [];
	for (let run = 0; run < runs; run += 1) {
		scrolling.push(await timeScrolling(page, '[role=grid]'));
	}
	return scrolling;
}

async function report({
	runs,
	figures,
	bare,
	first,
	changes,
	scrolling
}: {
	runs: number;
	figures: FiguresTimes;
	bare: { changes: Changes; scrolling: Scrolling[] };
	first: number;
	changes: readonly Changes[];
	scrolling: readonly Scrolling[];
}): Promise<void> {
	await writeResults({
		...{ heading: 'Screens', note: notes.screens },
		about: `${runs} ${runs === 1 ? 'run' : 'runs'} of ${CHANGES} changes of each kind, in Chromium at 1440 × 900, from the click to the paint after which nothing changes any more. 3 400 units in three levels, 24 quarters, all indicators. The first time, a boundary mode is worked out in ${first.toFixed(0)} s.`,
		tables: [
			tableOf(
				['figures of another unit and period are ready, on Node', 'p50 ms', 'p95 ms', 'max'],
				[
					figuresLine('all indicators: totals, values, verdicts', figures.judged),
					figuresLine('what the overview says of them, in words', figures.worded)
				]
			),
			tableOf(
				['the overview shows', 'p50 ms', 'p95 ms', 'max'],
				[...changes, bare.changes].map(({ name, times }) => [
					name,
					...[quantile(times, 0.5), quantile(times, 0.95), Math.max(...times)].map((time) =>
						time.toFixed(0)
					)
				])
			),
			tableOf(
				['scrolling', 'frames a second', 'p95 of the wait for a frame, ms'],
				[
					scrollingLine('the scorecard, 3 400 rows', scrolling),
					scrollingLine('a bare table of as many rows (reference)', bare.scrolling)
				]
			)
		]
	});
}

function figuresLine(name: string, times: readonly number[]): string[] {
	const shown = [quantile(times, 0.5), quantile(times, 0.95), Math.max(...times)];
	return [name, ...shown.map((time) => time.toFixed(1))];
}

function scrollingLine(name: string, runs: readonly Scrolling[]): string[] {
	const [frames, slowest] = [runs.map((run) => run.frames), runs.map((run) => run.slowest)];
	return [name, median(frames).toFixed(0), median(slowest).toFixed(0)];
}

/** A table as long as the scorecard, with nothing behind it. */
function bareTable(): string {
	const rows = Array.from({ length: BARE.units }, (_, place) => `<tr><td>${place}<td>x<td>y</tr>`);
	return `<main style="height: 800px; overflow: auto"><table>${rows.join('')}</table></main>`;
}
