import { foldKey } from '#lib/base/fold.ts';
import type { Template } from './catalogue.ts';
import type { PartFault } from './catalogue-fault.ts';

/** Everything in one sheet's description that does not fit together. */
export function* findTemplateFaults(template: Template): Generator<PartFault> {
	yield* findColumnFaults(template);
	yield* findStrangeMeasures(template);
	if (template.layout !== 'progress') yield* findAmbiguousHeaders(template);
}

function* findColumnFaults(template: Template): Generator<PartFault> {
	const { id: sheet, measures, attributes, layout } = template;
	const prefix = `${sheet.toLowerCase()}${layout === 'progress' ? '/' : '.'}`;
	const earlier = new Set<string>();
	for (const column of [...measures, ...attributes]) {
		const { id } = column;
		if (!id.startsWith(prefix)) {
			yield { place: id, reason: 'catalogue.strange-column', params: { id, sheet } };
		}
		if (earlier.has(id)) yield { place: id, reason: 'catalogue.duplicate', params: { id } };
		earlier.add(id);
	}
}

/** Measures named in a `partOf`, a check or a percentage that the sheet does not have. */
function* findStrangeMeasures({ measures, checks, percentages }: Template): Generator<PartFault> {
	const known = new Set(measures.map(({ id }) => id));
	const named: [string, string][] = [];
	for (const { id, partOf } of measures) if (partOf) named.push([`${id} › partOf`, partOf]);
	for (const { id, hint, ...check } of checks) {
		named.push(...termsOf(id, check));
		if (hint) named.push(...termsOf(`${id} › hint`, hint));
	}
	for (const [index, column] of percentages.entries()) {
		for (const side of ['numerator', 'denominator'] as const) {
			for (const [nth, id] of column[side].entries()) {
				named.push([`percentages[${index}] › ${side}[${nth}]`, id]);
			}
		}
	}
	for (const [place, id] of named) {
		if (!known.has(id)) yield { place, reason: 'catalogue.unknown-measure', params: { id } };
	}
}

/** The measures of both sides of an equation, each with its place. */
function termsOf(
	place: string,
	sides: { left: readonly string[]; right: readonly string[] }
): [string, string][] {
	return (['left', 'right'] as const).flatMap((side) =>
		sides[side].map((term, nth): [string, string] => [
			`${place} › ${side}[${nth}]`,
			term.replace(/^-/, '')
		])
	);
}

/** Spellings shared by two columns that the column before them does not tell apart. */
function* findAmbiguousHeaders(template: Template): Generator<PartFault> {
	const taken = new Map<string, { place: string; partOf?: string }[]>();
	for (const column of columnsOf(template)) {
		const { place, partOf } = column;
		for (const key of new Set(column.spellings.map(foldKey))) {
			const others = taken.get(key) ?? [];
			const clash = others.find((other) => !partOf || !other.partOf || other.partOf === partOf);
			const params = { header: key, other: clash?.place ?? '' };
			if (clash) yield { place, reason: 'catalogue.same-header', params };
			taken.set(key, [...others, { place, partOf }]);
		}
	}
}

interface SpelledColumn {
	place: string;
	spellings: string[];
	partOf?: string;
}

function columnsOf({ measures, attributes, percentages }: Template): SpelledColumn[] {
	return [
		...measures.map(({ id, name, header, synonyms, partOf }) => ({
			place: id,
			spellings: [codeOf(id), header, ...synonyms, name.vi, name.en],
			partOf
		})),
		...attributes.map(({ id, header, synonyms }) => ({
			place: id,
			spellings: [codeOf(id), header, ...synonyms]
		})),
		...percentages.map(({ header, synonyms }, index) => ({
			place: `percentages[${index}]`,
			spellings: [header, ...synonyms]
		}))
	];
}

function codeOf(id: string): string {
	return id.slice(id.indexOf('.') + 1);
}
