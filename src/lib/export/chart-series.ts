import type { ReportChart } from '#lib/views/report.ts';
import { type ChartColumn, PROVISIONAL } from './chart-data.ts';
import {
	CHART_ACCENT,
	CHART_BAND,
	CHART_INK,
	CHART_SOFT,
	type ChartLine,
	levelShape,
	NO_FILL,
	shape,
	solidFill,
	statusColour,
	statusShape
} from './chart-fill.ts';
import { numberFormat } from './chart-formats.ts';
import { dataLabels } from './chart-labels.ts';
import type { ChartLook } from './chart-look.ts';
import { categoryCells, type ChartPlace, nameCell, valueCells } from './chart-place.ts';
import { escapeXml } from './office-xml.ts';

/** What every series of a chart is drawn with. */
export interface SeriesGround {
	chart: ReportChart;
	look: ChartLook;
	place: ChartPlace;
}

const DASHES = ['dash', 'sysDot', 'lgDash', 'dashDot'] as const;
const CROWDED = 15;
const MARKERS = ['circle', 'square', 'diamond', 'triangle'] as const;
/** A `c:ser` element: the column as the how manieth is drawn (from 0), with its values as they stand in the sheet. */
export function seriesElement(column: ChartColumn, at: number, ground: SeriesGround): string {
	const { chart, look, place } = ground;
	const count = chart.categories.length;
	const head = `<c:idx val="${at}"/><c:order val="${at}"/><c:tx>${texts(nameCell(place, column.place), [column.name])}</c:tx>`;
	const labels = dataLabels(chart, column, look);
	const names = texts(categoryCells(place, count), chart.categories);
	const values = numbers(valueCells(place, column.place, count), column.values, chart);
	const data = `<c:cat>${names}</c:cat><c:val>${values}</c:val>`;
	return `<c:ser>${head}${drawn(column, labels)}${data}${isLine(column) ? '<c:smooth val="0"/>' : ''}</c:ser>`;
}

/** True for a column that is drawn as a line, if only as a place on it. */
export function isLine({ drawn }: ChartColumn): boolean {
	return drawn === 'line' || drawn === 'limit' || drawn === 'break';
}

/** What stands between a series' name and its data, in the order of the schema. */
function drawn(column: ChartColumn, labels: string): string {
	switch (column.drawn) {
		case 'bar':
			return bar(column, labels);
		case 'mark':
			return mark(column);
		case 'level':
			return levelShape(column.ordinal + 1) + UPRIGHT + labels;
		case 'line':
			return valueLine(column, labels);
		case 'limit':
			return limitLine(column);
		case 'key':
			return keyShape(column) + UPRIGHT;
		case 'band-foot':
			return shape({ fill: NO_FILL, line: 'none' }) + UPRIGHT;
		case 'band':
			return shape({ fill: solidFill(CHART_BAND), line: 'none' }) + UPRIGHT;
		case 'break':
			return breakLine(labels);
	}
}

const UPRIGHT = '<c:invertIfNegative val="0"/>';
const NO_MARKER = '<c:marker><c:symbol val="none"/></c:marker>';

function bar({ values, series }: ChartColumn, labels: string): string {
	const points = values.flatMap((value, at) => {
		const status = series?.statuses?.[at];
		const isProvisional = series?.provisional?.includes(at) ?? false;
		if (value === null || (!status && !isProvisional)) return [];
		return [
			`<c:dPt><c:idx val="${at}"/>${UPRIGHT}<c:bubble3D val="0"/>${statusShape(status, { isProvisional })}</c:dPt>`
		];
	});
	const isJudged = series?.statuses?.some((status) => status !== null) ?? false;
	const usual = statusShape(isJudged ? 'met' : undefined, { isProvisional: false });
	return usual + UPRIGHT + points.join('') + labels;
}

/** What stands beside a bar: an empty one around it, whose end is the mark; that of a target is drawn in full. */
function mark({ ordinal, values, series }: ChartColumn): string {
	const isTarget = series?.role === 'target';
	const width = ordinal === 0 && values.length <= CROWDED ? 1.25 : 0.75;
	const line: ChartLine = isTarget
		? { colour: CHART_INK, width }
		: { colour: CHART_SOFT, width: 1, dash: DASHES[ordinal % DASHES.length] };
	return shape({ fill: NO_FILL, line }) + UPRIGHT;
}

