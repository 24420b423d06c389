import { AppError } from '#lib/base/app-error.ts';
import type { Language } from '#lib/base/language.ts';
import { periodInSentence } from '#lib/base/period-name.ts';
import { lastDayOf, type Period } from '#lib/base/period.ts';
import type { Template } from '#lib/catalogue/catalogue.ts';
import { writeTemplate } from '#lib/export/write-template.ts';
import { decodeCells } from '#lib/rollup/decode-entries.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import type { Unit } from '#lib/units/unit.ts';
import { templateGuide } from '#lib/views/template-guide.ts';
import { templateSheet } from '#lib/views/template-sheet.ts';
import { knownFigures } from './known-figures.ts';

/** A workbook to be drawn up: its sheets, for whom and when, and what is known from before. */
export interface TemplateOrder {
	templates: readonly Template[];
	/** The unit's code. */
	unit: string;
	period: Period;
	language: Language;
	units: readonly Unit[];
	/** Contents in force that may hold earlier figures, the oldest submission first. */
	contents: readonly Uint8Array[];
	/** When it is drawn up, in milliseconds since 1970. */
	at: number;
}

/**
 * The bytes of the .xlsx workbook with the sheets for the unit and all below it that report; rejects with AppError
 * `template.no-unit` where the unit does not exist in the period.
 */
export async function drawTemplate(order: TemplateOrder): Promise<Uint8Array> {
	const { templates, unit: code, period, language, contents } = order;
	const tree = createUnitTree(order.units);
	const unit = tree.find(code, lastDayOf(period));
	if (!unit) {
		const name = tree.find(code)?.name ?? code;
		throw new AppError('template.no-unit', {
			unit: name,
			period: periodInSentence(period, language)
		});
	}
	const stocks = templates.flatMap(({ measures }) =>
		measures.filter(({ overTime }) => overTime === 'end').map(({ id }) => id)
	);
	const search = { measures: new Set(stocks), before: period };
	const known = knownFigures(contents.map(decodeCells), search);
	const sheets = templates.flatMap(
		(template) => templateSheet({ template, unit: code, period, tree, known }) ?? []
	);
	const guide = templateGuide({
		...{ templates, unit: unit.name, period, language },
		hasKnown: sheets.some(({ columns }) => columns.some(({ kind }) => kind === 'known'))
	});
	return writeTemplate({ sheets, guide, language, at: new Date(order.at) });
}
