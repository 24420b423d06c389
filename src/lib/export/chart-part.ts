import type { ReportChart } from '#lib/views/report.ts';
import { AXES, axesElements, MARK_AXES } from './chart-axes.ts';
import { type ChartColumn, chartColumns, inDrawingOrder } from './chart-data.ts';
import { letters, NO_FILL, shape, textProperties } from './chart-fill.ts';
import { BAR_GAP, type ChartLook, MARK_GAP } from './chart-look.ts';
import type { ChartPlace } from './chart-place.ts';
import { isLine, seriesElement, type SeriesGround } from './chart-series.ts';
import { escapeXml, XML_HEAD } from './office-xml.ts';

/** The content type of a chart part. */
export const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

const NAMESPACES = [
	'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
	'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
	'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
].join(' ');

/**
 * The DrawingML chart part of a chart (ECMA-376 part 1, §21.2), for Word, slides and workbook alike: its data are the
 * cells at `place`, cached at full precision; `workbook` is the relationship to the workbook that holds them, absent
 * where they stand in the same file.
 */
export function chartPart(
	chart: ReportChart,
	look: ChartLook,
	{ place, workbook }: { place: ChartPlace; workbook?: string }
): string {
	const columns = inDrawingOrder(chartColumns(chart, look.language));
	const hasMarks = columns.some(({ drawn }) => drawn === 'mark');
	const plot = `<c:plotArea><c:layout/>${groups(columns, { chart, look, place })}${axesElements(chart, look, { hasMarks })}${shape({ fill: NO_FILL })}</c:plotArea>`;
	const held =
		workbook === undefined
			? ''
			: `<c:externalData r:id="${escapeXml(workbook)}"><c:autoUpdate val="0"/></c:externalData>`;
	return [
		`${XML_HEAD}<c:chartSpace ${NAMESPACES}><c:date1904 val="0"/>`,
		`<c:lang val="${look.language === 'vi' ? 'vi-VN' : 'en-GB'}"/><c:roundedCorners val="0"/>`,
		`<c:chart>${titleElement(chart, look)}${plot}${legendElement(columns, look)}`,
		'<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>',
		`${shape({ fill: NO_FILL, line: 'none' })}${textProperties(look)}${held}</c:chartSpace>`
	].join('');
}

/** Areas lie at the back, lines before them; marks follow the bars that they stand beside. */
function groups(columns: readonly ChartColumn[], ground: SeriesGround): string {
	const series = columns.map((column, at) => ({ column, xml: seriesElement(column, at, ground) }));
	const pick = (wanted: (column: ChartColumn) => boolean): string =>
		series
			.filter(({ column }) => wanted(column))
			.map(({ xml }) => xml)
			.join('');
	const bands = pick(({ drawn }) => drawn === 'band-foot' || drawn === 'band');
	const bars = pick(({ drawn }) => drawn === 'bar' || drawn === 'key');
	const levels = pick(({ drawn }) => drawn === 'level');
	const marks = pick(({ drawn }) => drawn === 'mark');
	const lines = pick(isLine);
	return [
		bands && barGroup(bands, { isUpright: true, grouping: 'stacked', gap: 0 }),
		bars && barGroup(bars, { grouping: 'clustered', gap: BAR_GAP }),
		levels && barGroup(levels, { grouping: 'percentStacked', gap: BAR_GAP }),
		marks && barGroup(marks, { grouping: 'clustered', gap: MARK_GAP, axes: MARK_AXES }),
		lines &&
			`<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lines}<c:marker val="1"/>${AXES}</c:lineChart>`
	].join('');
}

interface BarGroup {
	grouping: 'clustered' | 'stacked' | 'percentStacked';
	/** Between two bars, in per cent of one. */
	gap: number;
	isUpright?: boolean;
	axes?: string;
}

function barGroup(series: string, { grouping, gap, isUpright, axes = AXES }: BarGroup): string {
	const head = `<c:barDir val="${isUpright ? 'col' : 'bar'}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>`;
	return `<c:barChart>${head}${series}<c:gapWidth val="${gap}"/><c:overlap val="100"/>${axes}</c:barChart>`;
}

function titleElement({ caption }: ReportChart, look: ChartLook): string {
	if (!look.hasTitle) return '<c:autoTitleDeleted val="1"/>';
	const style = letters({ ...look, size: look.size * 1.15 }, { isBold: true });
	const run = `<a:r><a:rPr lang="vi-VN"/><a:t>${escapeXml(caption)}</a:t></a:r>`;
	const text = `<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${style}</a:pPr>${run}</a:p></c:rich></c:tx>`;
	return `<c:title>${text}<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>`;
}

/** What no eye tells apart needs no legend: one series alone, the ends of a band, and a name that stands at its place. */
function legendElement(columns: readonly ChartColumn[], look: ChartLook): string {
	const foot = columns.find(({ drawn }) => drawn === 'band-foot');
	const isListed = ({ place, drawn, series }: ChartColumn): boolean =>
		drawn !== 'break' && series?.role !== 'band-high' && place !== foot?.place;
	if (columns.filter(isListed).length < 2) return '';
	const left = columns.flatMap((column, at) =>
		isListed(column)
			? []
			: [`<c:legendEntry><c:idx val="${at}"/><c:delete val="1"/></c:legendEntry>`]
	);
	return `<c:legend><c:legendPos val="b"/>${left.join('')}<c:overlay val="0"/>${textProperties(look)}</c:legend>`;
}
