import type { Assessment, Status } from '#lib/assess/assessment.ts';
import { type Facts, type Standing, standingOf } from '#lib/assess/standing.ts';
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
	rows: OverviewRow[];
}

/** How many targets in force have a status. */
export interface StatusCount {
	look: StatusLook;
	count: number;
}

/** How the targets in force stand, all indicators together. */
export interface OverviewSummary {
	/** Statuses that occur, in the order of the legend. */
	counts: StatusCount[];
	met: number;
	inForce: number;
}

/**
 * Every indicator but the headline ones, by document: an indicator stands once, under the document of its leading
 * target, else of its first. Documents and indicators come in catalogue order; a document without any is left out.
 */
export function overviewGroups(facts: Facts, viewpoint: Viewpoint): OverviewGroup[] {
	const { catalogue } = facts;
	const others = catalogue.indicators.filter(({ headline }) => headline === undefined);
	const homes = new Map(others.map((each) => [each.id, homeOf(facts, each, viewpoint)]));
	return catalogue.documents
		.map((document) => ({
			...titleOf(document, viewpoint),
			rows: others
				.filter(({ id }) => homes.get(id) === document.id)
				.map((indicator) => rowOf(facts, indicator, viewpoint))
		}))
		.filter(({ rows }) => rows.length > 0);
}

/** How many of the targets in force are met, not met and so on; targets alike in one document count once. */
export function overviewSummary(facts: Facts, viewpoint: Viewpoint): OverviewSummary {
	const statuses = facts.catalogue.indicators.flatMap((indicator) =>
		inForceAt(facts, indicator, viewpoint).map(({ status }) => status)
	);
	const countOf = (status: Status): number => statuses.filter((each) => each === status).length;
	return {
		counts: STATUS_ORDER.filter((status) => countOf(status) > 0).map((status) => ({
			look: statusLook(status, viewpoint.language),
			count: countOf(status)
		})),
		met: countOf('met'),
		inForce: statuses.length
	};
}

function rowOf(facts: Facts, indicator: Indicator, viewpoint: Viewpoint): OverviewRow {
	return {
		reading: readingOf(facts, indicator, viewpoint),
		trend: sparklineOf(facts, indicator, viewpoint)
	};
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

function titleOf(document: TargetDocument, { language }: Viewpoint): Omit<OverviewGroup, 'rows'> {
	return {
		document: document.id,
		label: documentLabel(document, language),
		number: document.number,
		title: document.name[language]
	};
}
