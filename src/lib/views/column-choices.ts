import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Catalogue, Template } from '#lib/catalogue/catalogue.ts';
import { columnSheetsOf } from '#lib/catalogue/find-in-catalogue.ts';

/** A header cell and what its column was taken for. */
export interface MatchedHeader {
	/** From 1. */
	column: number;
	header: string;
	carries: string;
	by?: string;
}

/** One thing that a column may carry. */
export interface CarriedChoice {
	value: string;
	label: string;
}

/** What a column of the sheet may carry, the measures first; nothing for the long layouts, whose columns are known. */
export function carriedChoices(
	template: string | undefined,
	{ catalogue, language }: { catalogue: Catalogue; language: Language }
): CarriedChoice[] {
	const templates = columnSheetsOf(catalogue).filter(({ id }) => id === template);
	return templates.flatMap(({ measures, attributes }: Template) => [
		...measures.map(({ id, name }) => ({ value: id, label: name[language] })),
		...attributes.map(({ id, header }) => ({ value: id, label: header }))
	]);
}

/** What a column is that carries no measure: `Đơn vị`, `Tỷ lệ, tự tính`, `Bỏ qua`. */
export function frameName(carries: string, language: Language): string {
	switch (carries) {
		case 'index':
		case 'unit':
		case 'unit-code':
		case 'period':
		case 'notes':
		case 'percent':
		case 'progress-code':
		case 'progress-content':
		case 'progress-plan':
		case 'progress-done':
		case 'progress-counted':
		case 'progress-state':
		case 'progress-day':
		case 'progress-document':
			return say(language, `columns.carries-${carries}`);
		default:
			return say(language, 'columns.carries-ignored');
	}
}

/**
 * By what an answer names the column: the key of its header, where `headers` has one for each header that is not blank
 * and no other column has the same; else `@` and its number.
 */
export function columnValue(
	column: number,
	{ columns, headers }: { columns: readonly MatchedHeader[]; headers: readonly string[] }
): string {
	const named = columns.filter(({ header }) => header !== '');
	const place = named.findIndex((each) => each.column === column);
	const key = named.length === headers.length ? headers[place] : undefined;
	const isOnly = headers.filter((other) => other === key).length === 1;
	return key && isOnly ? key : `@${column}`;
}
