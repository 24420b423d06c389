import { type Facts, standingOf } from '#lib/assess/standing.ts';
import { strictestTarget } from '#lib/assess/targets-for.ts';
import { groupBy } from '#lib/base/group-by.ts';
import { foldMarks } from '#lib/base/fold.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { yearOf } from '#lib/base/period.ts';
import type { Catalogue, Indicator } from '#lib/catalogue/catalogue.ts';
import { documentOf } from '#lib/catalogue/find-in-catalogue.ts';
import { productTopics } from '#lib/catalogue/load-topics.ts';
import type { Viewpoint } from './overview-reading.ts';
import { documentLabel, targetWords } from './sentence-target.ts';

/** An indicator that a scorecard may show, with what is asked of the unit in view. */
export interface ScorecardColumn {
	indicator: Indicator;
	id: string;
	name: string;
	shortName: string;
	/** `trên 90%`: the leading target in force; absent where none asks for a level. */
	goal?: string;
	/** The document of that target, else of the first that speaks of the indicator; absent where none does. */
	document?: string;
	/** True where the scorecard shows it unless the reader chooses. */
	isUsual: boolean;
	/** The names and the id without case and accents, for the search. */
	searched: string;
}

/** Columns under one heading. */
export interface ScorecardColumnGroup {
	id: string;
	title: string;
	columns: ScorecardColumn[];
}

/** By what the columns to choose from are grouped. */
export type ColumnGrouping = 'document' | 'topic';

/** Every indicator of the catalogue, the headline ones first in the order of their gauges. */
export function scorecardColumns(facts: Facts, viewpoint: Viewpoint): ScorecardColumn[] {
	const { indicators } = facts.catalogue;
	const headlines = indicators
		.filter(({ headline }) => headline !== undefined)
		.sort((a, b) => (a.headline ?? 0) - (b.headline ?? 0));
	const others = indicators.filter(({ headline }) => headline === undefined);
	return [...headlines, ...others].map((indicator) => columnOf(facts, indicator, viewpoint));
}

/** The columns of the ids in the order of the ids; those shown unless the reader chooses where no id is known. */
export function chosenColumns(
	columns: readonly ScorecardColumn[],
	ids: readonly string[] = []
): ScorecardColumn[] {
	const chosen = [...new Set(ids)].flatMap((id) => columns.filter((column) => column.id === id));
	return chosen.length > 0 ? chosen : columns.filter(({ isUsual }) => isUsual);
}

/** The columns that hold every word of a text, accents or none, grouped; a heading without any is left out. */
export function columnGroups(
	columns: readonly ScorecardColumn[],
	choice: { by: ColumnGrouping; text: string; catalogue: Catalogue; language: Language }
): ScorecardColumnGroup[] {
	const words = foldMarks(choice.text).split(' ').filter(Boolean);
	const found = columns.filter(({ searched }) => words.every((word) => searched.includes(word)));
	const headings = choice.by === 'document' ? documentHeadings(choice) : topicHeadings(choice);
	const topics = productTopics();
	const homeOf = ({ id, document }: ScorecardColumn): string => {
		if (choice.by === 'document') return document ?? '';
		return topics.find(({ indicators }) => indicators.includes(id))?.id ?? '';
	};
	const groups = groupBy(found, homeOf);
	const rest = { id: '', title: say(choice.language, 'scorecard.columns-rest') };
	return [...headings, rest]
		.map(({ id, title }) => ({ id, title, columns: groups.get(id) ?? [] }))
		.filter((group) => group.columns.length > 0);
}

function columnOf(facts: Facts, indicator: Indicator, viewpoint: Viewpoint): ScorecardColumn {
	const { path, period, language } = viewpoint;
	const { id, name, shortName } = indicator;
	const { assessments } = standingOf(facts, { path, period, indicator });
	const targets = assessments.map(({ target }) => target);
	const isRatio = indicator.denominator.length > 0;
	const leading = strictestTarget(targets, { year: yearOf(period), isRatio });
	const asksForLevel = leading !== undefined && leading.kind !== 'trend';
	const goal = asksForLevel && targetWords(leading, { indicator, language });
	const document = (leading ?? targets[0])?.document;
	return {
		indicator,
		id,
		name: name[language],
		shortName: shortName[language],
		...(goal && { goal }),
		...(document !== undefined && { document }),
		isUsual: indicator.headline !== undefined || asksForLevel,
		searched: foldMarks([id, name.vi, name.en, shortName.vi, shortName.en].join(' '))
	};
}

function documentHeadings({
	catalogue,
	language
}: {
	catalogue: Catalogue;
	language: Language;
}): { id: string; title: string }[] {
	return catalogue.documents.map(({ id }) => {
		const document = documentOf(catalogue, id);
		return {
			id,
			title: document ? `${documentLabel(document, language)} · ${document.number}` : id
		};
	});
}

function topicHeadings({ language }: { language: Language }): { id: string; title: string }[] {
	return productTopics().map(({ id, name }) => ({ id, title: name[language] }));
}
