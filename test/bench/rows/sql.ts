import type { Page } from '@playwright/test';
import type { Readers } from '#test/bench/bare/readers.ts';
import { inApp } from '#test/bench/csv-imports.ts';
import { type Measured, median, quantile } from '#test/bench/measured.ts';
import { repeat, type Stage, withBrowser } from '#test/bench/stage.ts';
import { timeImport } from '#test/bench/time-import.ts';

const QUESTIONS = 40;
/** So long, in milliseconds, a person looks for the file to bring. */
const AT_REST = 1500;
const PATIENCE = 600_000;

/** From the address of a page to the engine's first answer, in the app and in a bare page. */
export async function readyForSql({ app, bare, runs }: Stage): Promise<Measured[]> {
	const times: [number[], number[]] = [[], []];
	await repeat(runs, async () => {
		times[0].push(await withBrowser(async (context) => timeAppBoot(await context.newPage(), app)));
		times[1].push(
			await withBrowser(async (context) => timeBareBoot(await context.newPage(), bare))
		);
	});
	return [
		{
			work: 'app ready for SQL, from the choice of a file',
			values: times[0],
			goal: { words: '≤ 1.1 × bare duckdb-wasm boot', most: 1.1, unit: '×' },
			reference: { name: 'bare duckdb-wasm boot', values: times[1] }
		}
	];
}

/** Choosing a file is what starts the engine; its own mark says when it could answer. */
async function timeAppBoot(page: Page, app: string): Promise<number> {
	await page.goto(`${app}/submissions`);
	await page.getByRole('heading', { level: 1 }).waitFor();
	await page.waitForTimeout(AT_REST);
	await page.evaluate(() => Object.assign(globalThis, { chosen: performance.now() }));
	await page.locator('input[type=file]').setInputFiles({
		name: 'a.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from('ma_don_vi,ky,ma_so_lieu,gia_tri\nMH,2024-Q4,b1.xs,1\n')
	});
	await page.waitForFunction(() => performance.getEntriesByName('engine-ready').length > 0, null, {
		timeout: PATIENCE
	});
	return page.evaluate(() => {
		const { chosen } = globalThis as unknown as { chosen: number };
		return (performance.getEntriesByName('engine-ready')[0]?.startTime ?? Number.NaN) - chosen;
	});
}

async function timeBareBoot(page: Page, bare: string): Promise<number> {
	await page.goto(`${bare}/readers.html`);
	return page.evaluate(() => (globalThis as unknown as { readers: Readers }).readers.bootDuckDB());
}

/** Questions to the workbench about one district and year, over a million figures. */
export async function drillDown(stage: Stage): Promise<Measured[]> {
	const csv = await stage.files.csv('1m');
	return inApp(stage, '1m', async (page) => {
		await timeImport(page, csv);
		await page.goto(`${stage.app}/workbench`);
		await page.locator('.cm-content').waitFor();
		const times = await repeat(QUESTIONS, (run) => timeQuestion(page, questionAt(run)));
		const words = 'p50 ≤ 40 ms, the first one included';
		return [
			{
				work: `drill-down in SQL at 1 000 000 rows, ${QUESTIONS} questions`,
				values: times,
				goal: { words, most: 40, unit: 'ms' },
				remark: `p95 ${quantile(times, 0.95).toFixed(0)} ms, the first ${times[0]?.toFixed(0)} ms, which lays the figures out; after it p50 ${median(times.slice(1)).toFixed(0)} ms`
			}
		];
	});
}

function questionAt(run: number): string {
	const district = `BM-H${String(((run * 7) % 64) + 1).padStart(2, '0')}`;
	return `SELECT unit, measure, sum(value) FROM "values" WHERE unit LIKE '${district}-%' AND year = ${2021 + (run % 4)} GROUP BY ALL`;
}

/** From the key that runs the question to the rows that answer it. */
async function timeQuestion(page: Page, question: string): Promise<number> {
	await page.locator('.cm-content').focus();
	await page.keyboard.press('Control+a');
	await page.keyboard.insertText(question);
	await page.evaluate(() => {
		// Every question is about another district: the words of two answers may be the same, their rows never are.
		const rows = (): string | undefined =>
			document.querySelector('[data-summary]')?.closest('section')?.querySelector('table')
				?.textContent;
		const before = rows();
		addEventListener(
			'keydown',
			() => {
				const begin = performance.now();
				const observer = new MutationObserver(() => {
					const now = rows();
					if (now === undefined || now === before) return;
					observer.disconnect();
					Object.assign(globalThis, { answered: performance.now() - begin });
				});
				observer.observe(document.body, { subtree: true, childList: true, characterData: true });
			},
			{ once: true, capture: true }
		);
		Object.assign(globalThis, { answered: undefined });
	});
	await page.keyboard.press('Control+Enter');
	await page.waitForFunction(
		() => (globalThis as unknown as { answered?: number }).answered !== undefined,
		null,
		{ timeout: PATIENCE }
	);
	return page.evaluate(() => (globalThis as unknown as { answered: number }).answered);
}
