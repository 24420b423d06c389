import type { Readers, ReaderTime } from './bare/readers.ts';
import { peakMemory } from './memory.ts';
import { withBrowser } from './stage.ts';

/** A reader of the bare page that takes a file. */
export type ReaderName = Exclude<keyof Readers, 'bootDuckDB'>;

/** Milliseconds that a bare reader takes for the file, in a page of its own; DuckDB is booted before the clock. */
export function timeReader({
	bare,
	path,
	reader
}: {
	bare: string;
	path: string;
	reader: ReaderName;
}): Promise<number> {
	return withBrowser(async (context) => {
		const page = await context.newPage();
		await page.goto(`${bare}/readers.html`);
		await page.locator('input').setInputFiles(path);
		const { time } = await page.evaluate(async (name): Promise<ReaderTime> => {
			const { readers } = globalThis as unknown as { readers: Readers };
			if (name === 'duckdb') await readers.bootDuckDB();
			return readers[name]();
		}, reader);
		return time;
	});
}

/** Megabytes that a page holds which shows nothing. */
export function blankMemory(bare: string): Promise<number> {
	return withBrowser(async (context) => {
		const page = await context.newPage();
		await page.goto(`${bare}/built.txt`);
		return peakMemory(context.browser());
	});
}
