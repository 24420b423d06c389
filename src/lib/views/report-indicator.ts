import { say } from '#lib/base/messages.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { definitionOf } from './definition.ts';
import { readingOf } from './overview-reading.ts';
import type { ReportBlock, ReportSection } from './report.ts';
import { figureOf } from './report-figure.ts';
import type { ReportScene } from './report-scene.ts';
import { figureSentence, paragraph } from './report-sentence.ts';
import { levelsChart } from './report-levels-chart.ts';
import { trendChart } from './report-trend-chart.ts';
import { unitChart } from './report-unit-chart.ts';
import { unitTable } from './report-unit-table.ts';

/** A section for each indicator: its sentence, definition, table of units and charts. */
export function* indicatorSections(scene: ReportScene): Generator<number, ReportSection[]> {
	const { indicators, view } = scene;
	const sections: ReportSection[] = [];
	for (const [place, indicator] of indicators.entries()) {
		sections.push({
			id: `indicator:${indicator.id}`,
			title: indicator.name[view.language],
			shortTitle: indicator.shortName[view.language],
			level: 2,
			blocks: yield* indicatorBlocks(scene, indicator, place / indicators.length)
		});
		yield (place + 1) / indicators.length;
	}
	return sections;
}

function* indicatorBlocks(
	scene: ReportScene,
	indicator: Indicator,
	share: number
): Generator<number, ReportBlock[]> {
	const whole = figureOf(scene, { unit: scene.whole, indicator });
	const parts = [];
	for (const unit of scene.units) {
		parts.push(figureOf(scene, { unit, indicator }));
		if (parts.length % 32 === 0) yield share;
	}
	const table = unitTable(scene, indicator, { whole, parts });
	yield share;
	const trend = trendChart(scene, indicator);
	yield share;
	const ranking = unitChart(scene, indicator, parts);
	yield share;
	const levels = levelsChart(scene, indicator, [whole, ...parts]);
	// After a long table a chart of few lines fills the page on which one of many units would begin the next.
	const charts = [trend, ranking, levels].filter((chart) => chart !== undefined);
	return [
		{ kind: 'paragraph', parts: figureSentence(scene, indicator) },
		...remarkBlocks(scene, indicator),
		...definitionBlocks(scene, indicator),
		{ kind: 'table', table },
		...charts.map((chart) => ({ kind: 'chart', chart }) as const)
	];
}

/** How complete and how new the figure is, where it is not whole. */
function remarkBlocks(scene: ReportScene, indicator: Indicator): ReportBlock[] {
	const { facts, view } = scene;
	const { coverage, asOf, stale, boundary, pastReturn } = readingOf(facts, indicator, view);
	const incomplete = coverage?.isComplete === false ? coverage.words : undefined;
	const ofCounts = scene.guard.isGuarded(indicator.id) ? [] : [boundary, pastReturn];
	const words = [incomplete, asOf, stale, ...ofCounts].filter((each) => each !== undefined);
	if (words.length === 0) return [];
	const remarks = words.map((each) => each.replace(/[.]$/, '')).join('; ');
	return [paragraph(say(view.language, 'report.remarks', { remarks }))];
}

function definitionBlocks({ facts, view }: ReportScene, indicator: Indicator): ReportBlock[] {
	const { language } = view;
	const { text, numerator, denominator } = definitionOf(facts.catalogue, { indicator, language });
	const names = (measures: readonly { name: string }[]): string =>
		measures.map(({ name }) => name).join(' + ');
	const key = denominator.length > 0 ? 'report.definition' : 'report.definition-count';
	const words = { text, numerator: names(numerator), denominator: names(denominator) };
	return [paragraph(say(language, key, words))];
}
