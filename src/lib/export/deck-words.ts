import type { ReportBlock, ReportPart } from '#lib/views/report.ts';
import { joinParts } from '#lib/views/sentence-parts.ts';
import { linesIn } from './slide-measure.ts';

/** A text as it is said: without the codes that close a sentence. */
export function spokenParts<Part extends ReportPart>(parts: readonly Part[]): Part[] {
	return parts.filter(({ role }) => role !== 'code');
}

/** The text of the pieces, with the codes that stand in it. */
export function plainText(parts: readonly ReportPart[]): string {
	return parts.map(({ text }) => text).join('');
}

/** The codes of the figures that a sentence speaks of. */
export function codesIn(parts: readonly ReportPart[]): string[] {
	return parts.flatMap(({ trace }) => (trace === undefined ? [] : [trace]));
}

/** The sentences of blocks, whole, each of a list for itself. */
export function sentencesOf(blocks: readonly ReportBlock[]): (readonly ReportPart[])[] {
	return blocks.flatMap((block) => {
		if (block.kind === 'paragraph') return [block.parts];
		return block.kind === 'list' ? block.items : [];
	});
}

/** As many of a sentence's clauses (`…; …; ….`) as stand on so many lines; the first always, the rest is for the notes. */
export function leadingClauses(
	parts: readonly ReportPart[],
	{ width, size, lines }: { width: number; size: number; lines: number }
): ReportPart[] {
	const clauses = clausesOf(spokenParts(parts));
	const first = (count: number): ReportPart[] => joinParts(clauses.slice(0, count), '; ');
	const isTooLong = (_: unknown, at: number): boolean => {
		const text = plainText(first(at + 1));
		return at > 0 && linesIn({ text, size, isBold: true }, width) > lines;
	};
	const tooMany = clauses.findIndex(isTooLong);
	return tooMany < 0 ? first(clauses.length) : [...first(tooMany), { text: '.' }];
}

function clausesOf(parts: readonly ReportPart[]): ReportPart[][] {
	const clauses: ReportPart[][] = [[]];
	for (const part of parts) {
		const [first = '', ...others] = part.text.split('; ');
		if (first) clauses.at(-1)?.push({ ...part, text: first });
		for (const text of others) clauses.push(text ? [{ ...part, text }] : []);
	}
	return clauses.filter((clause) => clause.length > 0);
}
