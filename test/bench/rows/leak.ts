import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ROOT } from '#scripts/run.mjs';
import { ensureSample } from '#test/ground/ensure-ground.ts';
import { plantWorkspace } from '#test/ground/packed-workspace.ts';
import { pressButton } from '#test/bench/press-button.ts';
import type { Measured } from '#test/bench/measured.ts';
import { type Stage, withBrowser } from '#test/bench/stage.ts';
import { timeRepaint } from '#test/bench/time-repaint.ts';

/** Fewer where fewer than five runs are asked for. */
const EACH_RUN = { changes: 100, imports: 10 };
const MOST_RUNS = 5;
/** So long, in milliseconds, until the app has fetched what may be asked for next, and kept what it shows already. */
const AT_REST = 8000;
const ADDRESSES = ['/?period=2024', '/?period=2023', '/?period=2024-Q4', '/?period=2023-Q4'];

/**
 * How much of the page's memory many changes, imports and undos leave behind: its heap after the garbage was collected,
 * without the machine code that the browser makes of functions often called, and drops again by itself.
 */
export async function leak({ app, runs }: Stage): Promise<Measured[]> {
	const times = Math.min(runs, MOST_RUNS);
	const sample = await readFile(await ensureSample());
	// Nothing is timed, so both go on at once.
	const [changes, imports] = await Promise.all([
		growthOf(
			{ app, sample, path: '/' },
			{ warmUp: ADDRESSES.length, rest: EACH_RUN.changes * times },
			(page, run) => follow(page, ADDRESSES[run % ADDRESSES.length] ?? '/')
		),
		growthOf(
			{ app, sample, path: '/submissions' },
			{ warmUp: 3, rest: EACH_RUN.imports * times },
			importAndUndo
		)
	]);
	return [
		leakLine(`leak: ${EACH_RUN.changes * times} filter changes`, changes),
		leakLine(`leak: ${EACH_RUN.imports * times} imports and undos`, imports)
	];
}

/** What a page holds, in bytes. */
interface Held {
	data: number;
	/** Machine code, and what the browser notes about functions to make it. */
	code: number;
}

function leakLine(work: string, { before, after }: Record<'before' | 'after', Held>): Measured {
	const told = [before, after].map(
		({ data, code }) => `${(data / 1e6).toFixed(2)} (code ${(code / 1e6).toFixed(2)})`
	);
	return {
		work,
		values: [(after.data / before.data - 1) * 100],
		goal: { words: 'heap within 5 %', most: 5, unit: '%' },
		remark: `${told.join(' → ')} MB`
	};
}

/** What a page of the app held after the warm-up, and after the rest. */
function growthOf(
	{ app, sample, path }: { app: string; sample: Buffer; path: string },
	{ warmUp, rest }: { warmUp: number; rest: number },
	step: (page: Page, run: number) => Promise<void>
): Promise<Record<'before' | 'after', Held>> {
	return withBrowser(async (context) => {
		const page = await context.newPage();
		await plantWorkspace(page, sample, app);
		await page.goto(`${app}${path}`);
		await page.getByRole('heading', { level: 1 }).waitFor();
		for (let run = 0; run < warmUp; run += 1) await step(page, run);
		const before = await heldAtRest(page);
		for (let run = warmUp; run < warmUp + rest; run += 1) await step(page, run);
		return { before, after: await heldAtRest(page) };
	});
}

/** Reads what the page holds from a snapshot of its heap, for which the garbage is collected first. */
async function heldAtRest(page: Page): Promise<Held> {
	await page.waitForTimeout(AT_REST);
	const session = await page.context().newCDPSession(page);
	const chunks: string[] = [];
	session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
	await session.send('HeapProfiler.collectGarbage');
	await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
	await session.detach();
	const { snapshot, nodes } = JSON.parse(chunks.join('')) as {
		snapshot: { meta: { node_fields: string[]; node_types: [string[]] } };
		nodes: number[];
	};
	const { node_fields: fields, node_types: types } = snapshot.meta;
	const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
	const code = types[0].indexOf('code');
	const held: Held = { data: 0, code: 0 };
	for (let node = 0; node < nodes.length; node += fields.length)
		held[nodes[node + type] === code ? 'code' : 'data'] += nodes[node + size] ?? 0;
	return held;
}

async function follow(page: Page, address: string): Promise<void> {
	await timeRepaint(page, address, 60);
}

async function importAndUndo(page: Page, run: number): Promise<void> {
	const sheet = await readFile(join(ROOT, 'data/samples/B1-2024-Q4.csv'), 'utf8');
	const name = `ro-${run}.csv`;
	const buffer = Buffer.from(`${sheet.trimEnd()}\n${'\n'.repeat(run + 1)}`);
	await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
	const [commit, undo] = ['^Nộp 1 biểu', `^Hoàn tác ${name}$`];
	await pressButton(page, { button: commit, appears: undo, goes: commit });
	await pressButton(page, { button: undo, appears: '^Hoàn tác$', goes: commit });
	await pressButton(page, { button: '^Hoàn tác$', goes: undo });
}
