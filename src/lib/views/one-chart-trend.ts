import { localizeDecimal } from '#lib/base/format-number.ts';
import { say } from '#lib/base/messages.ts';
import { columnOf, countOf, numberCell, statusCellOf, valueOf } from './one-chart-cells.ts';
import { frameOf } from './one-chart-frame.ts';
import { fullTable } from './one-chart-full.ts';
import type { OneChartGround, OneChartScene } from './one-chart-ground.ts';
import { sceneOf } from './one-chart-ground.ts';
import type { OneChart } from './one-chart.ts';
import type { ReportCell, ReportChart, ReportColumn, ReportSeries, ReportTable } from './report.ts';
import { textCell } from './report-cells.ts';
import { breaksIn, categoryOf, levelSeries, trendSeries } from './report-trend-chart.ts';
import { type Trend, trendOf } from './trend.ts';
import type { Grain } from './trend-gaps.ts';

/** The trend of the unit in view as it stands on the screen. */
export function trendToTake(
	ground: OneChartGround,
	{ grain, withPeers }: { grain: Grain; withPeers: boolean }
): OneChart {
	const { indicator, unit, language } = ground;
	const scene = sceneOf(ground, []);
	const trend = trendOf(ground, { unit, indicator, grain, language, withPeers });
	const about = say(language, 'trend.title');
	const frame = frameOf(scene, {
		about,
		shown: shownTable(scene, trend),
		full: fullTable(scene)
	});
	return { ...frame, drawing: { ...drawingOf(scene, trend), caption: frame.title } };
}

function drawingOf(scene: OneChartScene, trend: Trend): ReportChart {
	const { language, indicator, unit, period } = scene;
	const { isRatio } = trend;
	const points = trend.points.map((point) =>
		scene.withheldOf(unit, point.period, indicator.id)
			? { ...point, value: undefined, reading: undefined }
			: point
	);
	const isWithheld = points.some(({ value }, at) => !value && trend.points[at]?.value);
	const breaks = breaksIn(trend, { from: 0, until: points.length });
	const trace = scene.codeOf(unit, period);
	return {
		kind: 'line',
		caption: '',
		alternative: isWithheld ? say(language, 'one-chart.withheld-alternative') : trend.sentence,
		unit: isRatio ? 'ratio' : 'count',
		decimals: isRatio ? 2 : 0,
		categories: points.map((point, at) => categoryOf(point, { at, breaks, language })),
		series: [
			...trendSeries(trend, { points, from: 0, language }),
			...trend.levels.flatMap((level) =>
				levelSeries(level, { from: 0, until: points.length, isRatio })
			),
			...peersSeries(scene, trend)
		],
		...(breaks.length > 0 && { breaks }),
		...(trace !== undefined && { trace })
	};
}

function peersSeries({ language }: OneChartScene, { peers, isRatio }: Trend): ReportSeries[] {
	if (!peers) return [];
	const scaled = (height: number): number => (isRatio ? height / 100 : height);
	const values = peers.map((height) => (height === undefined ? null : scaled(height)));
	return [{ name: say(language, 'one-chart.peers'), role: 'mean', values }];
}

function shownTable(scene: OneChartScene, { points, peers, isRatio }: Trend): ReportTable {
	const { language, unit, indicator } = scene;
	const head = (key: Parameters<typeof columnOf>[1]): ReportColumn =>
		columnOf(language, key, 'right');
	return {
		caption: indicator.shortName[language],
		columns: [
			columnOf(language, 'one-chart.column-period'),
			head(isRatio ? 'report.column-ratio' : 'report.column-count'),
			...(isRatio ? [head('report.column-numerator'), head('report.column-denominator')] : []),
			columnOf(language, 'report.column-status', 'center'),
			...(peers ? [head('one-chart.peers')] : [])
		],
		rows: points.map(({ period, name, value }, at) => {
			const place = { unit, period };
			const isOwn = value !== undefined;
			const missing = textCell('–');
			const peer = peers?.[at];
			return {
				depth: 0,
				cells: [
					textCell(name),
					isOwn ? valueOf(scene, place) : missing,
					...(isRatio
						? (['numerator', 'denominator'] as const).map((side) =>
								isOwn ? countOf(scene, side, place) : missing
							)
						: []),
					isOwn ? statusCellOf(scene, place) : missing,
					...(peers ? [peer === undefined ? missing : peerCell(scene, peer, isRatio)] : [])
				]
			};
		})
	};
}

function peerCell({ language }: OneChartScene, height: number, isRatio: boolean): ReportCell {
	const printed = localizeDecimal(height.toFixed(isRatio ? 2 : 1), language);
	if (!isRatio) return numberCell(height, { text: printed, decimals: 1 });
	return numberCell(height / 100, { text: `${printed}%`, unit: 'ratio', decimals: 2 });
}
