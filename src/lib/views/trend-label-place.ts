/** A rectangle in pixels. */
interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** Where along its line, and on which side of it, a label stands: the names are those of ECharts. */
export type LabelPlace =
	| 'insideStartTop'
	| 'insideEndTop'
	| 'insideMiddleTop'
	| 'insideStartBottom'
	| 'insideEndBottom'
	| 'insideMiddleBottom';

/** A line across the plot that carries a label; all in pixels from the upper left corner of the plot. */
export interface LabelledLine {
	left: number;
	right: number;
	y: number;
	label: string;
}

/** A point of the trend, and on which side of it its value is printed. */
export interface PlotPoint {
	x: number;
	y: number;
	label?: 'top' | 'bottom';
}

/** What labels must keep clear of. */
export interface Plot {
	width: number;
	height: number;
	/** The points of the trend in order; `undefined` where its line is broken. */
	points: readonly (PlotPoint | undefined)[];
}

const PLACES: LabelPlace[] = [
	'insideStartTop',
	'insideEndTop',
	'insideStartBottom',
	'insideEndBottom',
	'insideMiddleTop',
	'insideMiddleBottom'
];
const LETTER_WIDTH = 6.4;
const LETTER_HEIGHT = 18;
const SAMPLES = 12;
const OFF_PLOT = 20;
const ON_LABEL = 10;

/** For each line the place where its label covers least: no point, value, other line or other label, where possible. */
export function placeLabels(lines: readonly LabelledLine[], plot: Plot): LabelPlace[] {
	const taken: Box[] = [];
	return lines.map((line) => {
		const others = lines.filter((other) => other !== line);
		const costs = PLACES.map((place) => costOf(boxOf(line, place), { plot, others, taken }));
		const place = PLACES[costs.indexOf(Math.min(...costs))] ?? 'insideStartTop';
		taken.push(boxOf(line, place));
		return place;
	});
}

function boxOf({ left, right, y, label }: LabelledLine, place: LabelPlace): Box {
	const width = label.length * LETTER_WIDTH;
	const start = place.includes('Start')
		? left
		: place.includes('End')
			? right - width
			: (left + right - width) / 2;
	const top = place.endsWith('Top') ? y - LETTER_HEIGHT : y;
	return { left: start, right: start + width, top, bottom: top + LETTER_HEIGHT };
}

function costOf(
	box: Box,
	{ plot, others, taken }: { plot: Plot; others: readonly LabelledLine[]; taken: readonly Box[] }
): number {
	const isOff = box.left < 0 || box.right > plot.width || box.top < 0 || box.bottom > plot.height;
	const obstacles = [
		...tracksOf(plot),
		...plot.points.flatMap((point) => (point ? bodyOf(point) : []))
	];
	const lines = others.map(({ left, right, y }) => ({ left, right, top: y, bottom: y }));
	return (
		(isOff ? OFF_PLOT : 0) +
		ON_LABEL * taken.filter((label) => overlap(label, box)).length +
		[...obstacles, ...lines].filter((obstacle) => overlap(obstacle, box)).length
	);
}

/** A point with the value printed above or below it. */
function bodyOf({ x, y, label }: PlotPoint): Box[] {
	const dot = { left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 };
	if (!label) return [dot];
	const top = label === 'top' ? y - 26 : y + 6;
	return [dot, { left: x - 26, right: x + 26, top, bottom: top + 20 }];
}

/** Samples along the line from point to point. */
function tracksOf({ points }: Plot): Box[] {
	return points.flatMap((point, index) => {
		const next = points[index + 1];
		if (!point || !next) return [];
		return Array.from({ length: SAMPLES }, (_, step) => {
			const share = (step + 1) / (SAMPLES + 1);
			const x = point.x + (next.x - point.x) * share;
			const y = point.y + (next.y - point.y) * share;
			return { left: x, right: x, top: y, bottom: y };
		});
	});
}

function overlap(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
