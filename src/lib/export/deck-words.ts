import type { ReportBlock, ReportPart } from '#lib/views/report.ts';
import { linesIn } from './slide-measure.ts';

/** A text as it is said: without the codes that close a sentence. */
export function spokenParts(parts: readonly ReportPart[]): ReportPart[] {
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
	let kept = clauses[0] ?? [];
	for (const [place, clause] of clauses.entries()) {
		if (place === 0) continue;
		const longer = [...kept, { text: '; ' }, ...clause];
		if (linesIn({ text: plainText(longer), size, isBold: true }, width) > lines) break;
		kept = longer;
	}
	return kept.length === 0 || /[.!?…:]\s*$/.test(plainText(kept)) ? kept : [...kept, { text: '.' }];
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
