import { AppError } from '#lib/base/app-error.ts';
import type { Layout } from '#lib/base/layout.ts';
import type { Totals } from '#lib/base/indicator-total.ts';
import { type Period, mapDayOf } from '#lib/base/period.ts';
import { localizeDecimal } from '#lib/base/format-number.ts';
import type { Fraction } from '#lib/base/fraction.ts';
import { say } from '#lib/base/messages.ts';
import { type Facts, type Standing, standingOf } from '#lib/assess/standing.ts';
import type { Assessment } from '#lib/assess/assessment.ts';
import { edgesOf } from '#lib/assess/threshold.ts';
import type { Catalogue, Indicator } from '#lib/catalogue/catalogue.ts';
import { documentOf } from '#lib/catalogue/find-in-catalogue.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';
import { bootNodeEngine } from '#lib/engine/boot-node-engine.ts';
import type { Draft } from '#lib/ingest/draft.ts';
import { encodeEntries } from '#lib/rollup/encode-entries.ts';
import type { RollupSubmission } from '#lib/rollup/key-entries.ts';
import { readProgress } from '#lib/rollup/read-progress.ts';
import { readRollup } from '#lib/rollup/read-rollup.ts';
import { rollUp } from '#lib/rollup/roll-up.ts';
import { type UnitTree, createUnitTree } from '#lib/units/unit-tree.ts';
import type { Unit } from '#lib/units/unit.ts';
import { percentDecimal } from '#lib/views/print-value.ts';
import { exactJson } from './exact-json.ts';
import { type Options, required } from './options.ts';
import { openDrafts, openUnits } from './read-input.ts';
import { readLayouts } from './read-layouts.ts';

/** Prints how a unit stands at each indicator in a period; 0 without errors in the data, else 1. */
export async function values(options: Options): Promise<number> {
	const [unit, period] = [required(options, 'unit'), required(options, 'period')];
	const catalogue = productCatalogue();
	const indicators = chosenIndicators(catalogue, options.indicator);
	const units = await openUnits(options);
	const tree = createUnitTree(units);
	const drafts: Draft[] = [];
	const layouts = await readLayouts(options.layout);
	for (const path of options.files)
		drafts.push(...(await openDated(path, { units, layouts, period })));
	const submissions = submissionsOf(drafts);
	const totals = await totalsOf(submissions, units, catalogue);
	const progress = readProgress(submissions);
	const day = mapDayOf(period, totals.periods);
	const path = pathOf(tree, { unit, day, period });
	const settings = productSettings();
	const facts: Facts = { catalogue, totals, adoption: {}, settings, progress };
	const standings = indicators.map((indicator) => standingOf(facts, { path, period, indicator }));
	const rows = standings.map((standing) =>
		describe(standing, { unit, period, catalogue, expected: tree.leavesOn(unit, day).length })
	);
	process.stdout.write(options.json ? `${exactJson(rows)}\n` : inWords(standings, options));
	return reportErrors(drafts, options);
}

/** The drafts of a file; one that does not say its period is taken to speak of the period asked for. */
async function openDated(
	path: string,
	{ period, ...context }: { units: Unit[]; layouts: readonly Layout[]; period: Period }
): Promise<Draft[]> {
	const drafts = await openDrafts(path, context);
	const isUndated = drafts.some(({ issues }) => issues.some(({ code }) => code === 'no-period'));
	return isUndated ? openDrafts(path, { ...context, period }) : drafts;
}

function submissionsOf(drafts: readonly Draft[]): RollupSubmission[] {
	return drafts.map(({ entries }, sequence) => ({ sequence, bytes: encodeEntries(entries) }));
}

async function totalsOf(
	submissions: readonly RollupSubmission[],
	units: Unit[],
	catalogue: Catalogue
): Promise<Totals> {
	const engine = await bootNodeEngine();
	try {
		return readRollup(await rollUp({ engine, submissions, units, catalogue }));
	} finally {
		await engine.close();
	}
}

/** The indicator of that id, or the one that the target of that id stands on; all of them without an id. */
function chosenIndicators({ indicators, targets }: Catalogue, id: string | undefined): Indicator[] {
	const wanted = targets.find((target) => target.id === id)?.indicator ?? id;
	const chosen = indicators.filter((indicator) => id === undefined || indicator.id === wanted);
	if (chosen.length > 0) return chosen;
	const known = indicators.map((indicator) => indicator.id).join(', ');
	throw new AppError('cli.unknown-indicator', { indicator: id ?? '', known });
}

function pathOf(
	tree: UnitTree,
	{ unit, day, period }: { unit: string; day: string; period: Period }
): string[] {
	const path = tree.pathOn(unit, day).map(({ code }) => code);
	if (path.length === 0) throw new AppError('cli.unknown-unit', { unit, period });
	return path;
}

interface Question {
	unit: string;
	period: Period;
	catalogue: Catalogue;
	/** Units that owe a report where the period has no figures at all. */
	expected: number;
}

function describe({ indicator, total, value, assessments }: Standing, question: Question) {
	const { unit, period, catalogue, expected } = question;
	return {
		indicator: indicator.id,
		unit,
		period,
		numerator: total?.numerator ?? null,
		denominator: total?.denominator ?? null,
		value: value ? decimalOf(value, indicator, assessments) : null,
		asOf: total?.asOf ?? null,
		coverage: { reported: total?.reported ?? 0, expected: total?.expected ?? expected },
		targets: assessments.map((assessment) => describeAssessment(assessment, catalogue))
	};
}

function decimalOf(value: Fraction, indicator: Indicator, assessments: Assessment[]): string {
	if (indicator.denominator.length === 0) return String(value.numerator);
	const inForce = assessments.filter(({ status }) => status !== 'not-applicable');
	return percentDecimal(value, edgesOf(inForce.map(({ target }) => target)));
}

function describeAssessment({ target, status, shortfall, side }: Assessment, catalogue: Catalogue) {
	return {
		target: target.id,
		comparator: target.threshold?.comparator ?? null,
		threshold: target.threshold?.value ?? null,
		...(target.threshold?.max && { thresholdMax: target.threshold.max }),
		status,
		shortfall: shortfall ?? null,
		...(side && { side }),
		document: documentOf(catalogue, target.document)?.number ?? target.document,
		section: target.section
	};
}

function inWords(standings: Standing[], { language }: Options): string {
	const lines = standings.flatMap(({ indicator, total, value, assessments }) => {
		const printed = value
			? localizeDecimal(decimalOf(value, indicator, assessments), language) + unitOf(indicator)
			: '–';
		const coverage = { reported: total?.reported ?? 0, expected: total?.expected ?? 0 };
		const head = say(language, 'cli.value', {
			name: indicator.name[language],
			value: printed,
			...coverage
		});
		return [
			head,
			...assessments.map(
				({ target, status }) => `  ${target.id}: ${say(language, `status.${status}`)}`
			)
		];
	});
	return `${lines.join('\n')}\n`;
}

function unitOf({ denominator }: Indicator): string {
	return denominator.length > 0 ? '%' : '';
}

function reportErrors(drafts: Draft[], { language }: Options): number {
	const count = drafts
		.flatMap(({ issues }) => issues)
		.filter(({ severity }) => severity === 'error').length;
	if (count > 0) process.stderr.write(`${say(language, 'cli.errors-in-data', { count })}\n`);
	return count > 0 ? 1 : 0;
}
