import type { Assessment, Status } from '#lib/assess/assessment.ts';
import { type Facts, type Standing, standingOf } from '#lib/assess/standing.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Indicator, TargetDocument } from '#lib/catalogue/catalogue.ts';
import { type Reading, readingOf, type Viewpoint } from './overview-reading.ts';
import { assessmentsInForce } from './overview-target.ts';
import { documentLabel } from './sentence-target.ts';
import { type Sparkline, sparklineOf } from './sparkline.ts';
import { STATUS_ORDER, type StatusLook, statusLook } from './status-look.ts';

/** A reading with its trend: one row of the overview. */
export interface OverviewRow {
	reading: Reading;
	trend?: Sparkline;
}

/** The indicators of one document. */
export interface OverviewGroup {
	/** The document's id. */
	document: string;
	/** `NQ 21`. */
	label: string;
	number: string;
	/** The document's whole name. */
	title: string;
	/** `8/14 chỉ tiêu đạt`: rows whose leading target is met, of those that have one in force which asks for a level. */
	met: string;
	rows: OverviewRow[];
}

/** How many targets in force have a status. */
export interface StatusCount {
	look: StatusLook;
	count: number;
}

/** How the targets in force stand, all indicators together. */
export interface OverviewSummary {
	met: number;
	/** Targets in force that a figure is to be judged by, whatever the verdict. */
	judged: number;
	/** The statuses among the judged that occur, in the order of the legend. */
	counts: StatusCount[];
	/** Those in force that nothing can be judged by: no threshold set, nothing to divide, or only a direction. */
	others: StatusCount[];
}

const UNJUDGED: readonly Status[] = [
	'no-threshold',
	'not-applicable',
	'rising',
	'falling',
	'unchanged'
];

/**
 * Every indicator but the headline ones, by document: an indicator stands once, under the document of its leading
 * target, else of its first. Documents and indicators come in catalogue order; a document without any is left out.
 */
export function overviewGroups(facts: Facts, viewpoint: Viewpoint): OverviewGroup[] {
	const { catalogue } = facts;
	const others = catalogue.indicators.filter(({ headline }) => headline === undefined);
	const homes = new Map(others.map((each) => [each.id, homeOf(facts, each, viewpoint)]));
	return catalogue.documents
		.map((document) => {
			const rows = others
				.filter(({ id }) => homes.get(id) === document.id)
				.map((indicator) => rowOf(facts, indicator, viewpoint));
			return { ...titleOf(document, viewpoint), met: metWords(rows, viewpoint), rows };
		})
		.filter(({ rows }) => rows.length > 0);
}

/** How many of the targets in force are met, not met and so on; targets alike in one document count once. */
export function overviewSummary(facts: Facts, viewpoint: Viewpoint): OverviewSummary {
	const statuses = facts.catalogue.indicators.flatMap((indicator) =>
		inForceAt(facts, indicator, viewpoint).map(({ status }) => status)
	);
	const countOf = (status: Status): number => statuses.filter((each) => each === status).length;
	const all = STATUS_ORDER.map((status) => ({
		look: statusLook(status, viewpoint.language),
		count: countOf(status)
	})).filter(({ count }) => count > 0);
	const counts = all.filter(({ look }) => !UNJUDGED.includes(look.status));
	return {
		met: countOf('met'),
		judged: counts.reduce((sum, { count }) => sum + count, 0),
		counts,
		others: all.filter((each) => !counts.includes(each))
	};
}

/**
 * How complete the data behind readings are: `Có số liệu ở 38/40 chỉ tiêu`, then whether reports are missing:
 * `mọi đơn vị đã báo cáo` or `3 chỉ tiêu còn thiếu báo cáo`. Without any figure only that there is none.
 */
export function dataStateWords(readings: readonly Reading[], language: Language): string[] {
	const known = readings.filter(({ value }) => value !== undefined);
	if (known.length === 0) return [say(language, 'overview.state-none')];
	const lacking = readings.filter(({ coverage }) => coverage && !coverage.isComplete);
	return [
		say(language, 'overview.state', { known: known.length, all: readings.length }),
		lacking.length === 0
			? say(language, 'overview.state-complete')
			: say(language, 'overview.state-incomplete', { count: lacking.length })
	];
}

function rowOf(facts: Facts, indicator: Indicator, viewpoint: Viewpoint): OverviewRow {
	return {
		reading: readingOf(facts, indicator, viewpoint),
		trend: sparklineOf(facts, indicator, viewpoint)
	};
}

function metWords(rows: readonly OverviewRow[], { language }: Viewpoint): string {
	const inForce = rows.filter(({ reading }) =>
		reading.targets.some(({ kind }) => kind !== 'trend')
	);
	const met = inForce.filter(({ reading }) => reading.status.status === 'met');
	if (inForce.length === 0) return say(language, 'overview.group-none');
	return say(language, 'overview.group-met', { met: met.length, inForce: inForce.length });
}

function homeOf(facts: Facts, indicator: Indicator, viewpoint: Viewpoint): string | undefined {
	const { leading, assessments } = standingAt(facts, indicator, viewpoint);
	return (leading ?? assessments[0])?.target.document;
}

function inForceAt(facts: Facts, indicator: Indicator, viewpoint: Viewpoint): Assessment[] {
	return assessmentsInForce(standingAt(facts, indicator, viewpoint), viewpoint.period);
}

function standingAt(facts: Facts, indicator: Indicator, { path, period }: Viewpoint): Standing {
	return standingOf(facts, { path, period, indicator });
}

function titleOf(
	document: TargetDocument,
	{ language }: Viewpoint
): Omit<OverviewGroup, 'rows' | 'met'> {
	return {
		document: document.id,
		label: documentLabel(document, language),
		number: document.number,
		title: document.name[language]
	};
}
