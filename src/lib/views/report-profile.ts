import profiles from '#data/reports/profiles.json' with { type: 'json' };
import { AppError } from '#lib/base/app-error.ts';
import type { Language, Words } from '#lib/base/language.ts';

/** How official documents of one kind are laid out (data/reports/profiles.json, DOMAIN §7). */
export interface ReportProfile {
	id: string;
	name: Words;
	/** The rules that ask for it. */
	source: Words;
	/** All in millimetres. */
	page: {
		width: number;
		height: number;
		margins: { top: number; bottom: number; left: number; right: number };
	};
	font: string;
	/** Size, line and space in points, the indent of the first line in millimetres. */
	body: { size: number; line: number; spaceAfter: number; indent: number; align: 'justify' };
	/** The two columns above the title. */
	letterhead: { left: readonly ProfileLine[]; right: readonly ProfileLine[] };
	/** Centred lines; `{kind}`, `{subject}` and `{scope}` are the report's. */
	title: readonly ProfileLine[];
	/** One for each level. */
	headings: readonly ProfileHeading[];
	/** What the last sentence ends with. */
	ending: string;
	/** On the right at the end; a line without words is space for the signature. */
	signature: readonly ProfileLine[];
	/** On the left beside the signature; the lines of the field `recipients`, then `last`. */
	recipients: { title: ProfileLine; size: number; last: Words };
	pageNumber: { place: 'top' | 'bottom'; align: 'center' | 'right'; from: number; size: number };
	table: { size: number; codeSize: number; captionSize: number };
	/** What stands over a table and under a chart; `{number}` and `{caption}` are filled in. */
	captions: { table: Words; chart: Words };
	/** What stands for a field that nobody filled in. */
	blank: string;
	/** What an office fills in, in the order in which a form asks for it. */
	fields: readonly ProfileField[];
}

/** A line of letterhead, title or signature; its `{places}` are fields of the profile or parts of the report's head. */
export interface ProfileLine {
	text: Words;
	/** In points. */
	size: number;
	bold?: boolean;
	italic?: boolean;
	underline?: boolean;
	capitals?: boolean;
	/** A rule under it, as a share of the length of its text. */
	rule?: number;
	/** For a line without words: as many lines high. */
	lines?: number;
}

/** How the headings of one level are numbered and set: `I-`, `1.`, `a)`. */
export interface ProfileHeading {
	numbering: 'roman' | 'decimal' | 'letter';
	after: string;
	size: number;
	bold?: boolean;
	italic?: boolean;
	capitals?: boolean;
}

/** A field of a profile that an office fills in. */
export interface ProfileField {
	id: string;
	label: Words;
	/** What such a field may hold; empty where an example would name a person. */
	example: string;
	/** True where it holds several lines. */
	lines?: boolean;
}

const PROFILES = profiles as readonly ReportProfile[];

/** The layouts that there are, the usual one first. */
export function reportProfiles(): readonly ReportProfile[] {
	return PROFILES;
}

/** The layout of that id; throws AppError `report.unknown-profile`. */
export function reportProfile(id: string): ReportProfile {
	const profile = PROFILES.find((each) => each.id === id);
	if (profile) return profile;
	const known = PROFILES.map((each) => each.id).join(', ');
	throw new AppError('report.unknown-profile', { profile: id, known });
}

/** A line with its places filled in; a field that nobody filled in is the profile's blank. */
export function profileText(
	{ text }: Pick<ProfileLine, 'text'>,
	values: Readonly<Record<string, string>>,
	{ profile, language }: { profile: ReportProfile; language: Language }
): string {
	return text[language].replace(/\{(\w+)\}/g, (_, name: string) => values[name] || profile.blank);
}

/** The number of a heading as its level counts: `IV-`, `2.`, `c)`. */
export function headingNumber({ numbering, after }: ProfileHeading, place: number): string {
	switch (numbering) {
		case 'roman':
			return `${roman(place)}${after}`;
		case 'decimal':
			return `${place}${after}`;
		case 'letter':
			return `${letters(place)}${after}`;
	}
}

const ROMAN: readonly [number, string][] = [
	[100, 'C'],
	[90, 'XC'],
	[50, 'L'],
	[40, 'XL'],
	[10, 'X'],
	[9, 'IX'],
	[5, 'V'],
	[4, 'IV'],
	[1, 'I']
];

function roman(number: number): string {
	const step = ROMAN.find(([value]) => value <= number);
	return step ? step[1] + roman(number - step[0]) : '';
}

/** Letters as Vietnamese counts with them, đ among them: a, b, c, d, đ, e … */
const ALPHABET = 'abcdđeghiklmnopqrstuvxy';

function letters(number: number): string {
	const place = (number - 1) % ALPHABET.length;
	const round = Math.floor((number - 1) / ALPHABET.length);
	return `${round > 0 ? letters(round) : ''}${ALPHABET[place] ?? ''}`;
}
