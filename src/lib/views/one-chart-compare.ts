import { say } from '#lib/base/messages.ts';
import type { Period } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import type { CompareSide } from './compare-cell.ts';
import { type FigureGuard, guardFigures } from './guard-figures.ts';
import { pathIn } from './indicator-ground.ts';
import { columnOf, statusCellOf, valueOf } from './one-chart-cells.ts';
import { letterWords, sourceWords } from './one-chart-frame.ts';
import { fullTable } from './one-chart-full.ts';
import { type OneChartGround, type OneChartScene, sceneOf } from './one-chart-ground.ts';
import { isGuarded } from './one-chart-guard.ts';
import type { OneChart } from './one-chart.ts';
import type { ReportTable } from './report.ts';
import { textCell } from './report-cells.ts';
import { periodInSentence } from './sentence-period.ts';
import { sheetsOf } from './sources.ts';

/** What a comparison that leaves is made from: the figures without an indicator of their own. */
type ComparisonGround = Omit<OneChartGround, 'indicator'>;

/** What stands side by side, and at which indicators. */
interface Compared {
	sides: readonly CompareSide[];
	/** One at least. */
	indicators: readonly Indicator[];
}

/** Units or periods side by side at several indicators, each field with its value and its verdict, as on the screen. */
export function comparisonToTake(ground: ComparisonGround, compared: Compared): OneChart {
	const { language } = ground;
	const { sides } = compared;
	const scenes = scenesOf(ground, compared);
	const names = sides.map(({ name }) => name).join(', ');
	const periods = [...new Set(sides.map(({ period }) => period))];
	const [shown, full] = [shownTable(scenes, sides), allFigures(scenes)];
	const scope = scopeOf(scenes, periods);
	return {
		language,
		title: say(language, 'compare.title-of', { names }),
		scope,
		targets: '',
		state: '',
		source: sourcesOf(ground, { indicators: compared.indicators, periods }),
		letters: { shown: letterWords(ground, shown), full: letterWords(ground, full) },
		drawing: {
			kind: 'heat-grid',
			rowsAre: 'indicators',
			alternative: say(language, 'compare.table', { names }),
			years: sides.map(({ name }) => name),
			rows: scenes.map((scene) => ({
				name: scene.indicator.shortName[language],
				cells: sides.map((side) => {
					const { status } = statusCellOf(scene, side);
					return { text: valueOf(scene, side).text, ...(status !== undefined && { status }) };
				})
			}))
		},
		...{ shown, full },
		name: [say(language, 'compare.title'), scope].join(' - ')
	};
}

/** All guarded together: indicators with measures in common give each other away. */
function scenesOf(ground: ComparisonGround, { sides, indicators }: Compared): OneChartScene[] {
	const units = [...new Set(sides.map(({ unit }) => unit))];
	const guard = ground.guards ? guardOf(ground, { units, indicators }) : () => undefined;
	const unit = units[0] ?? ground.unit;
	return indicators.map((indicator) => sceneOf({ ...ground, unit, indicator }, units, guard));
}

function guardOf(
	ground: ComparisonGround,
	{ units, indicators }: { units: readonly string[]; indicators: readonly Indicator[] }
): FigureGuard {
	const { catalogue, totals, settings } = ground.facts;
	const guarded = indicators.filter((indicator) => isGuarded(catalogue, indicator));
	const figures = totals.periods.flatMap((period) =>
		units.flatMap((unit) => {
			const path = pathIn(ground, unit, period);
			return path.length === 0 ? [] : guarded.map(({ id }) => ({ path, period, indicator: id }));
		})
	);
	return guardFigures({ catalogue, totals, below: settings.smallCellBelow, figures });
}

/** The period that all sides share, else the unit. */
function scopeOf([scene]: readonly OneChartScene[], periods: readonly Period[]): string {
	if (!scene) return '';
	const [period, ...others] = periods;
	if (period === undefined || others.length > 0) return scene.units[0]?.name ?? '';
	return periodInSentence(period, scene.language);
}

function sourcesOf(
	ground: ComparisonGround,
	{ indicators, periods }: { indicators: readonly Indicator[]; periods: readonly Period[] }
): string {
	const sheets = new Set(indicators.flatMap((each) => [...sheetsOf(ground.facts.catalogue, each)]));
	return periods.map((period) => sourceWords(ground, { sheets, period })).join(' ');
}

function shownTable(scenes: readonly OneChartScene[], sides: readonly CompareSide[]): ReportTable {
	const language = scenes[0]?.language ?? 'vi';
	const right = { align: 'right' as const, width: 1 };
	const status = say(language, 'report.column-status');
	return {
		caption: say(language, 'compare.title'),
		columns: [
			columnOf(language, 'report.column-indicator'),
			...sides.flatMap(({ name }) => [
				{ title: name, ...right },
				{ title: `${name} · ${status}`, ...right }
			])
		],
		rows: scenes.map((scene) => ({
			depth: 0,
			cells: [
				textCell(scene.indicator.name[language]),
				...sides.flatMap((side) => [valueOf(scene, side), statusCellOf(scene, side)])
			]
		}))
	};
}

/** Every figure of the units at each indicator, one table below the other. */
function allFigures(scenes: readonly OneChartScene[]): ReportTable {
	const tables = scenes.map((scene) => fullTable(scene));
	const language = scenes[0]?.language ?? 'vi';
	const columns = tables[0]?.columns ?? [];
	const ratio = say(language, 'report.column-ratio');
	return {
		caption: say(language, 'compare.title'),
		columns: columns.map((each) =>
			each.title === ratio ? columnOf(language, 'report.column-value', 'right') : each
		),
		rows: tables.flatMap(({ rows }) => rows)
	};
}
