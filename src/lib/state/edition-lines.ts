import type { Language } from '#lib/base/language.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { changesBetween } from '#lib/catalogue/edit-own-catalogue.ts';
import { NOTHING_OWN, type OwnCatalogue } from '#lib/catalogue/own-catalogue.ts';
import { type ChangeLine, changeLines } from '#lib/views/catalogue-changes.ts';
import { timeWords } from '#lib/views/submission-list.ts';
import { type KeptEdition, readEditions } from './catalogue-editions.ts';
import type { Ground } from './ground.ts';

/** One saving of the own catalogue in words. */
export interface EditionLine {
	/** The day and time of saving in Viet Nam. */
	when: string;
	note: string;
	/** What it changed; absent where its file is damaged or lost. */
	changes?: ChangeLine[];
	own?: OwnCatalogue;
}

/** Every saving of the own catalogue in words, the newest first. */
export async function editionLines(
	ground: Ground,
	{ product, language }: { product: Catalogue; language: Language }
): Promise<EditionLine[]> {
	const editions = await readEditions(ground);
	return editions
		.map((edition, place) => lineOf(edition, editions[place - 1], { product, language }))
		.reverse();
}

function lineOf(
	{ at, note, own }: KeptEdition,
	earlier: KeptEdition | undefined,
	{ product, language }: { product: Catalogue; language: Language }
): EditionLine {
	const before = earlier ? earlier.own : NOTHING_OWN;
	const line = { when: at ? timeWords(at, language) : '', note: note ?? '' };
	if (!own || !before) return { ...line, ...(own && { own }) };
	const after = own;
	const changes = changesBetween(product, { before, after });
	return { ...line, own, changes: changeLines(changes, { product, before, after, language }) };
}