function keyShape({ explains }: ChartColumn): string {
	const isProvisional = explains === PROVISIONAL;
	return statusShape(isProvisional ? undefined : explains, { isProvisional });
}

function valueLine({ ordinal, values, series }: ChartColumn, labels: string): string {
	const points = values.flatMap((value, at) => {
		if (value === null) return [];
		const isHollow = series?.provisional?.includes(at) ?? false;
		const look = markerElement(ordinal, { colour: statusColour(series?.statuses?.[at]), isHollow });
		const line = isHollow ? UNSURE_LINE : LINE;
		return [`<c:dPt><c:idx val="${at}"/>${look}<c:bubble3D val="0"/>${line}</c:dPt>`];
	});
	const marker = markerElement(ordinal, { colour: CHART_ACCENT, isHollow: false });
	return LINE + marker + points.join('') + labels;
}

const LINE = shape({ line: { colour: CHART_ACCENT, width: 2 } });
/** What leads to a provisional value. */
const UNSURE_LINE = shape({ line: { colour: CHART_ACCENT, width: 2, dash: 'sysDash' } });

function markerElement(
	ordinal: number,
	{ colour, isHollow }: { colour: string; isHollow: boolean }
): string {
	const symbol = MARKERS[ordinal % MARKERS.length] ?? 'circle';
	const fill = solidFill(isHollow ? 'FFFFFF' : colour);
	return `<c:marker><c:symbol val="${symbol}"/><c:size val="8"/>${shape({ fill, line: { colour, width: 1.5 } })}</c:marker>`;
}

const END: ChartLine = { colour: CHART_SOFT, width: 0.75 };
const LIMITS: Partial<Record<string, ChartLine>> = { 'band-low': END, 'band-high': END };

/** A target along periods; where it stands in one alone, a dash in it. */
function limitLine({ ordinal, values, series }: ChartColumn): string {
	const line: ChartLine = LIMITS[series?.role ?? ''] ?? {
		colour: series?.role === 'target' ? CHART_INK : CHART_SOFT,
		width: 1.5,
		dash: DASHES[ordinal % DASHES.length] ?? 'dash'
	};
	const isAlone = values.filter((value) => value !== null).length === 1;
	if (!isAlone) return shape({ line }) + NO_MARKER;
	const dash = shape({ fill: solidFill(line.colour), line: 'none' });
	return `${shape({ line })}<c:marker><c:symbol val="dash"/><c:size val="24"/>${dash}</c:marker>`;
}

function breakLine(labels: string): string {
	const line = shape({ line: { colour: CHART_SOFT, width: 1, dash: 'sysDash' } });
	const bars = `<c:errDir val="y"/><c:errBarType val="minus"/><c:errValType val="percentage"/><c:noEndCap val="1"/><c:val val="100"/>${line}`;
	return `${shape({ line: 'none' })}${NO_MARKER}${labels}<c:errBars>${bars}</c:errBars>`;
}

function texts(cells: string, words: readonly string[]): string {
	const points = words.map((word, at) => `<c:pt idx="${at}"><c:v>${escapeXml(word)}</c:v></c:pt>`);
	return `<c:strRef><c:f>${cells}</c:f><c:strCache><c:ptCount val="${words.length}"/>${points.join('')}</c:strCache></c:strRef>`;
}

function numbers(
	cells: string,
	values: readonly (number | null)[],
	{ unit, decimals }: ReportChart
): string {
	const points = values.flatMap((value, at) =>
		value === null ? [] : [`<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`]
	);
	const format = `<c:formatCode>${escapeXml(numberFormat(unit, decimals))}</c:formatCode>`;
	return `<c:numRef><c:f>${cells}</c:f><c:numCache>${format}<c:ptCount val="${values.length}"/>${points.join('')}</c:numCache></c:numRef>`;
}
