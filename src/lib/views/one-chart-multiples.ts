import { say } from '#lib/base/messages.ts';
import type { Period } from '#lib/base/period.ts';
import { multipleOf } from './multiple.ts';
import { type MultipleOrder, type Multiples, multiplesOf } from './multiples.ts';
import { columnOf, periodColumns, valueOf } from './one-chart-cells.ts';
import { frameOf } from './one-chart-frame.ts';
import { fullTable } from './one-chart-full.ts';
import { type OneChartGround, type OneChartScene, sceneOf } from './one-chart-ground.ts';
import type { OneChart, SmallTrend } from './one-chart.ts';
import type { ReportTable } from './report.ts';
import { textCell } from './report-cells.ts';
import { periodMark } from './sentence-period.ts';
import type { Grain } from './trend-gaps.ts';
import { isOwnFigure } from './trend-point.ts';

/** The small trends of all units below; `undefined` where there are not two to compare. */
export function multiplesToTake(
	ground: OneChartGround,
	{ grain, order }: { grain: Grain; order: MultipleOrder }
): OneChart | undefined {
	const { indicator, unit, period, language } = ground;
	const asked = { unit, period, indicator, grain, language };
	const multiples = multiplesOf(ground, { ...asked, order });
	if (!multiples) return undefined;
	const codes = multiples.units.map(({ code }) => code);
	const scene = sceneOf(ground, codes);
	const isWithheld = codes.some((code) =>
		multiples.periods.some((each) => scene.withheldOf(code, each, indicator.id))
	);
	const frame = frameOf(scene, {
		about: say(language, 'multiples.title'),
		shown: shownTable(scene, multiples),
		full: fullTable(scene)
	});
	const { periods } = multiples;
	return {
		...frame,
		drawing: {
			kind: 'small-trends',
			alternative: isWithheld
				? say(language, 'one-chart.withheld-alternative')
				: multiples.sentence,
			ends: [periodMark(periods[0] ?? '', language), periodMark(periods.at(-1) ?? '', language)],
			units: unitsIn(scene, multiples, { grain, isSorted: isWithheld })
		}
	};
}

/** In the order of the screen; by name where a withheld value would show by its place. */
function unitsIn(
	scene: OneChartScene,
	{ units, periods, scale }: Multiples,
	{ grain, isSorted }: { grain: Grain; isSorted: boolean }
): SmallTrend[] {
	const { indicator, language } = scene;
	const shown = isSorted ? units.toSorted((a, b) => (a.code < b.code ? -1 : 1)) : units;
	return shown.map(({ code, name }) => {
		const points = multipleOf(scene, {
			unit: code,
			indicator,
			grain,
			language,
			periods,
			scale
		}).map((point) =>
			scene.withheldOf(code, point.period, indicator.id)
				? { ...point, y: undefined, text: '[c]' }
				: point
		);
		const newest = points.findLast(({ y, text }) => y !== undefined || text === '[c]');
		return { name, value: newest?.text ?? '–', points };
	});
}

function shownTable(scene: OneChartScene, { units, periods }: Multiples): ReportTable {
	const { indicator, language } = scene;
	const isOwn = (unit: string, period: Period): boolean =>
		isOwnFigure(scene.standingOf(unit, period)?.total?.asOf, period);
	return {
		caption: indicator.shortName[language],
		columns: [columnOf(language, 'report.column-unit'), ...periodColumns(language, periods)],
		rows: units.map(({ code, name }) => ({
			depth: 0,
			cells: [
				{ text: name, isName: true as const },
				...periods.map((period) =>
					isOwn(code, period) ? valueOf(scene, { unit: code, period }) : textCell('–')
				)
			]
		}))
	};
}
