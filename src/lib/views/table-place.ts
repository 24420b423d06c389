import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';

/** Where a table stands in its file: its sheet, and its number where the sheet holds several. */
export function tablePlace(
	{ sheet, table }: { sheet?: string; table?: number },
	language: Language
): string {
	if (sheet !== undefined && table !== undefined)
		return say(language, 'tables.sheet-table', { sheet, table });
	if (sheet !== undefined) return say(language, 'tables.sheet', { sheet });
	return table === undefined
		? say(language, 'tables.only')
		: say(language, 'tables.table', { table });
}
