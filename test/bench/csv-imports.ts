import type { Page } from '@playwright/test';
import type { LargeName, LargeUnits } from '#scripts/large/write-large-files.ts';
import { checkFigures } from './check-figures.ts';
import { median } from './measured.ts';
import { repeat, type Stage, withBrowser } from './stage.ts';
import { type ImportTime, timeImport } from './time-import.ts';
import { timeRepaint } from './time-repaint.ts';

/** So long, in milliseconds, a person looks for the file to bring. */
const LOOKED_FOR = 2000;
const CHANGES = { unheeded: 1, timed: 5 };

/** An import, and how long the overview then takes to show another period, in milliseconds. */
export interface CsvImport extends ImportTime {
	repaint: number;
}

const done = new WeakMap<Stage, Map<LargeName, Promise<CsvImport[]>>>();

/**
 * Imports of the set as CSV, each in a browser of its own, the same for whoever asks on the stage; the figures of the
 * first of a million rows are held against native DuckDB's, and an error is thrown where one differs.
 */
export function csvImports(stage: Stage, name: LargeName): Promise<CsvImport[]> {
	const known = done.get(stage) ?? new Map<LargeName, Promise<CsvImport[]>>();
	done.set(stage, known);
	const imports = known.get(name) ?? importsOf(stage, name);
	known.set(name, imports);
	return imports;
}

async function importsOf(stage: Stage, name: LargeName): Promise<CsvImport[]> {
	const [units, csv] = [await stage.files.units(name), await stage.files.csv(name)];
	return repeat(stage.runs, (run) =>
		inApp(stage, name, async (page) => {
			const time = await timeImport(page, csv);
			if (run === 0 && name === '1m') await checkFigures(page, { csv, units });
			const changes = await repeat(CHANGES.unheeded + CHANGES.timed, (at) =>
				timeRepaint(page, `/?period=2024-Q${(at % 4) + 1}`)
			);
			return { ...time, repaint: median(changes.slice(CHANGES.unheeded)) };
		})
	);
}

/** Gives the work the page of submissions as somebody finds it who was in the app before and uses the set's units. */
export async function inApp<T>(
	{ app, visited }: Stage,
	units: LargeUnits,
	work: (page: Page) => Promise<T>
): Promise<T> {
	return withBrowser(
		async (context) => {
			const page = await context.newPage();
			await page.goto(`${app}/submissions`);
			await page.getByText(/^Đang dùng danh sách riêng gồm/).waitFor();
			await page.waitForTimeout(LOOKED_FOR);
			return work(page);
		},
		await visited(units)
	);
}
