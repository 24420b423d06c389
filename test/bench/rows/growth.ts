import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readCsv } from '#lib/ingest/read-csv.ts';
import { encodeEntries } from '#lib/rollup/encode-entries.ts';
import { sha256Of } from '#lib/store/sha256.ts';
import type { Addition } from '#lib/store/submission.ts';
import { readUnits } from '#lib/units/read-units.ts';
import {
	largeFigure,
	largeMeasures,
	largeUnitList,
	places,
	quarterBefore,
	unitCode
} from '#scripts/large/large-figures.ts';
import { LARGE_NAMES, SIZES } from '#scripts/large/write-large-files.ts';
import { diskFiles } from '#test/ground/disk-files.ts';
import { fillWorkspace } from '#test/ground/fill-workspace.ts';
import { plantFolder } from '#test/ground/plant-folder.ts';
import { type CsvImport, csvImports } from '#test/bench/csv-imports.ts';
import { pressButton } from '#test/bench/press-button.ts';
import { type Measured, median } from '#test/bench/measured.ts';
import { repeat, type Stage, withBrowser } from '#test/bench/stage.ts';

const UNITS = 1100;
const MANY = 1000;
const FEW = 10;
/** So long, in milliseconds, until the rollup is kept that is shown already. */
const KEPT_WITHIN = 3000;
const AT = '2025-01-10T01:00:00.000Z';

/** What one more submission costs where there are a thousand, and where there are ten, of the same units. */
export async function oneMore(stage: Stage): Promise<Measured[]> {
	const times: Record<number, number[]> = { [MANY]: [], [FEW]: [] };
	for (const [count, folder] of await plantedFolders(stage)) {
		times[count] = await withBrowser(async (context) => {
			const page = await context.newPage();
			await plantFolder(page, folder, stage.app);
			await page.goto(`${stage.app}/submissions`);
			const more = await repeat(stage.runs + 1, (run) => timeOneMore(page, UNITS - 1 - run));
			return more.slice(1);
		});
		await rm(folder, { recursive: true });
	}
	return [
		{
			work: 'one more submission where there are 1 000: committed and added up',
			values: times[MANY] ?? [],
			goal: { words: '≤ 1.2 × where there are 10', most: 1.2, unit: '×' },
			reference: { name: 'the same where there are 10', values: times[FEW] ?? [] }
		}
	];
}

const planted = new WeakMap<Stage, Promise<[number, string][]>>();

/** The folders of the workspaces that one more submission comes to, by the number that they hold; made once a stage. */
export function plantedFolders(stage: Stage): Promise<[number, string][]> {
	const folders =
		planted.get(stage) ??
		Promise.all(
			[MANY, FEW].map(async (count): Promise<[number, string]> => [
				count,
				await plantSubmissions(count)
			])
		);
	planted.set(stage, folders);
	return folders;
}

/** The folder of a workspace with submissions of one unit each, all of one quarter, and their rollup. */
async function plantSubmissions(count: number): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'thuocdo-bench-'));
	const list = largeUnitList(UNITS);
	await fillWorkspace(diskFiles(folder), {
		additions: await Promise.all(places(count).map(additionOf)),
		units: readUnits(readCsv(list)).units,
		organisation: { units: new TextEncoder().encode(list) },
		at: AT
	});
	return folder;
}

async function additionOf(place: number): Promise<Addition> {
	const period = quarterBefore(0);
	const entries = largeMeasures().map((measure, at) => ({
		...{ unit: unitCode(place), period, measure: measure.id, state: 'figure' as const },
		...{ value: BigInt(largeFigure({ place, at }, measure, period)), row: at + 2, column: 4 }
	}));
	const content = encodeEntries(entries);
	return {
		...{ file: `xa-${place + 1}.csv`, sha256: await sha256Of(content), template: 'long' },
		...{ periods: [period], state: 'official', issues: [], content, figures: entries.length },
		rows: { read: entries.length, accepted: entries.length, rejected: 0 }
	};
}

async function timeOneMore(page: Page, place: number): Promise<number> {
	const period = quarterBefore(0);
	const lines = largeMeasures().map(
		(measure, at) =>
			`${unitCode(place)},${period},${measure.id},${largeFigure({ place, at }, measure, period)}`
	);
	const text = `ma_don_vi,ky,ma_so_lieu,gia_tri\n${lines.join('\n')}\n`;
	const name = `them-${place}.csv`;
	await page
		.locator('input[type=file]')
		.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
	const time = await pressButton(page, {
		...{ button: '^Nộp 1 biểu', appears: `^Hoàn tác ${name}$`, goes: '^Nộp 1 biểu' }
	});
	await page.waitForTimeout(KEPT_WITHIN);
	return time;
}

/** How import and filter grow from ten thousand figures to a hundred times as many. */
export async function growth(stage: Stage): Promise<Measured[]> {
	const names = LARGE_NAMES.filter((name) => name !== '4m');
	const sizes = names.map((name) => SIZES[name].units * SIZES[name].quarters * 20);
	const bySize: CsvImport[][] = [];
	for (const name of names) bySize.push(await csvImports(stage, name));
	const runsOf = (timeOf: (each: CsvImport) => number): number[][] =>
		Array.from({ length: stage.runs }, (_, run) =>
			bySize.map((times) => {
				const time = times[run];
				return time ? timeOf(time) : Number.NaN;
			})
		);
	const imports = runsOf(({ preview, commit, gauges }) => preview + commit + gauges);
	const filters = runsOf(({ repaint }) => repaint);
	const exponents = (all: readonly number[][]): number[] =>
		all.map((each) => exponent(sizes, each));
	return [
		{
			work: 'growth of the import, 10 000 → 1 000 000 rows: fitted exponent',
			values: exponents(imports),
			goal: { words: '≤ 1.05', most: 1.05, unit: '' },
			remark: tellSizes(sizes, imports)
		},
		{
			work: 'growth of the filter, the same: fitted exponent',
			values: exponents(filters),
			goal: { words: '≤ 0.3', most: 0.3, unit: '' },
			remark: tellSizes(sizes, filters)
		}
	];
}

/** The slope of the straight line through the logarithms. */
function exponent(sizes: readonly number[], times: readonly number[]): number {
	const [xs, ys] = [sizes.map(Math.log), times.map(Math.log)];
	const mean = (values: readonly number[]): number =>
		values.reduce((sum, value) => sum + value, 0) / values.length;
	const [x, y] = [mean(xs), mean(ys)];
	const shared = xs.reduce((sum, each, at) => sum + (each - x) * ((ys[at] ?? 0) - y), 0);
	return shared / xs.reduce((sum, each) => sum + (each - x) ** 2, 0);
}

function tellSizes(sizes: readonly number[], times: readonly number[][]): string {
	return `medians: ${sizes.map((size, at) => `${size} rows ${median(times.map((each) => each[at] ?? 0)).toFixed(0)} ms`).join(', ')}`;
}
