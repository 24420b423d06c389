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
/** So many ranks there are: in the title, together in the text, anywhere. */
const RANKS = 3;

/**
 * The places in which every word of the query begins a word, accents and case aside: those with all in the title first,
 * then those where they stand together.
 */
export function searchGuide(chapters: readonly GuideChapter[], query: string): GuideHit[] {
	const words = startsOf(query).split(' ').filter(Boolean);
	if (words.length === 0) return [];
	const entries = chapters.flatMap(entriesOf);
	return entries
		.map((entry) => ({ ...entry, rank: rankOf(entry, words) }))
		.filter(({ rank }) => rank < RANKS)
		.sort((a, b) => a.rank - b.rank)
		.map(({ hit, text }) => ({ ...hit, ...excerpt(text, words) }));
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

/** 0 for the best place, `RANKS` for none. */
function rankOf({ hit, text }: Entry, words: readonly string[]): number {
	const [title, body] = [startsOf(hit.title), startsOf(text)];
	if (words.every((word) => title.includes(` ${word}`))) return 0;
	if (body.includes(` ${words.join(' ')}`)) return 1;
	return words.every((word) => `${title}${body}`.includes(` ${word}`)) ? 2 : RANKS;
}

/** The folded text with a space before every word, and nothing but spaces between them. */
function startsOf(text: string): string {
	return ` ${foldMarks(text).replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
}

/** The text around the words as they were typed, else around the first of them. */
function excerpt(
	text: string,
	words: readonly string[]
): Pick<GuideHit, 'before' | 'found' | 'after'> {
	const clean = cleanText(text);
	const folded = foldMarks(clean);
	const found = [words.join(' '), ...words].find((word) => placeOf(word, folded) >= 0) ?? '';
	const at = Math.max(0, placeOf(found, folded));
	const end = at + found.length;
	return {
		before: lastWords(clean.slice(0, at)),
		found: clean.slice(at, end),
		after: firstWords(clean.slice(end))
	};
}

/** Where the text begins a word with this one; -1 where it nowhere does. */
function placeOf(word: string, folded: string): number {
	for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
		if (at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? '')) return at;
	}
	return -1;
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
