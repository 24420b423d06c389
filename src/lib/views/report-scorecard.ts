import { say } from '#lib/base/messages.ts';
import { periodInSentence } from '#lib/base/period-name.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import type { ReportBlock, ReportCell, ReportTable } from './report.ts';
import { codeCell, column, nameCell, verdictCell } from './report-cells.ts';
import { figureOf, type ReportFigure } from './report-figure.ts';
import type { ReportScene } from './report-scene.ts';
import { paragraph } from './report-sentence.ts';

/** So many indicators stand beside one another on a page. */
const ACROSS = 5;

/**
 * Units by indicators, a table for every few indicators. Where no other section shows the codes of these figures, a table of
 * codes follows each.
 */
export function* scorecardBlocks(scene: ReportScene): Generator<undefined, ReportBlock[]> {
	const { indicators, ground, view } = scene;
	const parts = Math.ceil(indicators.length / ACROSS);
	const blocks: ReportBlock[] = [];
	const hasCodes = ground.definition.sections.includes('indicators');
	for (let part = 0; part < parts; part++) {
		const shown = indicators.slice(part * ACROSS, (part + 1) * ACROSS);
		const question = { shown, part: part + 1, parts };
		blocks.push({ kind: 'table', table: yield* scorecardTable(scene, question, verdicts(scene)) });
		if (hasCodes) continue;
		blocks.push({
			kind: 'table',
			table: codesOf(yield* scorecardTable(scene, question, codeCell))
		});
	}
	const key = hasCodes ? 'report.scorecard-codes' : 'report.scorecard-codes-follow';
	return [paragraph(say(view.language, key)), ...blocks];

	function codesOf(table: ReportTable): ReportTable {
		const caption = say(view.language, 'report.codes-caption', { caption: table.caption });
		return {
			...table,
			caption,
			columns: table.columns.map((each, place) => (place < 1 ? each : { ...each, role: 'code' }))
		};
	}
}

function verdicts({ view: { language } }: ReportScene): (figure: ReportFigure) => ReportCell {
	return (figure) => verdictCell(figure, language);
}

interface TableQuestion {
	shown: readonly Indicator[];
	/** Which of the tables it is, from 1, and how many there are. */
	part: number;
	parts: number;
}

function* scorecardTable(
	scene: ReportScene,
	{ shown, part, parts }: TableQuestion,
	cellOf: (figure: ReportFigure) => ReportCell
): Generator<undefined, ReportTable> {
	const { whole, units, view } = scene;
	const { language, period } = view;
	const rows = [];
	for (const [place, unit] of [whole, ...units].entries()) {
		const cells = shown.map((indicator) => cellOf(figureOf(scene, { unit, indicator })));
		rows.push({
			depth: Math.min(place, 1),
			...(place === 0 && units.length > 0 && { isTotal: true }),
			cells: [nameCell(unit.name), ...cells]
		});
		if (place % 16 === 15) yield;
	}
	const words = { period: periodInSentence(period, language), part, parts };
	return {
		caption: say(language, parts > 1 ? 'report.scorecard-part' : 'report.scorecard', words),
		columns: [
			column(say(language, 'report.column-unit'), 4.6),
			...shown.map(({ shortName }) => column(shortName[language], 2.8, 'right'))
		],
		rows
	};
}
