import { type Standing, standingOf } from '#lib/assess/standing.ts';
import { AppError } from '#lib/base/app-error.ts';
import { cellAddress } from '#lib/base/cell-address.ts';
import { localizeDecimal } from '#lib/base/format-number.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { type IsoDate, mapDayOf } from '#lib/base/period.ts';
import type { FigureHistory, Trail, TrailFigure, TrailTerm } from '#lib/base/trail.ts';
import type { Catalogue, Indicator } from '#lib/catalogue/catalogue.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';
import { bootNodeEngine } from '#lib/engine/boot-node-engine.ts';
import type { Draft } from '#lib/ingest/draft.ts';
import { findHistory } from '#lib/rollup/find-history.ts';
import { findTrail } from '#lib/rollup/find-trail.ts';
import { readRollup } from '#lib/rollup/read-rollup.ts';
import { rollUp } from '#lib/rollup/roll-up.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import { createUnitTree, type UnitTree } from '#lib/units/unit-tree.ts';
import type { Unit } from '#lib/units/unit.ts';
import { periodName } from '#lib/views/sentence-period.ts';
import { asSubmissions, draftOf } from './as-submissions.ts';
import { exactJson } from './exact-json.ts';
import { chosenIndicators, pathOf } from './find-asked.ts';
import { type Options, required } from './options.ts';
import { openCatalogue, openDated, openLineage, openUnits } from './read-input.ts';
import { readLayouts } from './read-layouts.ts';
import { reportErrors } from './report-errors.ts';
import { decimalOf } from './describe-standing.ts';

/** What is printed: the figure, the cells that it adds up, and how it came to be over the files in their order. */
interface Found {
	indicator: Indicator;
	standing: Standing;
	trail: Trail;
	history: FigureHistory;
	drafts: readonly Draft[];
	catalogue: Catalogue;
	tree: UnitTree;
}

/**
 * Prints where one figure comes from: its definition, its sums, the cells of the files; 0 without errors in the data,
 * else 1.
 */
export async function trail(options: Options): Promise<number> {
	const [unit, period] = [required(options, 'unit'), required(options, 'period')];
	if (options.indicator === undefined) {
		throw new AppError('cli.missing-option', { option: 'indicator' });
	}
	const catalogue = await openCatalogue(options.files);
	const [indicator] = chosenIndicators(catalogue, options.indicator);
	if (!indicator) throw new RangeError(`no indicator ${options.indicator}`);
	const units = await openUnits(options);
	const lineage = await openLineage(options, units);
	const drafts: Draft[] = [];
	const layouts = await readLayouts(options.layout);
	for (const path of options.files) {
		drafts.push(...(await openDated(path, { units, lineage, layouts, period })));
	}
	const { boundaries } = options;
	const question = { indicator, unit, period, catalogue, units, lineage, boundaries };
	const found = await follow(question, drafts);
	process.stdout.write(
		options.json
			? `${exactJson(inJson(found, question, options.language))}\n`
			: inWords(found, question, options.language)
	);
	return reportErrors(drafts, options);
}

interface Question {
	indicator: Indicator;
	unit: string;
	period: string;
	catalogue: Catalogue;
	units: readonly Unit[];
	lineage: readonly LineageEvent[];
	/** The day whose units the period is shown on; absent for its own map. */
	boundaries?: IsoDate;
}

async function follow(question: Question, drafts: readonly Draft[]): Promise<Found> {
	const { indicator, unit, period, catalogue, units, boundaries } = question;
	const submissions = asSubmissions(drafts);
	const tree = createUnitTree(units);
	const engine = await bootNodeEngine();
	try {
		const asked = { ...question, engine, submissions };
		const totals = readRollup(rollUp(asked));
		const day = boundaries ?? mapDayOf(period, totals.periods);
		const path = pathOf(tree, { unit, day, period });
		const facts = { catalogue, totals, adoption: {}, settings: productSettings() };
		return {
			indicator,
			standing: standingOf(facts, { path, period, indicator }),
			trail: await findTrail(asked),
			history: await findHistory(asked, { most: Infinity }),
			...{ drafts, catalogue, tree }
		};
	} finally {
		await engine.close();
	}
}

function inJson(found: Found, { unit, period }: Question, language: Language): object {
	const { indicator, standing, trail, history, drafts } = found;
	const { total, value, assessments } = standing;
	return {
		indicator: indicator.id,
		unit,
		period,
		numerator: total?.numerator ?? null,
		denominator: total?.denominator ?? null,
		value: value ? decimalOf(value, indicator, assessments) : null,
		definition: indicator.definition[language],
		terms: [
			...trail.numerator.map((term) => termInJson(term, 'numerator', found)),
			...trail.denominator.map((term) => termInJson(term, 'denominator', found))
		],
		missing: trail.missing.map(({ unit: code, isPartial }) => ({ unit: code, partial: isPartial })),
		history: history.steps.map(({ sequence, numerator = null, denominator = null, isOwn }) => ({
			...fileInJson(draftOf(drafts, sequence)),
			numerator,
			denominator,
			own: isOwn
		}))
	};
}

