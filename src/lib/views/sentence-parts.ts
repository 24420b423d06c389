import type { Language } from '#lib/base/language.ts';
import { type MessageKey, say } from '#lib/base/messages.ts';
import type { Period } from '#lib/base/period.ts';

/** The figure that a number comes from, where its trail shows. */
export interface TrailPlace {
	unit: string;
	period: Period;
	indicator: string;
}

/** A piece of a sentence: plain words, a number that leads to its trail, or the name of a unit. */
export interface NarrativePart {
	text: string;
	/** Where the number comes from; absent for plain words. */
	trail?: TrailPlace;
	/** True for the name of a unit, which is Vietnamese in every language. */
	isName?: true;
}

/** What stands in a place of a message: words, or pieces of their own. */
export type PartPlace = string | NarrativePart | readonly NarrativePart[];

/** A message in pieces: its words, and in its `{places}` what is given for them. */
export function sayParts(
	language: Language,
	key: MessageKey,
	places: Readonly<Record<string, PartPlace>> = {}
): NarrativePart[] {
	return say(language, key)
		.split(/(\{\w+\})/)
		.filter(Boolean)
		.flatMap((piece) => partsOf(places[piece.slice(1, -1)] ?? piece));
}

/** Clauses one after another with the same words between them; empty ones leave no gap. */
export function joinParts(
	clauses: readonly (readonly NarrativePart[])[],
	between: string
): NarrativePart[] {
	return clauses
		.filter((clause) => clause.length > 0)
		.flatMap((clause, place) => (place === 0 ? clause : [{ text: between }, ...clause]));
}

/** The pieces with plain words that follow each other made one. */
export function mergeParts(parts: readonly NarrativePart[]): NarrativePart[] {
	return parts.reduce<NarrativePart[]>((merged, part) => {
		const last = merged.at(-1);
		if (!last || !isPlain(last) || !isPlain(part)) return [...merged, part];
		return [...merged.slice(0, -1), { text: last.text + part.text }];
	}, []);
}

function partsOf(place: PartPlace): readonly NarrativePart[] {
	if (typeof place === 'string') return [{ text: place }];
	return 'text' in place ? [place] : place;
}

function isPlain({ trail, isName }: NarrativePart): boolean {
	return !trail && !isName;
}
