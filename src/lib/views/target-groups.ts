import { foldMarks } from '#lib/base/fold.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { TargetDocument } from '#lib/catalogue/catalogue.ts';
import { ROW_KINDS, type RowKind, type TargetRow } from './target-row.ts';

/** Which rows are looked for; an empty text looks for all. */
export interface RowChoice {
	query: string;
	kind: string;
	document: string;
	status: string;
}

/** How many rows are of a kind. */
export interface KindCount {
	kind: RowKind;
	words: string;
	count: number;
}

/** Rows under one heading. */
export interface RowGroup {
	/** The document's id, or the kind. */
	id: string;
	title: string;
	/** The document's number and whole name. */
	text?: string;
	rows: TargetRow[];
}

/** How many rows there are of each kind that occurs. */
export function kindCounts(rows: readonly TargetRow[], language: Language): KindCount[] {
	return ROW_KINDS.map((kind) => ({
		kind,
		words: say(language, `targets.kind-${kind}`),
		count: rows.filter((row) => row.kind === kind).length
	})).filter(({ count }) => count > 0);
}

/** The rows that hold every word looked for, accents or none, and are of the kind, document and status. */
export function rowsFound(rows: readonly TargetRow[], choice: RowChoice): TargetRow[] {
	const words = foldMarks(choice.query).split(' ').filter(Boolean);
	return rows.filter(
		({ searched, kind, document, state }) =>
			words.every((word) => searched.includes(word)) &&
			(choice.kind === '' || choice.kind === kind) &&
			(choice.document === '' || choice.document === document) &&
			(choice.status === '' || choice.status === state)
	);
}

/** The rows by document, in the order of the documents; or by kind. A heading without rows is left out. */
export function rowGroups(
	rows: readonly TargetRow[],
	{
		by,
		documents,
		language
	}: { by: 'document' | 'kind'; documents: readonly TargetDocument[]; language: Language }
): RowGroup[] {
	const groups =
		by === 'kind'
			? kindCounts(rows, language).map(({ kind, words }): RowGroup => ({
					id: kind,
					title: words,
					rows: rows.filter((row) => row.kind === kind)
				}))
			: documents.map(({ id, number, name }): RowGroup => ({
					id,
					title: number,
					text: name[language],
					rows: rows.filter(({ document }) => document === id)
				}));
	return groups.filter((group) => group.rows.length > 0);
}
