import { foldMarks } from '#lib/base/fold.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { indicatorOf } from '#lib/catalogue/find-in-catalogue.ts';

/** A part of the catalogue to choose, and where it is from. */
export interface PartChoice {
	value: string;
	label: string;
	hint: string;
}

/** A denominator that an indicator may be given. */
export interface DenominatorOption {
	label: string;
	measures: readonly string[];
}

const MOST = 12;

/** Gives the columns of the sheets that hold every word of a text, accents or none; twelve at most. */
export function measureChoices(
	{ templates }: Pick<Catalogue, 'templates'>,
	language: Language
): (text: string) => PartChoice[] {
	const choices = templates.flatMap(({ id: sheet, title, measures }) =>
		measures.map(({ id, name, header }) => ({
			value: id,
			label: `${sheet} › ${name[language]}`,
			hint: `${id} · ${header}`,
			text: [id, sheet, title.vi, title.en, name.vi, name.en, header].join(' ')
		}))
	);
	return finder(choices);
}

/** Gives the indicators that hold every word of a text, accents or none; twelve at most. */
export function indicatorChoices(
	{ indicators }: Pick<Catalogue, 'indicators'>,
	language: Language
): (text: string) => PartChoice[] {
	const choices = indicators.map(({ id, name, shortName, denominator, numerator }) => ({
		value: id,
		label: name[language],
		hint: say(language, denominator.length > 0 ? 'targets.hint-ratio' : 'targets.hint-count', {
			sheet: (numerator[0] ?? '').split(/[./]/)[0]?.toUpperCase() ?? ''
		}),
		text: [id, name.vi, name.en, shortName.vi, shortName.en].join(' ')
	}));
	return finder(choices);
}

/** `B4 › Cấp ủy viên`; the id where no sheet has it. */
export function measureName(
	{ templates }: Pick<Catalogue, 'templates'>,
	{ measure, language }: { measure: string; language: Language }
): string {
	const sheet = templates.find(({ measures }) => measures.some(({ id }) => id === measure));
	const name = sheet?.measures.find(({ id }) => id === measure)?.name[language];
	return sheet && name ? `${sheet.id} › ${name}` : measure;
}

/** The denominators that the documents leave open for an indicator, the product's first; empty where they leave none. */
export function denominatorOptions(
	{ product, catalogue }: { product: Catalogue; catalogue: Catalogue },
	{ indicator, language }: { indicator: string; language: Language }
): DenominatorOption[] {
	const original = indicatorOf(product, indicator);
	const choices = original?.denominatorChoices ?? [];
	if (!original || choices.length === 0) return [];
	const names = original.denominator.map((measure) =>
		measureName(catalogue, { measure, language })
	);
	return [
		{
			label: say(language, 'targets.denominator-usual', { names: names.join(' + ') }),
			measures: original.denominator
		},
		...choices.map(({ name, denominator }) => ({ label: name[language], measures: denominator }))
	];
}

function finder(
	choices: readonly (PartChoice & { text: string })[]
): (text: string) => PartChoice[] {
	const folded = choices.map(({ text, ...choice }) => ({ choice, key: foldMarks(text) }));
	return (text) => {
		const words = foldMarks(text).split(' ').filter(Boolean);
		return folded
			.filter(({ key }) => words.every((word) => key.includes(word)))
			.slice(0, MOST)
			.map(({ choice }) => choice);
	};
}
