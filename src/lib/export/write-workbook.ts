import type { WriteSheet } from 'hucre/xlsx';
import type { Report } from '#lib/views/report.ts';
import { hangCharts } from './book-drawings.ts';
import { layOut } from './book-layout.ts';
import { bookSheets } from './book-sheets.ts';
import { BOOK_FONT } from './book-style.ts';
import type { OfficePackage } from './office-package.ts';
import { packSheets } from './pack-sheets.ts';
import { quoteTexts } from './quote-texts.ts';

/**
 * A report as a workbook (.xlsx): a summary, then a sheet for each indicator and each other section, numbers as numbers,
 * native charts drawn from their cells, each sheet ready to be printed on A4. The same report at the same time gives the
 * same bytes; no text becomes a formula.
 */
export async function writeWorkbook(report: Report, { at }: { at: Date }): Promise<Uint8Array> {
	const sheets = bookSheets(report);
	const [, ...leads] = sheets;
	const laid = sheets.map((sheet, place) =>
		layOut(sheet, report, { leads: place === 0 ? leads : [] })
	);
	const book = await packSheets({
		sheets: laid.map(({ sheet }) => sheet),
		namedRanges: laid.flatMap(({ ranges }) => [...ranges]),
		defaultFont: { name: BOOK_FONT, size: 11 },
		properties: { title: report.head.title, created: at, modified: at }
	});
	for (const [place, { sheet, charts }] of laid.entries()) {
		const path = `xl/worksheets/sheet${place + 1}.xml`;
		sayDepth(book, path, sheet);
		hangCharts(book, path, { charts, language: report.language });
	}
	quoteTexts(book);
	return book.save(at);
}

/** Excel makes room for the buttons of grouped rows where the sheet says how deep they are grouped. */
function sayDepth(book: OfficePackage, path: string, { rowDefs }: WriteSheet): void {
	const rows = [...(rowDefs?.values() ?? [])];
	const depth = Math.max(0, ...rows.map(({ outlineLevel = 0 }) => outlineLevel));
	if (depth === 0) return;
	const format = `<sheetFormatPr outlineLevelRow="${depth}"`;
	book.replace(path, book.text(path).replace('<sheetFormatPr', format));
}
