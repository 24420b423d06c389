import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { targetDetail } from './target-detail.ts';
import type { RowGround, TargetRow } from './target-row.ts';

const COLUMNS = [
	'id',
	'kind',
	'name',
	'document',
	'asked',
	'years',
	'quote',
	'responsible',
	'owner'
] as const;

/** The rows of the page as a table for a spreadsheet, its head first. */
export function catalogueTable(
	rows: readonly TargetRow[],
	ground: Pick<RowGround, 'catalogue' | 'language'>
): string[][] {
	const { language } = ground;
	return [
		COLUMNS.map((column) => say(language, `targets.column-${column}`)),
		...rows.map((row) => [
			row.id,
			row.kindWords,
			row.name,
			row.source,
			row.words,
			row.years,
			targetDetail(row.id, ground, (code) => code)?.quote ?? '',
			row.responsible ?? '',
			ownerWords(row, language)
		])
	];
}

function ownerWords({ owner }: TargetRow, language: Language): string {
	return owner ? say(language, `targets.own-${owner}`) : '';
}
