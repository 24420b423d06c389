import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { progressPartOf } from '#lib/base/progress.ts';
import type { Catalogue, Indicator } from '#lib/catalogue/catalogue.ts';

/** The sheets and columns that feed an indicator: `B6: “Nữ lãnh đạo”, “Tổng số”`, one text a sheet; a code of B8 by itself. */
export function sheetWords(
	{ templates }: Pick<Catalogue, 'templates'>,
	{ numerator, denominator }: Pick<Indicator, 'numerator' | 'denominator'>,
	language: Language
): string[] {
	const ids = [...new Set([...numerator, ...denominator])];
	const codes = [...new Set(ids.flatMap((id) => progressPartOf(id)?.code ?? []))];
	const sheets = templates.flatMap(({ id: sheet, measures }) => {
		const fed = measures.filter(({ id }) => ids.includes(id) && !progressPartOf(id));
		const columns = fed.map(({ name }) => `“${name[language]}”`).join(', ');
		return fed.length > 0 ? [say(language, 'targets.sheet', { sheet, columns })] : [];
	});
	return [...sheets, ...codes.map((code) => say(language, 'targets.sheet-progress', { code }))];
}
