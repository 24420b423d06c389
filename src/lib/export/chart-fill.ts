import { chartColours, type ChartStatus, statusNamed } from './chart-colours.ts';
import { escapeXml } from './office-xml.ts';

const COLOURS = chartColours('light');
const WHITE = 'FFFFFF';

/** The ink of lines and letters in a chart, as DrawingML writes colours. */
export const CHART_INK = hex(COLOURS.ink);
/** A softer ink, for what stands behind. */
export const CHART_SOFT = hex(COLOURS.inkSoft);
/** The ink of the faintest lines. */
export const CHART_FAINT = hex(COLOURS.line);
/** The colour of a value that nothing judges. */
export const CHART_ACCENT = hex(COLOURS.accent);
/** The ground of a band. */
export const CHART_BAND = hex(COLOURS.band);

/** The patterns that a black-and-white copy still tells apart; a value that is met is plain. */
const PATTERNS: Partial<Record<ChartStatus, string>> = {
	'not-met': 'wdUpDiag',
	'above-band': 'narHorz',
	'not-due': 'narVert',
	undecided: 'pct25'
};

/** How a line is drawn: its colour, its width in points, its dashes. */
export interface ChartLine {
	colour: string;
	width: number;
	dash?: 'dash' | 'sysDash' | 'sysDot' | 'lgDash' | 'dashDot';
}

/** The element of a shape's properties; without a fill or a line it has none. */
export function shape({ fill, line }: { fill?: string; line?: ChartLine | 'none' }): string {
	const drawn = line === undefined ? '' : line === 'none' ? NO_LINE : lineElement(line);
	return `<c:spPr>${fill ?? ''}${drawn}</c:spPr>`;
}

/** A fill of one colour, seen through where it has an opacity below 1. */
export function solidFill(colour: string, opacity = 1): string {
	const alpha = opacity === 1 ? '' : `<a:alpha val="${Math.round(opacity * 100_000)}"/>`;
	return `<a:solidFill><a:srgbClr val="${colour}">${alpha}</a:srgbClr></a:solidFill>`;
}

/** A fill that lets everything through. */
export const NO_FILL = '<a:noFill/>';

/** What a value is drawn with: by its status in colour and pattern, hollow where it is provisional. */
export function statusShape(
	status: string | null | undefined,
	{ isProvisional }: { isProvisional: boolean }
): string {
	const named = statusNamed(status);
	const colour = named ? hex(COLOURS.graphic(named)) : CHART_ACCENT;
	const line: ChartLine = { colour, width: isProvisional ? 1.5 : 0.75 };
	if (isProvisional) return shape({ fill: solidFill(WHITE), line: { ...line, dash: 'sysDash' } });
	const pattern = named && PATTERNS[named];
	if (pattern) return shape({ fill: patternFill(pattern, colour, WHITE), line });
	const isJudged = named === undefined || named === 'met';
	return shape({ fill: solidFill(isJudged ? colour : hex(COLOURS.tint(named))), line });
}

/** What a part of a stack is drawn with, 1 the best. */
export function levelShape(level: number): string {
	const colour = hex(COLOURS.levels[level - 1] ?? COLOURS.inkSoft);
	const line: ChartLine = { colour: CHART_INK, width: 0.5 };
	if (level <= 2) return shape({ fill: solidFill(colour), line });
	const fill =
		level === 3 ? patternFill('pct20', CHART_INK, colour) : patternFill('wdUpDiag', colour, WHITE);
	return shape({ fill, line });
}

/** The colour of a status without its pattern, for marks and lines. */
export function statusColour(status: string | null | undefined): string {
	const named = statusNamed(status);
	return named ? hex(COLOURS.graphic(named)) : CHART_ACCENT;
}

function patternFill(pattern: string, front: string, back: string): string {
	const [fore, ground] = [front, back].map((colour) => `<a:srgbClr val="${colour}"/>`);
	return `<a:pattFill prst="${pattern}"><a:fgClr>${fore}</a:fgClr><a:bgClr>${ground}</a:bgClr></a:pattFill>`;
}

const NO_LINE = `<a:ln>${NO_FILL}</a:ln>`;

function lineElement({ colour, width, dash }: ChartLine): string {
	const dashes = dash === undefined ? '' : `<a:prstDash val="${dash}"/>`;
	return `<a:ln w="${Math.round(width * 12_700)}" cap="flat">${solidFill(colour)}${dashes}<a:round/></a:ln>`;
}

/** The element that says how letters are set: their size in points, weight, colour, and font where not the theme's. */
export function letters(
	{ size, font }: { size: number; font?: string },
	{ isBold = false, colour = CHART_INK }: { isBold?: boolean; colour?: string } = {}
): string {
	const named = font === undefined ? '' : escapeXml(font);
	const faces =
		named && ['latin', 'ea', 'cs'].map((each) => `<a:${each} typeface="${named}"/>`).join('');
	return `<a:defRPr sz="${Math.round(size * 100)}" b="${isBold ? 1 : 0}">${solidFill(colour)}${faces}</a:defRPr>`;
}

/** The properties of a chart's text without any words of its own. */
export function textProperties(
	look: { size: number; font?: string },
	style: { isBold?: boolean; colour?: string; rotation?: number } = {}
): string {
	const turned =
		style.rotation === undefined ? '' : ` rot="${style.rotation * 60_000}" vert="horz"`;
	return `<c:txPr><a:bodyPr${turned}/><a:lstStyle/><a:p><a:pPr>${letters(look, style)}</a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`;
}

function hex(colour: string): string {
	return colour.slice(1).toUpperCase();
}
