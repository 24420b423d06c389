import type { Totals } from '#lib/base/indicator-total.ts';
import { type Period, mapDayOf } from '#lib/base/period.ts';
import { standingIn } from '#lib/assess/layers.ts';
import { type Facts, type Standing, standingOf } from '#lib/assess/standing.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';
import type { Draft } from '#lib/ingest/draft.ts';
import { readProgress } from '#lib/rollup/read-progress.ts';
import { readRollup } from '#lib/rollup/read-rollup.ts';
import { type RollupInput, rollUp } from '#lib/rollup/roll-up.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import { asSubmissions } from './as-submissions.ts';
import { type StandingContext, describeStanding } from './describe-standing.ts';
import { exactJson } from './exact-json.ts';
import { chosenIndicators, pathOf } from './find-asked.ts';
import { type Options, required } from './options.ts';
import { openCatalogue, openDated, openLineage, openUnits } from './read-input.ts';
import { readLayouts } from './read-layouts.ts';
import { reportErrors } from './report-errors.ts';
import { standingLines } from './standing-words.ts';

/** Prints how a unit stands at each indicator in a period; 0 without errors in the data, else 1. */
export async function values(options: Options): Promise<number> {
	const [unit, period] = [required(options, 'unit'), required(options, 'period')];
	const catalogue = await openCatalogue(options.files);
	const indicators = chosenIndicators(catalogue, options.indicator);
	const units = await openUnits(options);
	const lineage = await openLineage(options, units);
	const tree = createUnitTree(units);
	const drafts: Draft[] = [];
	const layouts = await readLayouts(options.layout);
	for (const path of options.files)
		drafts.push(...(await openDated(path, { units, lineage, layouts, period })));
	const submissions = asSubmissions(drafts);
	const { boundaries } = options;
	const totals = totalsOf({ submissions, units, lineage, catalogue, boundaries });
	const progress = readProgress(submissions);
	const day = boundaries ?? mapDayOf(period, totals.periods);
	const path = pathOf(tree, { unit, day, period });
	const settings = productSettings();
	const facts: Facts = { catalogue, totals, adoption: {}, settings, progress };
	const standings = indicators.map((indicator) =>
		inLayer(standingOf(facts, { path, period, indicator }), { catalogue, period, options })
	);
	const expected = tree.leavesOn(unit, day).length;
	const context: StandingContext = { facts, path, period, expected, options };
	process.stdout.write(options.json ? inJson(standings, context) : inWords(standings, context));
	return reportErrors(drafts, options);
}

function totalsOf(input: RollupInput): Totals {
	return readRollup(rollUp(input));
}

/** The standing with the targets of the layer asked for alone; the status speaks of the strictest of them. */
function inLayer(
	standing: Standing,
	{ catalogue, period, options }: { catalogue: Catalogue; period: Period; options: Options }
): Standing {
	if (!options.layer) return standing;
	return standingIn(standing, { catalogue, period, layers: new Set([options.layer]) });
}

function inJson(standings: readonly Standing[], context: StandingContext): string {
	return `${exactJson(standings.map((standing) => describeStanding(standing, context)))}\n`;
}

function inWords(standings: readonly Standing[], context: StandingContext): string {
	const lines = standings.flatMap((standing) => standingLines(standing, context));
	return `${lines.join('\n')}\n`;
}
