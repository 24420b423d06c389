import type { Language } from '#lib/base/language.ts';
import type { ReportChart } from '#lib/views/report.ts';
import { CHART_SIZE, type PlacedChart } from './book-charts.ts';
import { BOOK_FONT } from './book-style.ts';
import { sheetFrame } from './chart-frame.ts';
import { CHART_TYPE, chartPart } from './chart-part.ts';
import type { OfficePackage } from './office-package.ts';
import { XML_HEAD } from './office-xml.ts';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const SHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const POINT = 12_700;
/** What the schema lets follow a sheet's drawing. */
const AFTER =
	/<(?:legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>/;

/** Hangs native charts on a sheet of a workbook, each drawn from the cells that hold its data. */
export function hangCharts(
	book: OfficePackage,
	sheet: string,
	{ charts, language }: { charts: readonly PlacedChart[]; language: Language }
): void {
	if (charts.length === 0) return;
	const drawing = book.freePath((number) => `xl/drawings/drawing${number}.xml`);
	const anchors = charts.map((placed, at) => {
		const path = book.freePath((number) => `xl/charts/chart${number}.xml`);
		const { chart, width, height, place } = placed;
		const look = {
			language,
			width,
			height,
			size: CHART_SIZE,
			font: BOOK_FONT,
			isLocal: true,
			hasTitle: true
		};
		const content = chartPart(withCode(chart), look, { place });
		book.add({ path, content, contentType: CHART_TYPE });
		const relationship = book.relate(drawing, { type: `${RELATIONSHIPS}/chart`, target: path });
		return anchor(placed, { relationship, id: at + 2 });
	});
	const content = `${XML_HEAD}<xdr:wsDr xmlns:xdr="${SHEET_DRAWING}">${anchors.join('')}</xdr:wsDr>`;
	book.add({ path: drawing, content, contentType: DRAWING_TYPE });
	const id = book.relate(sheet, { type: `${RELATIONSHIPS}/drawing`, target: drawing });
	const element = `<drawing xmlns:r="${RELATIONSHIPS}" r:id="${id}"/>`;
	book.replace(
		sheet,
		book.text(sheet).replace(AFTER, (end) => element + end)
	);
}

/** Nothing beside a chart on a sheet carries its code. */
function withCode(chart: ReportChart): ReportChart {
	const { caption, trace } = chart;
	return trace === undefined ? chart : { ...chart, caption: `${caption} [${trace}]` };
}

function anchor(
	{ chart, row, column, width, height }: PlacedChart,
	{ relationship, id }: { relationship: string; id: number }
): string {
	const frame = sheetFrame({
		relationship,
		id,
		name: chart.caption,
		alternative: chart.alternative
	});
	const from = `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
	const [cx, cy] = [width, height].map((points) => Math.round(points * POINT));
	return `<xdr:oneCellAnchor><xdr:from>${from}</xdr:from><xdr:ext cx="${cx}" cy="${cy}"/>${frame}<xdr:clientData/></xdr:oneCellAnchor>`;
}
