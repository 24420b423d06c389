import { AppError } from '#lib/base/app-error.ts';
import type { Language } from '#lib/base/language.ts';
import { periodInSentence } from '#lib/base/period-name.ts';
import { lastDayOf, type Period } from '#lib/base/period.ts';
import type { ProgressFact } from '#lib/base/progress.ts';
import { productCatalogueWhole } from '#lib/catalogue/load-catalogue.ts';
import { mergeCatalogue, type OwnCatalogue } from '#lib/catalogue/own-catalogue.ts';
import { writeProgressTemplate } from '#lib/export/write-progress-template.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import type { Unit } from '#lib/units/unit.ts';
import { progressGuide } from '#lib/views/progress-guide.ts';
import { progressTemplateRows } from '#lib/views/progress-template.ts';

/** A sheet B8 to be drawn up: for whom and when, and what was said in earlier ones. */
export interface ProgressTemplateOrder {
	/** The unit's code. */
	unit: string;
	period: Period;
	language: Language;
	units: readonly Unit[];
	own: OwnCatalogue;
	progress: readonly ProgressFact[];
	/** When it is drawn up, in milliseconds since 1970. */
	at: number;
}

/**
 * The bytes of the .xlsx workbook with the sheet B8 for the unit; rejects with AppError `template.no-unit` where the
 * unit does not exist in the period.
 */
export async function drawProgressTemplate(order: ProgressTemplateOrder): Promise<Uint8Array> {
	const { unit: code, period, language, own, progress } = order;
	const catalogue = mergeCatalogue(await productCatalogueWhole(), own);
	const tree = createUnitTree(order.units);
	const day = lastDayOf(period);
	const unit = tree.find(code, day);
	if (!unit) {
		const name = tree.find(code)?.name ?? code;
		const about = { unit: name, period: periodInSentence(period, language) };
		throw new AppError('template.no-unit', about);
	}
	const template = catalogue.templates.find(({ layout }) => layout === 'progress');
	if (!template) throw new Error('the catalogue has no sheet B8');
	const above = tree.parentOn(code, day);
	return writeProgressTemplate({
		frame: { template, unit, period, ...(above && { above }) },
		rows: progressTemplateRows({ catalogue, tree, unit: code, period, progress }),
		guide: progressGuide({ unit: unit.name, period, language }),
		language,
		at: new Date(order.at)
	});
}
