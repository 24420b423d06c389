import { type ChartColours, type ChartStatus } from './chart-colours.ts';
import { type Attributes, element } from './markup.ts';
import { type Box, boxPath, byLook, places } from './picture-layer.ts';

/** What lies within an outline: a colour, and over it the lines that a black-and-white copy still tells apart. */
export interface Fill {
	fill: string;
	stroke: string;
	hatch?: Hatch | undefined;
}

/** Lines over a ground, in a colour. */
export interface Hatch {
	lines: keyof typeof LINES;
	ink: string;
}

const PERIOD = 6;
const THICK = 1.6;
const DOT = 2;
/** Of each kind the path along which lines are the dashes of one very broad line; a pattern would be printed as a picture. */
const LINES = {
	rising: ({ x, y, width, height }: Box) => {
		const far = (width + height) / 2;
		const [thick, period] = [THICK, PERIOD / Math.SQRT2];
		const breadth = 2 * Math.max(width, height);
		return dashed(`M${places(x, y)}l${places(far, far)}`, { breadth, thick, period });
	},
	level: ({ x, y, width, height }: Box) =>
		dashed(`M${places(x + width / 2, y)}v${places(height)}`, { breadth: width }),
	upright: ({ x, y, width, height }: Box) =>
		dashed(`M${places(x, y + height / 2)}h${places(width)}`, { breadth: height }),
	dots: (_: Box, boxes: readonly Box[]) =>
		dashed(boxes.map(dotsPath).join(''), { breadth: DOT, thick: DOT })
};
const OF_STATUS: Partial<Record<ChartStatus, Hatch['lines']>> = {
	'not-met': 'rising',
	'above-band': 'level',
	'not-due': 'upright',
	undecided: 'dots'
};
/** Of the parts of a stack, from the best down; the best is plain. */
const OF_LEVEL: readonly (Hatch['lines'] | undefined)[] = [undefined, undefined, 'dots', 'rising'];

/** A box and what it looks like. */
export interface FilledBox {
	box: Box;
	look: Fill & { 'stroke-width'?: number; 'stroke-dasharray'?: string };
}

/** How a picture's boxes are filled. */
export interface Hatches {
	ofStatus: (status: ChartStatus) => Fill;
	ofLevel: (level: number) => Fill;
	/** The boxes as markup, those of the same look together. */
	draw: (boxes: readonly FilledBox[]) => string;
}

/**
 * Fills by status and level; met is plain, every other verdict has lines or dots of its own. What the lines are cut by is
 * named in the document by what begins with `id`.
 */
export function createHatches(colours: ChartColours, id: string): Hatches {
	let cuts = 0;
	return {
		ofStatus: (status) => {
			const [ink, ground] = [colours.graphic(status), colours.tint(status)];
			const lines = OF_STATUS[status];
			if (status === 'met') return { fill: ink, stroke: ink };
			return { fill: ground, stroke: ink, ...(lines && { hatch: { lines, ink } }) };
		},
		ofLevel: (level) => {
			const colour = colours.levels[level - 1] ?? colours.inkSoft;
			const lines = OF_LEVEL[level - 1];
			const plain = { fill: colour, stroke: colours.ink };
			if (!lines) return plain;
			const isWorst = level === colours.levels.length;
			return isWorst
				? { ...plain, fill: colours.card, hatch: { lines, ink: colour } }
				: { ...plain, hatch: { lines, ink: colours.ink } };
		},
		draw: (boxes) =>
			byLook(boxes)
				.map((alike) => drawAlike(alike, () => `${id}c${(cuts += 1)}`))
				.join('')
	};
}

function drawAlike(alike: readonly FilledBox[], nextName: () => string): string {
	const { hatch, ...look } = alike[0]?.look ?? {};
	const boxes = alike.map(({ box }) => box);
	const d = boxes.map(boxPath).join('');
	if (!hatch) return element('path', { ...look, d });
	const id = nextName();
	const lines = { ...LINES[hatch.lines](aroundAll(boxes), boxes), stroke: hatch.ink };
	return [
		element('clipPath', { id }, element('path', { id: `${id}-d`, d })),
		element('use', { href: `#${id}-d`, ...look }),
		element('path', { ...lines, 'clip-path': `url(#${id})` })
	].join('');
}

function dashed(
	d: string,
	{ breadth, thick = THICK, period = PERIOD }: { breadth: number; thick?: number; period?: number }
): Attributes {
	const dashes = places(thick, period - thick);
	return { d, 'stroke-width': breadth, 'stroke-dasharray': dashes };
}

/** Rows of dots, every other one moved by half a period. */
function dotsPath({ x, y, width, height }: Box): string {
	const half = PERIOD / 2;
	return Array.from({ length: Math.ceil(height / half) }, (_, row) => {
		const shift = row % 2 === 0 ? 0 : half;
		return `M${places(x + DOT / 4 + shift, y + (row + 0.5) * half)}h${places(Math.max(0, width - shift))}`;
	}).join('');
}

function aroundAll(boxes: readonly Box[]): Box {
	const x = Math.min(...boxes.map((box) => box.x));
	const y = Math.min(...boxes.map((box) => box.y));
	return {
		...{ x, y },
		width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
		height: Math.max(...boxes.map((box) => box.y + box.height)) - y
	};
}
