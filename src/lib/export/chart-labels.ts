import type { ReportChart } from '#lib/views/report.ts';
import type { ChartColumn } from './chart-data.ts';
import { shape, solidFill, textProperties } from './chart-fill.ts';
import { chartFormat, formatOfLabel } from './chart-formats.ts';
import type { ChartLook } from './chart-look.ts';
import { escapeXml } from './office-xml.ts';
import { textWidth } from './text-width.ts';

/** Where labels beside one another have less than their own width of so much of the chart, they lie on each other. */
const PLOT_SHARE = 0.92;
/** Among more periods than so many a label beside its point would lie on that of the period before. */
const SPACIOUS = 6;
const LABELLED = new Set<ChartColumn['drawn']>(['bar', 'level', 'line']);
const SHOWN = flags({ value: true });
/** What lies under a label that would else stand on a bar or on a line. */
const GROUND = shape({ fill: solidFill('FFFFFF'), line: 'none' });
const NAMED = flags({ name: true });

/**
 * What stands beside the values: numbers that follow their cells, in a format that prints them as the screen does,
 * letters included; where no format does, the words themselves. An empty text where a column has no labels.
 */
export function dataLabels(chart: ReportChart, column: ChartColumn, look: ChartLook): string {
	if (column.drawn === 'break') return nameLabels(look);
	const labels = shownLabels(column, look);
	if (!labels.some((label) => label !== null)) return '';
	const usual = chartFormat(chart.unit, { decimals: chart.decimals, look });
	const styleAt = (place?: number): string => labelStyle(chart, { column, place, look });
	const own = labels.flatMap((label, place) => {
		const value = column.values[place] ?? null;
		if (value === null) return [];
		if (label === null) return [`<c:dLbl><c:idx val="${place}"/><c:delete val="1"/></c:dLbl>`];
		const format = formatOfLabel(label, { value, kind: chart.unit, look });
		if (format === usual && !isAtBreak(chart, column, place)) return [];
		const idx = `<c:idx val="${place}"/>`;
		if (format === undefined) return [`<c:dLbl>${idx}${words(label)}${styleAt(place)}</c:dLbl>`];
		return [`<c:dLbl>${idx}${formatElement(format)}${styleAt(place)}</c:dLbl>`];
	});
	return `<c:dLbls>${own.join('')}${formatElement(usual)}${styleAt()}</c:dLbls>`;
}

/** Along more periods than there is room for, the newest value alone has a label. */
function shownLabels(
	{ drawn, values, series }: ChartColumn,
	{ width, size }: ChartLook
): (string | null)[] {
	const labels = values.map((value, place) =>
		value === null ? null : (series?.labels?.[place] ?? null)
	);
	if (!LABELLED.has(drawn)) return labels.map(() => null);
	const widest = Math.max(0, ...labels.map((label) => textWidth(label ?? '', size)));
	if (drawn !== 'line' || widest * values.length <= width * PLOT_SHARE) return labels;
	const last = labels.findLastIndex((label) => label !== null);
	return labels.map((label, place) => (place === last ? label : null));
}

/** The place of one label, or of all others. */
interface Labelled {
	column: ChartColumn;
	place?: number;
	look: ChartLook;
}

function labelStyle(chart: ReportChart, { column, place, look }: Labelled): string {
	const { drawn } = column;
	const isOnBar = chart.kind === 'bullets' || drawn === 'level';
	const isAside = place !== undefined && isAtBreak(chart, column, place);
	const ofLine = isAside ? (chart.categories.length > SPACIOUS ? 'b' : 'l') : 't';
	const ofBar = drawn === 'level' ? 'ctr' : isOnBar ? 'inBase' : 'outEnd';
	const position = drawn === 'line' ? ofLine : ofBar;
	const ground = isOnBar || drawn === 'line' ? GROUND : '';
	return `${ground}${textProperties(look)}<c:dLblPos val="${position}"/>${SHOWN}`;
}

/** True where the label would lie on the line that marks a break. */
function isAtBreak({ breaks = [] }: ReportChart, { drawn }: ChartColumn, place: number): boolean {
	return drawn === 'line' && breaks.some(({ at }) => at === place);
}

function nameLabels(look: ChartLook): string {
	return `<c:dLbls>${GROUND}${textProperties(look)}<c:dLblPos val="r"/>${NAMED}</c:dLbls>`;
}

function words(label: string): string {
	const run = `<a:r><a:rPr lang="vi-VN"/><a:t>${escapeXml(label)}</a:t></a:r>`;
	return `<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>${run}</a:p></c:rich></c:tx>`;
}

function formatElement(format: string): string {
	return `<c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/>`;
}

function flags({ value = false, name = false }: { value?: boolean; name?: boolean }): string {
	const flag = (element: string, isOn: boolean): string => `<c:${element} val="${isOn ? 1 : 0}"/>`;
	return (
		flag('showLegendKey', false) +
		flag('showVal', value) +
		flag('showCatName', false) +
		flag('showSerName', name) +
		flag('showPercent', false) +
		flag('showBubbleSize', false)
	);
}
