import { say } from '#lib/base/messages.ts';
import type { Period } from '#lib/base/period.ts';
import { type ChangeExplained, changeExplained, type ChangeRow } from './change-explained.ts';
import { columnOf, numberCell, periodColumns } from './one-chart-cells.ts';
import { frameOf } from './one-chart-frame.ts';
import { fullTable } from './one-chart-full.ts';
import { type OneChartGround, type OneChartScene, sceneOf } from './one-chart-ground.ts';
import type { Movements, OneChart } from './one-chart.ts';
import type { ReportCell, ReportTable } from './report.ts';
import { textCell } from './report-cells.ts';
import { periodInSentence } from './sentence-period.ts';

/** Which units moved the value; `undefined` where it cannot be explained, or where any unit's figure is withheld. */
export function changeToTake(ground: OneChartGround, from: Period): OneChart | undefined {
	const { indicator, unit, period, language } = ground;
	const change = changeExplained(ground, { unit, indicator, from, to: period, language });
	if (!change) return undefined;
	const scene = sceneOf(
		ground,
		change.rows.flatMap((row) => row.unit ?? [])
	);
	const isWithheld = scene.units.some(({ code }) =>
		[from, period].some((each) => scene.withheldOf(code, each, indicator.id))
	);
	if (isWithheld) return undefined;
	const about = say(language, 'one-chart.change', { from: periodInSentence(from, language) });
	const frame = frameOf(scene, {
		about,
		shown: shownTable(scene, change, from),
		full: fullTable(scene)
	});
	return { ...frame, drawing: drawingOf(scene, change) };
}

function drawingOf(
	{ language }: OneChartScene,
	{ rows, isRatio, sentence }: ChangeExplained
): Movements {
	const parts = isRatio ? (['rate', 'mix'] as const) : (['rate'] as const);
	return {
		kind: 'movements',
		alternative: sentence,
		names: parts.map((part) => say(language, isRatio ? `change.legend-${part}` : 'change.head')),
		rows: rows.map((row) => ({
			name: row.name,
			sizes: parts.map((part) => row.bars[part]),
			total: isRatio ? `${row.total} ${say(language, 'change.points-unit')}` : row.total,
			parts: isRatio ? say(language, 'change.row-parts', { rate: row.rate, mix: row.mix }) : ''
		}))
	};
}

function shownTable(
	{ language, indicator, period }: OneChartScene,
	{ rows, isRatio }: ChangeExplained,
	from: Period
): ReportTable {
	return {
		caption: indicator.shortName[language],
		columns: [
			columnOf(language, 'report.column-unit'),
			...periodColumns(language, [from, period]),
			columnOf(language, isRatio ? 'change.points-head' : 'change.head', 'right'),
			...(isRatio
				? [
						columnOf(language, 'change.rate-head', 'right'),
						columnOf(language, 'change.mix-head', 'right')
					]
				: [])
		],
		rows: rows.map((row) => ({ depth: 0, cells: cellsOf(row, isRatio) }))
	};
}

function cellsOf({ name, before, after, size, ...row }: ChangeRow, isRatio: boolean): ReportCell[] {
	const unit = isRatio ? ('points' as const) : ('count' as const);
	const cell = (part: 'total' | 'rate' | 'mix'): ReportCell =>
		numberCell(size[part], { text: row[part], unit, decimals: isRatio ? 2 : 0 });
	return [
		{ text: name, isName: true },
		textCell(before),
		textCell(after),
		cell('total'),
		...(isRatio ? [cell('rate'), cell('mix')] : [])
	];
}
