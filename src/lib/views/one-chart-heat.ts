import { say } from '#lib/base/messages.ts';
import type { Period } from '#lib/base/period.ts';
import { childrenIn, yearsOf } from './indicator-ground.ts';
import { columnOf, periodColumns, statusCellOf, valueOf } from './one-chart-cells.ts';
import { frameOf } from './one-chart-frame.ts';
import { fullTable } from './one-chart-full.ts';
import { type OneChartGround, type OneChartScene, sceneOf } from './one-chart-ground.ts';
import type { OneChart } from './one-chart.ts';
import type { ReportTable } from './report.ts';
import { periodMark } from './sentence-period.ts';

/** The unit in view and those below it over all years, as on the screen. */
export function heatToTake(ground: OneChartGround): OneChart {
	const { indicator, unit, period, language } = ground;
	const years = yearsOf(ground);
	const scene = sceneOf(
		ground,
		childrenIn(ground, unit, period).map(({ code }) => code)
	);
	const frame = frameOf(scene, {
		about: say(language, 'heat.title'),
		shown: shownTable(scene, years),
		full: fullTable(scene)
	});
	const names = { indicator: indicator.name[language], unit: scene.units[0]?.name ?? unit };
	return {
		...frame,
		drawing: {
			kind: 'heat-grid',
			rowsAre: 'units',
			alternative: say(language, 'heat.name', names),
			years: years.map((year) => periodMark(year, language)),
			rows: scene.units.map(({ code, name }) => ({
				name,
				cells: years.map((year) => {
					const place = { unit: code, period: year };
					const { status } = statusCellOf(scene, place);
					return { text: valueOf(scene, place).text, ...(status !== undefined && { status }) };
				})
			}))
		}
	};
}

function shownTable(scene: OneChartScene, years: readonly Period[]): ReportTable {
	const { indicator, language } = scene;
	return {
		caption: indicator.shortName[language],
		columns: [columnOf(language, 'report.column-unit'), ...periodColumns(language, years)],
		rows: scene.units.map(({ code, name }) => ({
			depth: 0,
			cells: [
				{ text: name, isName: true as const },
				...years.map((period) => valueOf(scene, { unit: code, period }))
			]
		}))
	};
}
