import { type Cell, type CellStyle, writeXlsx } from 'hucre/xlsx';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { neutralText } from '#lib/base/neutral-text.ts';
import { say } from '#lib/base/messages.ts';
import { writeCsv } from '#lib/base/write-csv.ts';
import type { OneChart } from '#lib/views/one-chart.ts';
import type { ReportCell, ReportNumber, ReportTable } from '#lib/views/report.ts';
import { chartNotes } from './chart-notes.ts';

/** Which of a chart's data are taken: as the chart shows them, or every figure of its units. */
export type ChartExtent = 'shown' | 'full';

/** The formats of a chart's data. */
export type ChartTableFormat = 'csv' | 'xlsx' | 'parquet';

const BYTE_ORDER_MARK = '\ufeff';
const HEAD: CellStyle = { font: { bold: true }, alignment: { wrapText: true, vertical: 'center' } };
const TITLE: CellStyle = { font: { bold: true, size: 14 } };
const NOTE: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };

/**
 * The data of a chart with its title, unit and period, targets, source, state and code: in CSV and the workbook as lines
 * above those that are shown, in the workbook of all figures as a sheet of their own, in Parquet as the file's own words.
 * All figures as CSV are a table and nothing else, with code and source in each row. No cell becomes a formula.
 */
export async function writeChartTable(
	chart: OneChart,
	{ extent, format, at }: { extent: ChartExtent; format: ChartTableFormat; at: Date }
): Promise<Uint8Array> {
	if (format === 'csv') return csvOf(chart, extent);
	if (format === 'parquet') return parquetOf(chart, extent);
	return workbookOf(chart, { extent, at });
}

/** What stands around the data: heads with words, or words alone. */
function aboutOf(chart: OneChart, extent: ChartExtent): string[] {
	const { title, scope } = chart;
	return [title, scope, ...chartNotes(chart, extent)].filter((words) => words !== '');
}

function csvOf(chart: OneChart, extent: ChartExtent): Uint8Array {
	const { columns, rows } = chart[extent];
	const exact = ({ text, number }: ReportCell): string =>
		extent === 'full' && number ? String(number.value) : text;
	const told = (words: string): string[] => (extent === 'full' ? [words] : []);
	const table = [
		[...columns.map(({ title }) => title), ...told(say(chart.language, 'one-chart.column-source'))],
		...rows.map(({ cells }) => [...cells.map(exact), ...told(chart.source)])
	];
	const about = extent === 'shown' ? [...aboutOf(chart, extent).map((words) => [words]), []] : [];
	const safe = [...about, ...table].map((row) => row.map(neutralText));
	return new TextEncoder().encode(BYTE_ORDER_MARK + writeCsv(safe));
}

async function workbookOf(
	chart: OneChart,
	{ extent, at }: { extent: ChartExtent; at: Date }
): Promise<Uint8Array> {
	const { language } = chart;
	const about = aboutOf(chart, extent);
	const data = { table: chart[extent], name: say(language, 'one-chart.sheet-data') };
	const properties = { title: `${chart.title}. ${chart.scope}`, created: at, modified: at };
	const aboutSheet = {
		name: say(language, 'one-chart.sheet-about'),
		columns: [{ width: 110 }],
		rows: [],
		cells: new Map(about.map((words, row) => textCell([row, 0], words, row === 0 ? TITLE : NOTE)))
	};
	if (extent === 'full') return writeXlsx({ sheets: [sheetOf(data, []), aboutSheet], properties });
	return writeXlsx({ sheets: [sheetOf(data, about)], properties });
}

type Place = readonly [row: number, column: number];
type Placed = [string, Partial<Cell>];
type Sheet = Parameters<typeof writeXlsx>[0]['sheets'][number];

function sheetOf({ table, name }: { table: ReportTable; name: string }, about: string[]): Sheet {
	const top = about.length === 0 ? 0 : about.length + 1;
	const head = table.columns.map(({ title }, column) => textCell([top, column], title, HEAD));
	const body = table.rows.flatMap(({ cells }, row) =>
		cells.flatMap((cell, column): Placed[] => {
			if (cell.text === '' && !cell.number) return [];
			return [dataCell([top + 1 + row, column], cell)];
		})
	);
	const lines = about.map((words, row) => textCell([row, 0], words, row === 0 ? TITLE : {}));
	return {
		name,
		columns: table.columns.map((_, column) => ({ width: widthOf(table, column) })),
		rows: [],
		cells: new Map([...lines, ...head, ...body]),
		freezePane: { rows: top + 1, columns: 1 }
	};
}

/** Wide enough for most of what stands in the column. */
function widthOf({ columns, rows }: ReportTable, column: number): number {
	const widest = Math.max(...rows.map(({ cells }) => cells[column]?.text.length ?? 0), 0);
	const title = Math.min(18, columns[column]?.title.length ?? 0);
	return Math.min(48, Math.max(10, widest, title) + 2);
}

/** A text that stays one, whatever it begins with. */
function textCell([row, column]: Place, value: string, style: CellStyle = {}): Placed {
	return [`${row},${column}`, { value, type: 'string', style }];
}

function dataCell(place: Place, { text, number }: ReportCell): Placed {
	if (!number) return textCell(place, text);
	const style = { numFmt: formatOf(number) };
	return [place.join(','), { value: number.value, type: 'number', style }];
}

function formatOf({ unit, decimals }: ReportNumber): string {
	const places = decimals > 0 ? `.${'0'.repeat(decimals)}` : '';
	if (unit === 'ratio') return `0${places}%`;
	return unit === 'points' ? `+0${places};-0${places};0${places}` : `#,##0${places}`;
}

function parquetOf(chart: OneChart, extent: ChartExtent): Uint8Array {
	const { columns, rows } = chart[extent];
	const titles = distinct(columns.map(({ title }) => title));
	const columnData = titles.map((name, column) => {
		const cells = rows.map(({ cells: each }) => each[column]);
		const isNumeric = cells.some((cell) => cell?.number);
		const isWhole = cells.every((cell) => !cell?.number || Number.isSafeInteger(cell.number.value));
		if (!isNumeric)
			return { name, type: 'STRING' as const, data: cells.map((cell) => cell?.text || null) };
		const numbers = cells.map((cell) => cell?.number?.value ?? null);
		return isWhole && cells.every((cell) => cell?.number?.unit !== 'ratio')
			? {
					name,
					type: 'INT64' as const,
					data: numbers.map((each) => (each === null ? null : BigInt(each)))
				}
			: { name, type: 'DOUBLE' as const, data: numbers };
	});
	const kvMetadata = [{ key: 'about', value: aboutOf(chart, extent).join('\n') }];
	return new Uint8Array(
		parquetWriteBuffer({ columnData, kvMetadata, codec: 'UNCOMPRESSED', createdBy: 'thuocdo' })
	);
}

function distinct(names: readonly string[]): string[] {
	return names.map((name, at) => {
		const before = names.slice(0, at).filter((each) => each === name).length;
		return before === 0 ? name : `${name} ${before + 1}`;
	});
}
