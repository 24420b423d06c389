import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Catalogue, Indicator, Measure, Target } from '#lib/catalogue/catalogue.ts';
import { documentOf, measuresOf, targetsOf } from '#lib/catalogue/find-in-catalogue.ts';
import { sectionWords } from './section-words.ts';
import { dayWords } from './sentence-date.ts';
import { targetWords, targetYears } from './sentence-target.ts';

/** A measure that an indicator counts. */
export interface DefinitionMeasure {
	/** `b1.xs`. */
	id: string;
	name: string;
	/** `B1. Xếp loại tổ chức cơ sở đảng`. */
	sheet: string;
}

/** A target with the words of the document that set it. */
export interface Citation {
	id: string;
	/** `21-NQ/TW`. */
	number: string;
	title: string;
	/** `16/06/2022`, or the year alone. */
	date: string;
	section: string;
	/** `trên 90%`. */
	words: string;
	/** `2022–2025`; empty where it always holds. */
	years: string;
	quote: string;
	/** Says so where the text only implies the value; absent where it states it. */
	inferred?: string;
	note?: string;
}

/** What an indicator counts, how, and who asks for it. */
export interface Definition {
	text: string;
	numerator: DefinitionMeasure[];
	/** Empty for a count. */
	denominator: DefinitionMeasure[];
	/** How quarters make a year, for numerator and denominator together or one sentence each. */
	overTime: string[];
	/** Which units alone are counted; absent where all are. */
	select?: string;
	citations: Citation[];
}

/** The definition of an indicator with all its targets, also those of other years. */
export function definitionOf(
	catalogue: Catalogue,
	{ indicator, language }: { indicator: Indicator; language: Language }
): Definition {
	return {
		text: indicator.definition[language],
		numerator: measureLines(catalogue, indicator.numerator, language),
		denominator: measureLines(catalogue, indicator.denominator, language),
		overTime: overTimeWords(catalogue, { indicator, language }),
		...(indicator.select && { select: selectWords(indicator.select, language) }),
		citations: targetsOf(catalogue, indicator.id).map((target) =>
			citationOf(catalogue, target, { indicator, language })
		)
	};
}

function measureLines(
	catalogue: Catalogue,
	ids: readonly string[],
	language: Language
): DefinitionMeasure[] {
	return ids.flatMap((id) => {
		const template = catalogue.templates.find(({ measures }) =>
			measures.some((measure) => measure.id === id)
		);
		const measure = template?.measures.find((each) => each.id === id);
		if (!template || !measure) return [];
		const sheet = `${template.id}. ${template.title[language]}`;
		return [{ id, name: measure.name[language], sheet }];
	});
}

function overTimeWords(
	catalogue: Catalogue,
	{ indicator, language }: { indicator: Indicator; language: Language }
): string[] {
	const measures = measuresOf(catalogue);
	const rulesOf = (ids: readonly string[]): string => {
		const found = ids.map((id) => measures.get(id)).filter((measure) => measure !== undefined);
		return [...new Set(found.map((measure) => ruleWords(measure, language)))].join(' ');
	};
	const [above, below] = [rulesOf(indicator.numerator), rulesOf(indicator.denominator)];
	if (below === '' || above === below) return [above];
	return [
		say(language, 'definition.numerator-rule', { rule: above }),
		say(language, 'definition.denominator-rule', { rule: below })
	];
}

function ruleWords({ overTime }: Measure, language: Language): string {
	return say(language, `definition.over-time-${overTime}`);
}

function selectWords(
	{ level, kind }: NonNullable<Indicator['select']>,
	language: Language
): string {
	const levels = level?.map((each) => levelWords(each, language)) ?? [];
	return say(language, 'definition.select', { units: [...levels, ...(kind ?? [])].join(', ') });
}

function levelWords(level: string, language: Language): string {
	switch (level) {
		case 'tinh':
			return say(language, 'definition.level-city');
		case 'huyen':
			return say(language, 'definition.level-district');
		case 'xa':
			return say(language, 'definition.level-commune');
		default:
			return level;
	}
}

function citationOf(
	catalogue: Catalogue,
	target: Target,
	wording: { indicator: Indicator; language: Language }
): Citation {
	const { language } = wording;
	const document = documentOf(catalogue, target.document);
	return {
		id: target.id,
		number: document?.number ?? target.document,
		title: document?.name[language] ?? '',
		date: document ? dateWords(document.date, language) : '',
		section: sectionWords(target.section, language),
		words: targetWords(target, wording),
		years: targetYears(target, language),
		quote: target.quote,
		...(target.inferred && { inferred: say(language, 'definition.inferred') }),
		...(target.note && { note: target.note[language] })
	};
}

function dateWords(date: string, language: Language): string {
	return date.length === 4 ? date : dayWords(date, language);
}
