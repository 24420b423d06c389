import { say } from '#lib/base/messages.ts';
import { frameOf } from './one-chart-frame.ts';
import { fullTable } from './one-chart-full.ts';
import { type OneChartGround, sceneOf } from './one-chart-ground.ts';
import { drawingOf, shownTable } from './one-chart-ranking.ts';
import type { OneChart } from './one-chart.ts';
import { readingOf } from './overview-reading.ts';
import { pathIn } from './indicator-ground.ts';

/** The gauge of the unit in view: a bullet with its target, and where the value stood a year before. */
export function standingToTake(ground: OneChartGround): OneChart {
	const { indicator, unit, period, language } = ground;
	const scene = sceneOf(ground, []);
	const frame = frameOf(scene, {
		about: say(language, 'indicator.now'),
		shown: shownTable(scene, [unit]),
		full: fullTable(scene)
	});
	const path = pathIn(ground, unit, period);
	const isWithheld = scene.withheldOf(unit, period, indicator.id) !== undefined;
	const alternative = isWithheld
		? say(language, 'one-chart.withheld-alternative')
		: readingOf(ground.facts, indicator, { path, period, language }).sentence;
	return { ...frame, drawing: { ...drawingOf(scene, [unit]), caption: frame.title, alternative } };
}
