import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { ROOT } from '#scripts/run.mjs';
import { ensureSample } from '#test/ground/ensure-ground.ts';
import { plantWorkspace } from '#test/ground/packed-workspace.ts';
import type { Measured } from '#test/bench/measured.ts';
import { type Stage, withBrowser } from '#test/bench/stage.ts';
import { timeRepaint } from '#test/bench/time-repaint.ts';

/** Fewer where fewer than five runs are asked for. */
const EACH_RUN = { changes: 100, imports: 10 };
const MOST_RUNS = 5;
const PATIENCE = 300_000;
const ADDRESSES = ['/?period=2024', '/?period=2023', '/?period=2024-Q4', '/?period=2023-Q4'];

/** How much the page's heap has grown, after the garbage was collected, by many changes, imports and undos. */
export async function leak({ app, runs }: Stage): Promise<Measured[]> {
	const times = Math.min(runs, MOST_RUNS);
	const [changeCount, importCount] = [EACH_RUN.changes * times, EACH_RUN.imports * times];
	const sample = await readFile(await ensureSample());
	return withBrowser(async (context) => {
		const page = await context.newPage();
		await plantWorkspace(page, sample, app);
		const session = await context.newCDPSession(page);
		await page.goto(`${app}/`);
		await page.getByRole('meter').first().waitFor();
		for (const address of ADDRESSES) await follow(page, address);
		const [changes, ...heaps] = await growthBy(session, async () => {
			for (let change = 0; change < changeCount; change++)
				await follow(page, ADDRESSES[change % ADDRESSES.length] ?? '/');
		});
		await page.goto(`${app}/submissions`);
		const bring = async (count: number): Promise<void> => {
			for (let run = 0; run < count; run++) await importAndUndo(page, run);
		};
		await bring(3);
		const [imports] = await growthBy(session, () => bring(importCount));
		const goal = { words: 'heap within 5 %', most: 5, unit: '%' } as const;
		return [
			{
				work: `leak: ${changeCount} filter changes`,
				values: [changes],
				goal,
				remark: `${heaps.map((heap) => (heap / 1e6).toFixed(1)).join(' → ')} MB`
			},
			{ work: `leak: ${importCount} imports and undos`, values: [imports], goal }
		];
	});
}

/** Per cent by which the heap grew, and the heaps before and after. */
async function growthBy(
	session: CDPSession,
	work: () => Promise<void>
): Promise<[number, number, number]> {
	const before = await heapOf(session);
	await work();
	const after = await heapOf(session);
	return [((after - before) / before) * 100, before, after];
}

async function heapOf(session: CDPSession): Promise<number> {
	for (let time = 0; time < 3; time++) {
		await session.send('HeapProfiler.collectGarbage');
		await new Promise((resolve) => setTimeout(resolve, 300));
	}
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	return usedSize;
}

async function follow(page: Page, address: string): Promise<void> {
	await timeRepaint(page, address, 60);
}

async function importAndUndo(page: Page, run: number): Promise<void> {
	const sheet = await readFile(join(ROOT, 'data/samples/B1-2024-Q4.csv'), 'utf8');
	const name = `ro-${run}.csv`;
	const buffer = Buffer.from(`${sheet.trimEnd()}\n${'\n'.repeat(run + 1)}`);
	await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
	await page.getByRole('button', { name: /^Nộp 1 biểu/ }).click({ timeout: PATIENCE });
	await page.getByRole('button', { name: `Hoàn tác ${name}` }).click({ timeout: PATIENCE });
	await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác', exact: true }).click();
	await page
		.getByRole('button', { name: `Hoàn tác ${name}` })
		.waitFor({ state: 'detached', timeout: PATIENCE });
}
