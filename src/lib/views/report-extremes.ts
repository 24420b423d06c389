import { say } from '#lib/base/messages.ts';
import { periodInSentence } from '#lib/base/period-name.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import type { ReportBlock, ReportRow } from './report.ts';
import {
	codeCell,
	codeColumn,
	column,
	EMPTY_CELL,
	nameCell,
	shortfallCell,
	statusCell,
	textCell,
	valueCell
} from './report-cells.ts';
import { figureOf, type ReportFigure } from './report-figure.ts';
import type { ReportScene } from './report-scene.ts';
import { paragraph } from './report-sentence.ts';
import { rankedFigures } from './report-unit-chart.ts';

/** So many at each end, where there are twice as many. */
const MOST = 3;

/** Which units stand best and which worst at each indicator. */
export function* extremeBlocks(scene: ReportScene): Generator<undefined, ReportBlock[]> {
	const { indicators, view } = scene;
	const { language, period } = view;
	const rows: ReportRow[] = [];
	for (const indicator of indicators) {
		rows.push(...indicatorRows(scene, indicator));
		yield;
	}
	if (rows.length === 0) return [paragraph(say(language, 'report.extremes-none'))];
	const table = {
		caption: say(language, 'report.extremes-caption', {
			period: periodInSentence(period, language)
		}),
		columns: [
			column(say(language, 'report.column-unit'), 5),
			column(say(language, 'report.column-place'), 2),
			column(say(language, 'report.column-value'), 2.2, 'right'),
			column(say(language, 'report.column-status'), 2.4, 'center'),
			column(say(language, 'report.column-shortfall'), 2, 'right'),
			codeColumn(language)
		],
		rows
	};
	return [{ kind: 'table', table }];
}

/** A row with the indicator's name, then the best and the worst; nothing where fewer than two units can be told apart. */
function indicatorRows(scene: ReportScene, indicator: Indicator): ReportRow[] {
	const { language } = scene.view;
	const figures = scene.units.map((unit) => figureOf(scene, { unit, indicator }));
	const worstFirst = rankedFigures(figures);
	const count = Math.min(MOST, Math.floor(worstFirst.length / 2));
	if (count === 0) return [];
	const rowOf = (figure: ReportFigure, words: string): ReportRow => ({
		depth: 1,
		cells: [
			nameCell(figure.unit.name),
			textCell(words),
			valueCell(figure, language),
			statusCell(figure, language),
			shortfallCell(figure, language),
			codeCell(figure)
		]
	});
	const [best, worst] = [say(language, 'report.best'), say(language, 'report.worst')];
	const empty = Array.from({ length: 5 }, () => EMPTY_CELL);
	const head = [textCell(indicator.name[language]), ...empty];
	return [
		{ depth: 0, isTotal: true, cells: head },
		...worstFirst
			.slice(-count)
			.toReversed()
			.map((figure) => rowOf(figure, best)),
		...worstFirst.slice(0, count).map((figure) => rowOf(figure, worst))
	];
}
