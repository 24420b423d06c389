import { sameStageBefore } from '#lib/assess/same-stage.ts';
import { say } from '#lib/base/messages.ts';
import { periodInSentence } from '#lib/base/period-name.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import type { ReportColumn, ReportRow, ReportTable } from './report.ts';
import {
	changeCell,
	codeCell,
	codeColumn,
	column,
	nameCell,
	partCell,
	shortfallCell,
	statusCell,
	targetCell,
	valueCell
} from './report-cells.ts';
import type { ReportFigure } from './report-figure.ts';
import type { ReportScene } from './report-scene.ts';

/** The whole and the units below it at one indicator: counts, value, target, status, what is lacking, the change, the code. */
export function unitTable(
	scene: ReportScene,
	indicator: Indicator,
	{ whole, parts }: { whole: ReportFigure; parts: readonly ReportFigure[] }
): ReportTable {
	const { language, period } = scene.view;
	const before = whole.before?.period ?? sameStageBefore(whole.standing, period);
	const comparable = (figure: ReportFigure): ReportFigure =>
		figure.before?.period === before ? figure : { ...figure, before: undefined };
	const cellsOf = (figure: ReportFigure): ReportRow['cells'] => [
		nameCell(figure.unit.name),
		...figureCells(scene, comparable(figure))
	];
	return {
		caption: say(language, 'report.units-caption', {
			name: indicator.shortName[language],
			period: periodInSentence(period, language)
		}),
		columns: columnsOf(scene, indicator, periodInSentence(before, language)),
		rows: [
			{
				depth: 0,
				...(parts.length > 0 && { isTotal: true }),
				cells: cellsOf(whole)
			},
			...parts.map((figure) => ({ depth: 1, cells: cellsOf(figure) }))
		]
	};
}

function figureCells(
	{ facts, view: { language } }: ReportScene,
	figure: ReportFigure
): ReportRow['cells'] {
	const below = facts.settings.smallCellBelow;
	const isRatio = figure.indicator.denominator.length > 0;
	return [
		...(isRatio
			? [
					partCell(figure, 'numerator', { language, below }),
					partCell(figure, 'denominator', { language, below })
				]
			: []),
		valueCell(figure, language),
		targetCell(figure, language),
		statusCell(figure, language),
		shortfallCell(figure, language),
		changeCell(figure, { language, withUnit: false }),
		codeCell(figure)
	];
}

function columnsOf(
	{ view: { language } }: ReportScene,
	indicator: Indicator,
	before: string
): ReportColumn[] {
	const isRatio = indicator.denominator.length > 0;
	const change = isRatio ? 'report.column-points-since' : 'report.column-change-since';
	return [
		column(say(language, 'report.column-unit'), 4.6),
		...(isRatio
			? [
					column(say(language, 'report.column-numerator'), 1.9, 'right'),
					column(say(language, 'report.column-denominator'), 1.9, 'right')
				]
			: []),
		column(say(language, isRatio ? 'report.column-ratio' : 'report.column-count'), 2.1, 'right'),
		{ ...column(say(language, 'report.column-target'), 2.1), role: 'target' },
		column(say(language, 'report.column-status'), 2.1, 'center'),
		column(say(language, 'report.column-shortfall'), 1.7, 'right'),
		column(say(language, change, { period: before }), 2.2, 'right'),
		codeColumn(language)
	];
}
