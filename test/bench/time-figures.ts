import { type Facts, standingOf } from '#lib/assess/standing.ts';
import { readKeptRollup } from '#lib/package/kept-rollup.ts';
import type { Period } from '#lib/base/period.ts';
import { treeDayOf } from '#lib/base/tree-day.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';
import { readCsv } from '#lib/ingest/read-csv.ts';
import { readRollup } from '#lib/rollup/read-rollup.ts';
import { openStore } from '#lib/store/store.ts';
import { readUnits } from '#lib/units/read-units.ts';
import { createUnitTree, type UnitTree } from '#lib/units/unit-tree.ts';
import { overviewLines } from '#lib/views/overview-lines.ts';
import { diskFiles } from '#test/ground/disk-files.ts';

/** How long figures take until they are ready to be drawn, in milliseconds each. */
export interface FiguresTimes {
	/** Every indicator's total, value and verdict beside each of its targets. */
	judged: number[];
	/** All that the overview says of them, in words. */
	worded: number[];
}

/** Times the figures of units and periods that were not asked for before, on Node, in the workspace of the folder. */
export async function timeFigures(folder: string, changes: number): Promise<FiguresTimes> {
	const { facts, tree } = await openFacts(folder);
	const { periods } = facts.totals;
	const times: FiguresTimes = { judged: [], worded: [] };
	for (let change = 0; times.judged.length < changes; change += 1) {
		const period = periods[(change * 7) % periods.length] ?? '';
		const path = pathAt(tree, { period, facts, place: change * 811 });
		if (path.length === 0) continue;
		times.judged.push(timed(() => judgeAll(facts, { path, period })));
		times.worded.push(timed(() => overviewLines(facts, { path, period, language: 'vi' })));
	}
	return times;
}

async function openFacts(folder: string): Promise<{ facts: Facts; tree: UnitTree }> {
	const store = await openStore(diskFiles(folder));
	const { rollup } = store.manifest;
	const bytes = rollup && (await readKeptRollup(store, rollup.of));
	if (!bytes) throw new Error(`no rollup in ${folder}`);
	const list = new TextDecoder().decode((await store.organisation())?.units);
	const catalogue = productCatalogue();
	const totals = readRollup(bytes);
	const { units } = readUnits(readCsv(list));
	return {
		facts: { catalogue, totals, adoption: {}, settings: productSettings() },
		tree: createUnitTree(units)
	};
}

/** The codes from the root down to one of the units of the period. */
function pathAt(
	tree: UnitTree,
	{ facts, period, place }: { facts: Facts; period: Period; place: number }
): string[] {
	const day = treeDayOf(facts.totals, period);
	const { code } = tree.units[place % tree.units.length] ?? { code: '' };
	return tree.pathOn(code, day).map((unit) => unit.code);
}

function judgeAll(facts: Facts, { path, period }: { path: string[]; period: Period }): void {
	for (const indicator of facts.catalogue.indicators)
		standingOf(facts, { path, period, indicator });
}

function timed(work: () => unknown): number {
	const begin = performance.now();
	work();
	return performance.now() - begin;
}
