import { say } from '#lib/base/messages.ts';
import { pathIn } from './indicator-ground.ts';
import { columnOf, numberCell } from './one-chart-cells.ts';
import { frameOf } from './one-chart-frame.ts';
import { fullTable } from './one-chart-full.ts';
import { type OneChartGround, type OneChartScene, sceneOf } from './one-chart-ground.ts';
import type { OneChart } from './one-chart.ts';
import type { ReportTable } from './report.ts';
import { textCell } from './report-cells.ts';
import { type ShortfallParts, type ShortfallRow, shortfallParts } from './shortfall-parts.ts';

/** Which units make the shortfall; `undefined` where there is none, or where any unit's figure is withheld: parts tell it. */
export function partsToTake(ground: OneChartGround): OneChart | undefined {
	const { indicator, unit, period, language } = ground;
	const path = pathIn(ground, unit, period);
	const parts = shortfallParts(ground, indicator, { path, period, language });
	if (!parts) return undefined;
	const scene = sceneOf(
		ground,
		parts.rows.flatMap((row) => row.unit ?? [])
	);
	if (scene.units.some(({ code }) => scene.withheldOf(code, period, indicator.id)))
		return undefined;
	const about = say(language, 'parts.title');
	const frame = frameOf(scene, { about, shown: shownTable(scene, parts), full: fullTable(scene) });
	return {
		...frame,
		drawing: {
			kind: 'bars',
			caption: frame.title,
			alternative: parts.sentence,
			unit: 'count',
			decimals: 1,
			categories: parts.rows.map(({ name }) => name),
			series: [
				{
					name: say(language, 'one-chart.part', { counted: indicator.counted[language] }),
					role: 'value',
					values: parts.rows.map(({ size }) => size.gap),
					labels: parts.rows.map(
						({ gap, share, cumulative }) =>
							`${gap} (${say(language, 'parts.so-far', { share, cumulative })})`
					)
				}
			]
		}
	};
}

function shownTable({ language, indicator }: OneChartScene, { rows }: ShortfallParts): ReportTable {
	return {
		caption: indicator.shortName[language],
		columns: [
			columnOf(language, 'report.column-unit'),
			columnOf(language, 'report.column-ratio', 'right'),
			columnOf(language, 'parts.own', 'right'),
			columnOf(language, 'parts.gap', 'right'),
			columnOf(language, 'parts.share', 'right'),
			columnOf(language, 'parts.cumulative', 'right')
		],
		rows: rows.map((row) => ({ depth: 0, cells: cellsOf(row) }))
	};
}

function cellsOf({
	name,
	value,
	own,
	gap,
	share,
	cumulative,
	size
}: ShortfallRow): ReportTable['rows'][number]['cells'] {
	return [
		{ text: name, isName: true },
		value === '–'
			? textCell(value)
			: numberCell(size.value, { text: value, unit: 'ratio', decimals: 2 }),
		numberCell(size.own, { text: own }),
		numberCell(size.gap, { text: gap, decimals: 1 }),
		numberCell(size.share, { text: share, unit: 'ratio', decimals: 1 }),
		numberCell(size.cumulative, { text: cumulative, unit: 'ratio', decimals: 1 })
	];
}
