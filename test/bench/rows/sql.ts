import type { BrowserContext, Page } from '@playwright/test';
import type { Readers } from '#test/bench/bare/readers.ts';
import { inApp } from '#test/bench/csv-imports.ts';
import { type Measured, median, quantile } from '#test/bench/measured.ts';
import { repeat, type Stage, withBrowser } from '#test/bench/stage.ts';
import { timeImport } from '#test/bench/time-import.ts';

const QUESTIONS = 40;
const PATIENCE = 600_000;

/** How long the app's engine is still awaited once a file is chosen, beside how long a bare page takes to boot it. */
export async function readyForSql(stage: Stage): Promise<Measured[]> {
	const boots = await repeat(stage.runs, () => inApp(stage, '1m', timeAppBoot));
	// As the app was there before, so was the bare page.
	const [, ...bare] = await withBrowser((context) =>
		repeat(stage.runs + 1, () => timeBareBoot(context, stage.bare))
	);
	return [
		{
			work: 'app ready for SQL, from the choice of a file',
			values: boots,
			goal: { words: '≤ 1.1 × bare duckdb-wasm boot', most: 1.1, unit: '×' },
			reference: { name: 'bare duckdb-wasm boot', values: bare }
		}
	];
}

/** The engine starts while a person looks for the file; its own mark says when it could answer: 0 where it waited. */
async function timeAppBoot(page: Page): Promise<number> {
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
		const [ready] = performance.getEntriesByName('engine-ready');
		return Math.max(0, (ready?.startTime ?? Number.NaN) - chosen);
	});
}

async function timeBareBoot(context: BrowserContext, bare: string): Promise<number> {
	const page = await context.newPage();
	await page.goto(`${bare}/readers.html`);
	const time = await page.evaluate(() =>
		(globalThis as unknown as { readers: Readers }).readers.bootDuckDB()
	);
	await page.close();
	return time;
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
