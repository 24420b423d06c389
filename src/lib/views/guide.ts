import { compareNames } from '#lib/base/compare-names.ts';
import type { Language, Words } from '#lib/base/language.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import type { Deadlines } from '#lib/catalogue/deadlines.ts';
import type { Settings } from '#lib/catalogue/settings.ts';
import type { GuideBlock, GuideChapter, GuidePart, Run } from './guide-block.ts';
import { keyBlocks, sheetParts, statusBlock } from './guide-made.ts';
import { GUIDE_SECTIONS, type GuideSection, guideTitle } from './guide-sections.ts';
import { GUIDE_TEXT, PICTURE_SIZES, type WrittenBlock, type WrittenPart } from './guide-text.ts';

/** What the guide speaks of. */
export interface GuideGround {
	catalogue: Catalogue;
	deadlines: Deadlines;
	settings: Settings;
}

/** The whole guide in the language: what is written in data/guide, and what the catalogue says of sheets and statuses. */
export function guideOf(ground: GuideGround, language: Language): GuideChapter[] {
	return GUIDE_SECTIONS.map((section) => ({
		section,
		title: guideTitle(section, language),
		parts: [
			...GUIDE_TEXT[section].map((part) => shownPart(part, { section, ground, language })),
			...madeParts(section, { ground, language })
		]
	}));
}

interface Place {
	section: GuideSection;
	ground: GuideGround;
	language: Language;
}

function madeParts(
	section: GuideSection,
	{ ground, language }: Omit<Place, 'section'>
): GuidePart[] {
	if (section === 'sheets') return sheetParts(ground, language);
	if (section === 'keyboard') return [{ anchor: section, blocks: keyBlocks(language) }];
	return [];
}

function shownPart({ id, title, blocks }: WrittenPart, place: Place): GuidePart {
	const { section, language } = place;
	const isOpening = section === 'status' && id === undefined;
	return {
		anchor: id ? `${section}-${id}` : section,
		...(title && { title: title[language] }),
		blocks: [
			...blocks.flatMap((block) => shownBlocks(block, place)),
			...(isOpening ? [statusBlock(language)] : [])
		]
	};
}

function shownBlocks(block: WrittenBlock, { section, ground, language }: Place): GuideBlock[] {
	const runs = (words: Words): Run[] => runsOf(filled(words[language], ground.settings));
	const { text, steps, points, terms, see } = block;
	return [
		...(text ? [{ kind: 'text' as const, runs: runs(text) }] : []),
		...(steps ? [{ kind: 'steps' as const, items: steps.map(runs) }] : []),
		...(points ? [{ kind: 'points' as const, items: points.map(runs) }] : []),
		...(terms
			? [{ kind: 'terms' as const, items: shownTerms(terms, { runs, section, language }) }]
			: []),
		...pictureOf(block, language),
		...(see ? [{ kind: 'see' as const, links: linksOf(see, language) }] : [])
	];
}

function shownTerms(
	terms: NonNullable<WrittenBlock['terms']>,
	{ runs, section, language }: { runs: (words: Words) => Run[] } & Omit<Place, 'ground'>
): { term: string; runs: Run[] }[] {
	const shown = terms.map(({ term, text }) => ({ term: term[language], runs: runs(text) }));
	return section === 'glossary' ? shown.sort((a, b) => compareNames(a.term, b.term)) : shown;
}

/** The picture in the language; none where the script has not drawn it. */
function pictureOf({ picture, alt }: WrittenBlock, language: Language): GuideBlock[] {
	const size = picture ? PICTURE_SIZES[picture] : undefined;
	if (!picture || !alt || !size) return [];
	return [
		{ kind: 'picture', file: `guide/${picture}-${language}.webp`, alt: alt[language], ...size }
	];
}

function linksOf(see: readonly string[], language: Language): { anchor: string; title: string }[] {
	return GUIDE_SECTIONS.filter((section) => see.includes(section)).map((section) => ({
		anchor: section,
		title: guideTitle(section, language)
	}));
}

/** The text with the settings that it names in their places. */
function filled(text: string, { effectiveGapPoints, missingTolerancePercent }: Settings): string {
	return text
		.replaceAll('{gap}', effectiveGapPoints)
		.replaceAll('{tolerance}', String(missingTolerancePercent));
}

/** The words between `**` and `**` are strong. */
function runsOf(text: string): Run[] {
	return text
		.split('**')
		.map((words, index) => ({ text: words, isStrong: index % 2 === 1 }))
		.filter((run) => run.text !== '');
}
