import { say } from '#lib/base/messages.ts';
import {
	codeCellOf,
	columnOf,
	countOf,
	shortfallCellOf,
	statusCellOf,
	valueOf
} from './one-chart-cells.ts';
import { frameOf } from './one-chart-frame.ts';
import { fullTable } from './one-chart-full.ts';
import { type OneChartGround, type OneChartScene, sceneOf } from './one-chart-ground.ts';
import type { OneChart } from './one-chart.ts';
import { statusOf } from './overview-reading.ts';
import { rankingOf } from './ranking.ts';
import type { RankingOrder } from './ranking-order.ts';
import type { RankingScope } from './ranking-units.ts';
import type { ReportChart, ReportTable } from './report.ts';
import { markOf } from './report-targets.ts';
import { targetWords } from './sentence-target.ts';

/** The units beside one another in the order of the screen; those whose figures are withheld come last, in no order that tells. */
export function rankingToTake(
	ground: OneChartGround,
	{ order, scope }: { order: RankingOrder; scope: RankingScope }
): OneChart {
	const { indicator, unit, period, language } = ground;
	const ranking = rankingOf(ground, { unit, period, indicator, language, order, scope });
	const ranked = [...ranking.rows, ...ranking.without];
	const scene = sceneOf(
		ground,
		ranked.map((row) => row.unit)
	);
	const isWithheld = (code: string): boolean =>
		scene.withheldOf(code, period, indicator.id) !== undefined;
	const withheld = scene.units.filter(({ code }) => isWithheld(code)).map(({ code }) => code);
	const codes = [
		...ranked.map((row) => row.unit).filter((code) => !withheld.includes(code)),
		...ranked
			.map((row) => row.unit)
			.filter((code) => withheld.includes(code))
			.sort()
	];
	const about = say(language, scope === 'below' ? 'ranking.title' : 'ranking.peers-title');
	const frame = frameOf(scene, { about, shown: shownTable(scene, codes), full: fullTable(scene) });
	const alternative =
		withheld.length > 0 ? say(language, 'one-chart.withheld-alternative') : ranking.sentence;
	return { ...frame, drawing: { ...drawingOf(scene, codes), caption: frame.title, alternative } };
}

/** A bar for each unit, with its own target where one is in force. */
export function drawingOf(scene: OneChartScene, codes: readonly string[]): ReportChart {
	const { indicator, language, period } = scene;
	const isRatio = indicator.denominator.length > 0;
	const standings = codes.map((code) => scene.standingOf(code, period));
	const cells = codes.map((unit) => valueOf(scene, { unit, period }));
	const marks = standings.map((each) => (each?.leading && isRatio ? markOf(each.leading) : null));
	const provisional = cells.flatMap(({ letters }, at) => (letters?.includes('p') ? [at] : []));
	const nameOf = new Map(scene.units.map(({ code, name }) => [code, name]));
	return {
		kind: marks.some((mark) => mark !== null) ? 'bullets' : 'bars',
		caption: '',
		alternative: '',
		unit: isRatio ? 'ratio' : 'count',
		decimals: isRatio ? 2 : 0,
		categories: codes.map((code, at) => {
			const mark = cells[at]?.letters?.includes('c') ? ' [c]' : '';
			return (nameOf.get(code) ?? code) + mark;
		}),
		series: [
			{
				name: say(language, isRatio ? 'report.series-value' : 'report.series-count'),
				role: 'value',
				values: cells.map(({ number }) => number?.value ?? null),
				labels: cells.map(({ text, number, letters }) => (number || letters ? text : null)),
				statuses: standings.map((each, at) => (each && cells[at]?.number ? statusOf(each) : null)),
				...(provisional.length > 0 && { provisional })
			},
			...(marks.some((mark) => mark !== null)
				? [
						{
							name: say(language, 'report.series-target'),
							role: 'target' as const,
							values: marks,
							labels: standings.map((each) =>
								each?.leading ? targetWords(each.leading.target, { indicator, language }) : null
							)
						}
					]
				: [])
		]
	};
}

/** A row for each unit: value, counts, verdict, what is lacking, code. */
export function shownTable(scene: OneChartScene, codes: readonly string[]): ReportTable {
	const { indicator, language, period } = scene;
	const isRatio = indicator.denominator.length > 0;
	const nameOf = new Map(scene.units.map(({ code, name }) => [code, name]));
	return {
		caption: indicator.shortName[language],
		columns: [
			columnOf(language, 'report.column-unit'),
			columnOf(language, isRatio ? 'report.column-ratio' : 'report.column-count', 'right'),
			...(isRatio
				? [
						columnOf(language, 'report.column-numerator', 'right'),
						columnOf(language, 'report.column-denominator', 'right')
					]
				: []),
			columnOf(language, 'report.column-status', 'center'),
			columnOf(language, 'report.column-shortfall', 'right'),
			columnOf(language, 'report.column-code')
		],
		rows: codes.map((unit) => {
			const place = { unit, period };
			return {
				depth: 0,
				cells: [
					{ text: nameOf.get(unit) ?? unit, isName: true },
					valueOf(scene, place),
					...(isRatio
						? [countOf(scene, 'numerator', place), countOf(scene, 'denominator', place)]
						: []),
					statusCellOf(scene, place),
					shortfallCellOf(scene, place),
					codeCellOf(scene, place)
				]
			};
		})
	};
}
