import { say } from '#lib/base/messages.ts';
import type { Period } from '#lib/base/period.ts';
import {
	codeCellOf,
	columnOf,
	countOf,
	numberCell,
	shortfallCellOf,
	statusCellOf,
	valueOf
} from './one-chart-cells.ts';
import type { OneChartScene } from './one-chart-ground.ts';
import type { ReportCell, ReportColumn, ReportTable } from './report.ts';
import { EMPTY_CELL, textCell } from './report-cells.ts';
import { targetWords } from './sentence-target.ts';

/** Every figure of the units of a chart in every period in which the unit exists, a row each: what it is made of, and its code. */
export function fullTable(scene: OneChartScene): ReportTable {
	const { units, periods, indicator, language } = scene;
	const places = units.flatMap((unit) => periods.map((period) => ({ ...unit, period })));
	const existing = places.filter(({ code, period }) => scene.standingOf(code, period));
	return {
		caption: say(language, 'one-chart.full', { name: indicator.shortName[language] }),
		columns: columnsOf(scene),
		rows: existing.map((place) => ({ depth: 0, cells: cellsOf(scene, place) }))
	};
}

function columnsOf({ language, indicator }: OneChartScene): ReportColumn[] {
	const isRatio = indicator.denominator.length > 0;
	return [
		columnOf(language, 'one-chart.column-indicator'),
		columnOf(language, 'one-chart.column-code'),
		columnOf(language, 'report.column-unit'),
		columnOf(language, 'one-chart.column-period'),
		columnOf(language, 'report.column-numerator', 'right'),
		columnOf(language, 'report.column-denominator', 'right'),
		columnOf(language, isRatio ? 'report.column-ratio' : 'report.column-count', 'right'),
		columnOf(language, 'report.column-target'),
		columnOf(language, 'report.column-document'),
		columnOf(language, 'report.column-status', 'center'),
		columnOf(language, 'report.column-shortfall', 'right'),
		columnOf(language, 'one-chart.column-reported', 'right'),
		columnOf(language, 'one-chart.column-expected', 'right'),
		columnOf(language, 'one-chart.column-as-of'),
		columnOf(language, 'report.column-code')
	];
}

function cellsOf(
	scene: OneChartScene,
	{ code, name, period }: { code: string; name: string; period: Period }
): ReportCell[] {
	const { indicator, language } = scene;
	const place = { unit: code, period };
	const { leading, total } = scene.standingOf(code, period) ?? {};
	return [
		textCell(indicator.name[language]),
		textCell(code),
		{ text: name, isName: true },
		textCell(period),
		countOf(scene, 'numerator', place),
		countOf(scene, 'denominator', place),
		valueOf(scene, place),
		leading ? textCell(targetWords(leading.target, { indicator, language })) : EMPTY_CELL,
		leading ? textCell(documentOf(scene, leading.target.document)) : EMPTY_CELL,
		statusCellOf(scene, place),
		shortfallCellOf(scene, place),
		total ? numberCell(total.reported, { text: String(total.reported) }) : EMPTY_CELL,
		total ? numberCell(total.expected, { text: String(total.expected) }) : EMPTY_CELL,
		total?.asOf ? textCell(total.asOf) : EMPTY_CELL,
		codeCellOf(scene, place)
	];
}

function documentOf({ facts }: OneChartScene, id: string): string {
	return facts.catalogue.documents.find((each) => each.id === id)?.number ?? id;
}