function termInJson(term: TrailTerm, side: 'numerator' | 'denominator', found: Found): object {
	const { template, measure } = measureOf(term, found.catalogue);
	return {
		side,
		measure: term.measure,
		sheet: template?.id ?? null,
		header: measure?.header ?? null,
		sum: term.sum ?? null,
		figures: term.figures.map((figure) => figureInJson(figure, found.drafts)),
		setAside: term.setAside.map((figure) => ({
			...figureInJson(figure, found.drafts),
			counted: 0,
			below: figure.below ?? null
		}))
	};
}

function figureInJson(figure: TrailFigure, drafts: readonly Draft[]): object {
	const { unit, via, period, value, part = value, sequence, cells } = figure;
	return {
		...{ unit, via, period, value, counted: part },
		...fileInJson(draftOf(drafts, sequence)),
		cells: cells.map((cell) => ({ ...cell, address: cellAddress(cell) }))
	};
}

function fileInJson(draft: Draft | undefined): object {
	const { file = null, sheet = null, table = null } = draft ?? {};
	return { file, sheet, table };
}

function measureOf({ measure: wanted }: TrailTerm, { templates }: Catalogue) {
	const template = templates.find(({ measures }) => measures.some(({ id }) => id === wanted));
	return { template, measure: template?.measures.find(({ id }) => id === wanted) };
}

function inWords(found: Found, { unit, period }: Question, language: Language): string {
	const { indicator, standing, trail, history, drafts } = found;
	const value = { numerator: standing.total?.numerator, denominator: standing.total?.denominator };
	const decimal = standing.value && decimalOf(standing.value, indicator, standing.assessments);
	const printed = decimal === undefined ? '–' : localizeDecimal(decimal, language);
	const isRatio = indicator.denominator.length > 0;
	const lines = [
		say(language, 'cli.trail-figure', {
			name: indicator.name[language],
			unit: nameOf(unit, found),
			period: periodName(period, language),
			value: isRatio ? `${printed}% (${countsOf(value, isRatio)})` : printed
		}),
		indicator.definition[language],
		...trail.numerator.flatMap((term) =>
			termLines(term, isRatio ? 'definition.numerator' : 'definition.count', { found, language })
		),
		...trail.denominator.flatMap((term) =>
			termLines(term, 'definition.denominator', { found, language })
		),
		...(trail.missing.length > 0
			? [
					say(language, 'cli.trail-missing', {
						units: trail.missing.map(({ unit: code }) => nameOf(code, found)).join(', ')
					})
				]
			: []),
		say(language, 'cli.trail-history'),
		...history.steps.map(
			({ sequence, ...step }) =>
				`  ${say(language, 'cli.trail-step', {
					file: fileWords(draftOf(drafts, sequence), language),
					value: countsOf(step, isRatio)
				})}`
		)
	];
	return `${lines.join('\n')}\n`;
}

function termLines(
	term: TrailTerm,
	side: 'definition.numerator' | 'definition.count' | 'definition.denominator',
	{ found, language }: { found: Found; language: Language }
): string[] {
	const { template, measure } = measureOf(term, found.catalogue);
	const column = say(language, 'trail.column', {
		sheet: template?.id ?? '',
		header: measure?.header ?? term.measure
	});
	const head = say(language, 'trail.text-term', {
		side: say(language, side),
		measure: `${measure?.name[language] ?? term.measure} (${column})`,
		sum: term.sum === undefined ? '–' : String(term.sum)
	});
	return [
		head,
		...term.figures.map((figure) => `  ${cellWords(figure, found, language)}`),
		...term.setAside.map(
			(figure) =>
				`  ${say(language, 'cli.trail-aside', { cell: cellWords(figure, found, language) })}`
		)
	];
}

function cellWords(figure: TrailFigure, found: Found, language: Language): string {
	const { unit, period, value, part = value, sequence, cells } = figure;
	return say(language, 'cli.trail-cell', {
		unit: nameOf(unit, found),
		period: periodName(period, language),
		value: String(part),
		file: fileWords(draftOf(found.drafts, sequence), language),
		address: cells.map(cellAddress).join(', ')
	});
}

function fileWords(draft: Draft | undefined, language: Language): string {
	const { file = '', sheet, table } = draft ?? {};
	return [
		file,
		...(sheet === undefined ? [] : [say(language, 'trail.sheet', { sheet })]),
		...(table === undefined ? [] : [say(language, 'trail.table', { table: String(table) })])
	].join(', ');
}

function nameOf(code: string, { tree }: Found): string {
	return tree.find(code)?.name ?? code;
}

function countsOf(
	{ numerator, denominator }: { numerator?: bigint; denominator?: bigint },
	isRatio: boolean
): string {
	const above = numerator === undefined ? '–' : String(numerator);
	if (!isRatio) return above;
	return `${above}/${denominator === undefined ? '–' : String(denominator)}`;
}
