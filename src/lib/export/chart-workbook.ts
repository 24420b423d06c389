import { type Cell, type CellStyle, colToLetter, writeXlsx } from 'hucre/xlsx';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { ReportChart } from '#lib/views/report.ts';
import { type ChartColumn, chartColumns } from './chart-data.ts';
import { numberFormat } from './chart-formats.ts';
import type { ChartPlace } from './chart-place.ts';

/** A cell of the sheet that a chart is drawn from. */
type DataCell = Partial<Cell>;

/** The looks of a chart's data on a sheet. */
export interface DataLook {
	name: CellStyle;
	head: CellStyle;
	number: CellStyle;
}

const PLAIN: DataLook = {
	name: {},
	head: { font: { bold: true }, alignment: { wrapText: true, vertical: 'center' } },
	number: {}
};

/** Where the data stand in the workbook within a chart. */
export function embeddedPlace(language: Language): ChartPlace {
	return { sheet: say(language, 'office.data-sheet'), row: 0, column: 0 };
}

/** The bytes of the workbook that opens behind a chart in Word and PowerPoint: its categories, and a column a series. */
export async function chartWorkbook(
	chart: ReportChart,
	{ language, at }: { language: Language; at: Date }
): Promise<Uint8Array> {
	const place = embeddedPlace(language);
	return writeXlsx({
		sheets: [
			{
				name: place.sheet,
				columns: [{ width: 36 }, ...chartColumns(chart, language).map(() => ({ width: 16 }))],
				rows: [],
				cells: dataCells(chart, { place, language }),
				freezePane: { rows: 1, columns: 1 }
			}
		],
		properties: { title: chart.caption, created: at, modified: at }
	});
}

/** The cells of a chart's data at a place, by `row,column` from 0: names above, categories at the left, numbers in full. */
export function dataCells(
	chart: ReportChart,
	{ place, language, look = PLAIN }: { place: ChartPlace; language: Language; look?: DataLook }
): Map<string, DataCell> {
	const columns = chartColumns(chart, language);
	const cellAt = (row: number, column: number, cell: DataCell): [string, DataCell] => [
		`${place.row + row},${place.column + column}`,
		cell
	];
	const style: CellStyle = { ...look.number, numFmt: numberFormat(chart.unit, chart.decimals) };
	return new Map([
		...chart.categories.map((name, at) =>
			cellAt(at + 1, 0, { ...textCell(name), style: look.name })
		),
		...columns.map(({ name }, at) => cellAt(0, at + 1, { ...textCell(name), style: look.head })),
		...columns.flatMap((column, at) =>
			column.values.flatMap((value, row) =>
				value === null
					? []
					: [cellAt(row + 1, at + 1, { ...numberCell(column, { value, row, place }), style })]
			)
		)
	]);
}

/** A text that stays one, whatever it begins with. */
function textCell(value: string): DataCell {
	return { value, type: 'string' };
}

function numberCell(
	{ difference }: ChartColumn,
	{ value, row, place }: { value: number; row: number; place: ChartPlace }
): DataCell {
	if (!difference) return { value, type: 'number' };
	const [from, less] = [difference.from, difference.less].map(
		(column) => colToLetter(place.column + column + 1) + String(place.row + row + 2)
	);
	return { formula: `${from}-${less}`, formulaResult: value };
}
