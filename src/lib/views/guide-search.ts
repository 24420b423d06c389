import { cleanText, foldMarks } from '#lib/base/fold.ts';
import type { GuideBlock, GuideChapter, GuidePart } from './guide-block.ts';

/** A place of the guide where what was searched for stands. */
export interface GuideHit {
	anchor: string;
	/** The section, where the place is a part of it with a title of its own. */
	chapter?: string;
	title: string;
	/** A piece of the text around the first word found. */
	before: string;
	found: string;
	after: string;
}

interface Entry {
	hit: Pick<GuideHit, 'anchor' | 'chapter' | 'title'>;
	text: string;
}

/** How much of the text stands before and after what was found. */
const AROUND = 60;

/** The places in which every word of the query stands, accents and case aside; those with it in the title first. */
export function searchGuide(chapters: readonly GuideChapter[], query: string): GuideHit[] {
	const words = foldMarks(query).split(' ').filter(Boolean);
	if (words.length === 0) return [];
	const entries = chapters.flatMap(entriesOf);
	const inTitle = ({ hit }: Entry): boolean => holdsAll(hit.title, words);
	const found = entries.filter(({ hit, text }) => holdsAll(`${hit.title} ${text}`, words));
	return [...found.filter(inTitle), ...found.filter((entry) => !inTitle(entry))].map(
		({ hit, text }) => ({ ...hit, ...excerpt(text, words) })
	);
}

function entriesOf({ title, section, parts }: GuideChapter): Entry[] {
	const opening = parts.filter((part) => part.title === undefined);
	const own: Entry = { hit: { anchor: section, title }, text: opening.map(textOf).join(' ') };
	const others = parts.flatMap((part): Entry[] =>
		part.title === undefined
			? []
			: [{ hit: { anchor: part.anchor, chapter: title, title: part.title }, text: textOf(part) }]
	);
	return [own, ...others];
}

function holdsAll(text: string, words: readonly string[]): boolean {
	const folded = foldMarks(text);
	return words.every((word) => folded.includes(word));
}

/** The text around the words as they were typed, else around the first of them. */
function excerpt(
	text: string,
	words: readonly string[]
): Pick<GuideHit, 'before' | 'found' | 'after'> {
	const clean = cleanText(text);
	const folded = foldMarks(clean);
	const found = [words.join(' '), ...words].find((word) => folded.includes(word)) ?? '';
	const at = folded.indexOf(found);
	const end = at + found.length;
	return {
		before: lastWords(clean.slice(0, at)),
		found: clean.slice(at, end),
		after: firstWords(clean.slice(end))
	};
}

/** The end of a text in whole words, `…` where more stands before it. */
function lastWords(text: string): string {
	if (text.length <= AROUND) return text;
	return `…${text.slice(text.indexOf(' ', text.length - AROUND) + 1)}`;
}

/** The beginning of a text in whole words, `…` where more follows. */
function firstWords(text: string): string {
	if (text.length <= AROUND) return text;
	const end = text.lastIndexOf(' ', AROUND);
	return `${text.slice(0, end > 0 ? end : AROUND)}…`;
}

function textOf({ blocks }: GuidePart): string {
	return blocks.map(textOfBlock).join(' ');
}

function textOfBlock(block: GuideBlock): string {
	const joined = (runs: readonly { text: string }[]): string =>
		runs.map(({ text }) => text).join('');
	switch (block.kind) {
		case 'text':
			return joined(block.runs);
		case 'steps':
		case 'points':
			return block.items.map(joined).join(' ');
		case 'picture':
		case 'see':
			return '';
		case 'terms':
			return block.items.map(({ term, runs }) => `${term}: ${joined(runs)}`).join(' ');
		case 'statuses':
			return block.items.map(({ look, text }) => `${look.word}: ${text}`).join(' ');
		case 'columns':
			return block.rows.map(({ header, counts }) => `${header} (${counts})`).join(', ');
		case 'keys':
			return block.rows.map(({ keys, text }) => `${keys.join(' ')}: ${text}`).join(' ');
	}
}
