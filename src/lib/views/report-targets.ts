import { say } from '#lib/base/messages.ts';
import { thresholdOf } from '#lib/assess/threshold.ts';
import type { Assessment } from '#lib/assess/assessment.ts';
import { documentOf } from '#lib/catalogue/find-in-catalogue.ts';
import { periodInSentence } from '#lib/base/period-name.ts';
import type { ReportBlock, ReportCell, ReportChart, ReportRow, ReportTable } from './report.ts';
import {
	changeCell,
	codeCell,
	codeColumn,
	column,
	EMPTY_CELL,
	lackCell,
	numberOf,
	partCell,
	statusCell,
	textCell,
	valueCell
} from './report-cells.ts';
import { figureOf, type ReportFigure } from './report-figure.ts';
import type { ReportScene } from './report-scene.ts';
import { documentLabel, targetWords } from './sentence-target.ts';
import { statusLook } from './status-look.ts';

/** The unit beside every target in force, as a table and, for ratios, as bullets. */
export function* targetBlocks(scene: ReportScene): Generator<undefined, ReportBlock[]> {
	const { indicators, whole } = scene;
	const figures = indicators.map((indicator) => figureOf(scene, { unit: whole, indicator }));
	yield;
	const chart = targetChart(scene, figures);
	return [
		{ kind: 'table', table: targetTable(scene, figures) },
		...(chart ? [{ kind: 'chart', chart } as const] : [])
	];
}

function targetTable(scene: ReportScene, figures: readonly ReportFigure[]): ReportTable {
	const { language, period } = scene.view;
	const withUnit = figures.some(({ indicator }) => indicator.denominator.length === 0);
	const rows = figures.flatMap((figure) => targetRows(scene, figure, { withUnit }));
	return {
		caption: say(language, 'report.targets-caption', {
			period: periodInSentence(period, language)
		}),
		columns: [
			column(say(language, 'report.column-indicator'), 4.6),
			column(say(language, 'report.column-document'), 1.9),
			column(say(language, 'report.column-target'), 2.2),
			column(say(language, 'report.column-numerator'), 1.8, 'right'),
			column(say(language, 'report.column-denominator'), 1.8, 'right'),
			column(say(language, 'report.column-value'), 2, 'right'),
			column(say(language, 'report.column-status'), 2.1, 'center'),
			column(say(language, 'report.column-shortfall'), 1.7, 'right'),
			column(say(language, withUnit ? 'report.column-change' : 'report.column-points'), 2, 'right'),
			codeColumn(language)
		],
		rows: rows.map((cells) => ({ depth: 0, cells }))
	};
}

/** One row for each target in force; one without a target where none is. */
function targetRows(
	scene: ReportScene,
	figure: ReportFigure,
	{ withUnit }: { withUnit: boolean }
): ReportRow['cells'][] {
	const { facts, view } = scene;
	const { language } = view;
	const { indicator, inForce } = figure;
	const below = facts.settings.smallCellBelow;
	const name = textCell(indicator.shortName[language]);
	const counts = [
		partCell(figure, 'numerator', { language, below }),
		indicator.denominator.length > 0
			? partCell(figure, 'denominator', { language, below })
			: EMPTY_CELL
	];
	const value = valueCell(figure, language);
	const last = [changeCell(figure, { language, withUnit }), codeCell(figure)];
	if (inForce.length === 0) {
		const status = statusCell(figure, language);
		return [[name, EMPTY_CELL, EMPTY_CELL, ...counts, value, status, EMPTY_CELL, ...last]];
	}
	return inForce.map((assessment) => {
		const { target, status } = assessment;
		const document = documentOf(facts.catalogue, target.document);
		const verdict: ReportCell = figure.isHidden
			? statusCell(figure, language)
			: { text: statusLook(status, language).word, status };
		return [
			name,
			textCell(document ? documentLabel(document, language) : target.document),
			textCell(targetWords(target, { indicator, language })),
			...counts,
			value,
			verdict,
			lackCell(assessment, { isHidden: figure.isHidden, language }),
			...last
		];
	});
}

function targetChart(
	{ view, whole }: ReportScene,
	figures: readonly ReportFigure[]
): ReportChart | undefined {
	const { language, period } = view;
	const drawn = figures.filter(
		({ standing: { value, leading, indicator }, isHidden }) =>
			!isHidden && value && indicator.denominator.length > 0 && leading && markOf(leading) !== null
	);
	if (drawn.length === 0) return undefined;
	const words = { unit: whole.name, period: periodInSentence(period, language) };
	const cells = drawn.map((figure) => valueCell(figure, language));
	const provisional = drawn.flatMap(({ letters }, at) => (letters.includes('p') ? [at] : []));
	return {
		kind: 'bullets',
		caption: say(language, 'report.targets-chart', words),
		alternative: say(language, 'report.targets-chart-alternative', {
			...words,
			list: drawn
				.map(({ indicator }, at) => `${indicator.shortName[language]} ${cells[at]?.text ?? ''}`)
				.join('; ')
		}),
		unit: 'ratio',
		decimals: 2,
		categories: drawn.map(({ indicator }) => indicator.shortName[language]),
		series: [
			{
				name: say(language, 'report.series-value'),
				role: 'value',
				values: drawn.map(({ standing }) => (standing.value ? numberOf(standing.value) : null)),
				labels: cells.map(({ text }) => text),
				statuses: drawn.map(({ standing }) => standing.leading?.status ?? null),
				...(provisional.length > 0 && { provisional })
			},
			{
				name: say(language, 'report.series-target'),
				role: 'target',
				values: drawn.map(({ standing }) => (standing.leading ? markOf(standing.leading) : null)),
				labels: drawn.map(
					({ standing: { leading, indicator } }) =>
						(leading && targetWords(leading.target, { indicator, language })) ?? null
				)
			}
		]
	};
}

/** Where a ratio's target lies, as a part of 1, a band by its lower end; `null` where it has none. */
export function markOf({ target }: Assessment): number | null {
	if (target.kind === 'trend' || target.kind === 'rank') return null;
	const threshold = thresholdOf(target, true);
	return threshold ? numberOf(threshold.value) : null;
}
