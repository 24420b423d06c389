import type { Facts } from '#lib/assess/standing.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { kindOf, type Period } from '#lib/base/period.ts';
import type { Catalogue, Indicator } from '#lib/catalogue/catalogue.ts';
import { indicatorOf } from '#lib/catalogue/find-in-catalogue.ts';
import type { Unit } from '#lib/units/unit.ts';
import { gaugesOf } from './gauge.ts';
import { type HeatCell, heatCell } from './heat-cell.ts';
import { childrenIn, type Ground, pathIn, yearsOf } from './indicator-ground.ts';
import { overviewGroups, type OverviewRow } from './overview.ts';
import type { Reading, Viewpoint } from './overview-reading.ts';
import { dayWords } from './sentence-date.ts';
import { periodMark } from './sentence-period.ts';
import { unitKindWords } from './unit-kind.ts';
import { sparklineOf } from './sparkline.ts';

/** An indicator of a unit over the years. */
export interface UnitPageRow extends OverviewRow {
	/** The targets in force, those that ask for the same on one line: `KH 256, Đà Nẵng: đạt 100%`. */
	goals: string[];
	/** One field for each column. */
	cells: HeatCell[];
}

/** The indicators of one document, or the headline ones. */
export interface UnitPageGroup {
	id: string;
	label: string;
	/** The document's whole name; absent for the headline indicators. */
	title?: string;
	rows: UnitPageRow[];
}

/** All indicators of one unit. */
export interface UnitPageTable {
	/** The period shown, where it is none of the years, then the years in which the unit exists, newest first. */
	columns: { period: Period; mark: string; isShown: boolean }[];
	groups: UnitPageGroup[];
}

/** What is known of a unit itself. */
export interface UnitProfile {
	name: string;
	kind: string;
	code: string;
	/** `từ 01/07/2025`, or `01/01/2020 – 30/06/2025`. */
	validity: string;
}

/** The units directly below, each with its headline indicators. */
export interface UnitPageChildren {
	/** The columns: the headline indicators in the order of their gauges. */
	headlines: { indicator: string; shortName: string }[];
	units: { unit: string; name: string; kind: string; cells: HeatCell[] }[];
}

/** Every indicator from a viewpoint: the headline ones first, then by document as on the overview. */
export function unitTable(ground: Ground, viewpoint: Viewpoint): UnitPageTable {
	const { facts } = ground;
	const { path, period, language } = viewpoint;
	const exists = (year: Period): boolean => pathIn(ground, path.at(-1) ?? '', year).length > 0;
	const years = yearsOf(ground).filter(exists).toReversed();
	const periods = kindOf(period) === 'year' ? years : [period, ...years];
	const rowOf = (row: OverviewRow): UnitPageRow => ({
		...row,
		goals: goalsOf(row.reading),
		cells: cellsOf(ground, row.reading, { periods, language })
	});
	const headlines = gaugesOf(facts, viewpoint).map((reading) =>
		rowOf({ reading, trend: trendOf(facts, reading, viewpoint) })
	);
	const documents = overviewGroups(facts, viewpoint).map(({ document, label, title, rows }) => ({
		id: document,
		label,
		title,
		rows: rows.map(rowOf)
	}));
	return {
		columns: periods.map((each) => ({
			period: each,
			mark: periodMark(each, language),
			isShown: each === period
		})),
		groups: [
			{ id: 'headline', label: say(language, 'unit.headline'), rows: headlines },
			...documents
		]
	};
}

/** The units directly below on the period's own map, in list order. */
export function unitChildren(
	ground: Ground,
	{ path, period, language }: Viewpoint
): UnitPageChildren {
	const headlines = headlineIndicators(ground.facts.catalogue);
	return {
		headlines: headlines.map(({ id, shortName }) => ({
			indicator: id,
			shortName: shortName[language]
		})),
		units: childrenIn(ground, path.at(-1) ?? '', period).map(({ code, name, kind }) => ({
			unit: code,
			name,
			kind: unitKindWords(kind, language),
			cells: headlines.map((indicator) => {
				const title = `${name}, ${indicator.shortName[language]}`;
				return heatCell(ground, { unit: code, name: title, period, indicator, language });
			})
		}))
	};
}

/** Name, kind, code and dates of a unit in words. */
export function unitProfile(
	{ name, kind, code, validFrom, validTo }: Unit,
	language: Language
): UnitProfile {
	const from = dayWords(validFrom, language);
	const validity = validTo
		? say(language, 'unit.valid-until', { from, to: dayWords(validTo, language) })
		: say(language, 'unit.valid-since', { from });
	return { name, kind: unitKindWords(kind, language), code, validity };
}

function goalsOf({ targets, otherYears }: Reading): string[] {
	if (targets.length === 0) return otherYears ? [otherYears] : [];
	return [...new Set(targets.map(({ words }) => words))].map((words) => {
		const documents = targets.filter((target) => target.words === words);
		return `${documents.map(({ document }) => document).join(', ')}: ${words}`;
	});
}

function headlineIndicators({ indicators }: Catalogue): Indicator[] {
	return indicators
		.filter(({ headline }) => headline !== undefined)
		.sort((a, b) => (a.headline ?? 0) - (b.headline ?? 0));
}

function cellsOf(
	ground: Ground,
	{ indicator: id, unit }: Reading,
	{ periods, language }: { periods: readonly Period[]; language: Language }
): HeatCell[] {
	const indicator = knownIndicator(ground.facts, id);
	const name = indicator.shortName[language];
	return periods.map((period) => heatCell(ground, { unit, name, period, indicator, language }));
}

function trendOf(facts: Facts, { indicator }: Reading, viewpoint: Viewpoint): OverviewRow['trend'] {
	return sparklineOf(facts, knownIndicator(facts, indicator), viewpoint);
}

function knownIndicator({ catalogue }: Facts, id: string): Indicator {
	const indicator = indicatorOf(catalogue, id);
	if (!indicator) throw new Error(`no indicator ${id}`);
	return indicator;
}
