import { type Facts, standingOf } from '#lib/assess/standing.ts';
import type { Catalogue, Indicator, Target } from '#lib/catalogue/catalogue.ts';
import { productTopics } from '#lib/catalogue/load-topics.ts';
import { type ChangeLine, changeLine } from './overview-change.ts';
import { type PaceMark, paceMark } from './overview-pace.ts';
import { type Reading, readingOf, type Viewpoint } from './overview-reading.ts';
import { missedSince } from './overview-since.ts';
import { type Sparkline, sparklineOf } from './sparkline.ts';

/** One indicator of the overview: all that its row says, and what it is filtered and grouped by. */
export interface OverviewLine {
	reading: Reading;
	/** From 1 to 4 for the headline indicators. */
	headline?: number;
	trend?: Sparkline;
	/** Towards its nearest target that lies ahead. */
	pace?: PaceMark;
	change?: ChangeLine;
	/** `từ năm 2023`: since when its target is missed without a break. */
	since?: string;
	/** The document that it stands under: that of its leading target, else of its first. */
	home?: string;
	/** The documents and kinds of all its targets. */
	documents: ReadonlySet<string>;
	kinds: ReadonlySet<Target['kind']>;
	/** The field of work that it belongs to; absent for an indicator of the organisation's own. */
	topic?: string;
}

/** Every indicator in the order of the catalogue. */
export function overviewLines(facts: Facts, viewpoint: Viewpoint): OverviewLine[] {
	const topics = topicsByIndicator();
	return facts.catalogue.indicators.map((indicator) => ({
		...lineOf(facts, indicator, viewpoint),
		topic: topics.get(indicator.id)
	}));
}

/** The headline indicators in the order of their gauges. */
export function headlineLines(lines: readonly OverviewLine[]): OverviewLine[] {
	return lines
		.filter(({ headline }) => headline !== undefined)
		.sort((a, b) => (a.headline ?? 0) - (b.headline ?? 0));
}

/** The kinds of targets that the catalogue has, each once. */
export function targetKinds({ targets }: Catalogue): Target['kind'][] {
	return [...new Set(targets.map(({ kind }) => kind))];
}

function lineOf(facts: Facts, indicator: Indicator, viewpoint: Viewpoint): OverviewLine {
	const { path, period } = viewpoint;
	const standing = standingOf(facts, { path, period, indicator });
	const targets = standing.assessments.map(({ target }) => target);
	return {
		reading: readingOf(facts, indicator, viewpoint),
		headline: indicator.headline,
		trend: sparklineOf(facts, indicator, viewpoint),
		pace: paceMark(facts, standing, viewpoint),
		change: changeLine(facts, standing, viewpoint),
		since: missedSince(facts, standing, viewpoint),
		home: (standing.leading?.target ?? targets[0])?.document,
		documents: new Set(targets.map(({ document }) => document)),
		kinds: new Set(targets.map(({ kind }) => kind))
	};
}

function topicsByIndicator(): Map<string, string> {
	return new Map(
		productTopics().flatMap(({ id, indicators }) => indicators.map((each) => [each, id]))
	);
}
