import { type ChartColours, type ChartStatus } from './chart-colours.ts';
import { element } from './markup.ts';

/** What lies within an outline: a colour, or a pattern that a black-and-white copy still tells apart. */
export interface Fill {
	fill: string;
	stroke: string;
}

const SIZE = 6;
const STRIPES: Partial<Record<ChartStatus, string>> = {
	'not-met': 'M-1.5 1.5l3-3M0 6l6-6M4.5 7.5l3-3',
	'above-band': 'M0 3h6',
	'not-due': 'M3 0v6',
	undecided: 'M1.5 1.5h.01M4.5 4.5h.01'
};
/** Of the parts of a stack, from the best down; the best is plain. */
const LEVEL_STRIPES = [undefined, undefined, 'M1.5 1.5h.01M4.5 4.5h.01', STRIPES['not-met']];

/** The patterns of a picture, in whose document their names begin with `id`. */
export interface Hatches {
	ofStatus: (status: ChartStatus) => Fill;
	ofLevel: (level: number) => Fill;
	/** What must stand in the picture for the fills that were given out. */
	definitions: () => string;
}

/** Fills by status and level; met is plain, every other verdict has stripes or dots of its own. */
export function createHatches(colours: ChartColours, id: string): Hatches {
	const used = new Map<string, string>();
	const hatch = (name: string, drawn: { ground: string; ink: string; path: string }): string => {
		used.set(name, patternOf(`${id}${name}`, drawn));
		return `url(#${id}${name})`;
	};
	return {
		ofStatus: (status) => {
			const [stroke, ground] = [colours.graphic(status), colours.tint(status)];
			const path = STRIPES[status];
			if (status === 'met') return { fill: stroke, stroke };
			return { fill: path ? hatch(status, { ground, ink: stroke, path }) : ground, stroke };
		},
		ofLevel: (level) => {
			const colour = colours.levels[level - 1] ?? colours.inkSoft;
			const path = LEVEL_STRIPES[level - 1];
			if (!path) return { fill: colour, stroke: colours.ink };
			const isWorst = level === colours.levels.length;
			const drawn = isWorst
				? { ground: colours.card, ink: colour, path }
				: { ground: colour, ink: colours.ink, path };
			return { fill: hatch(`level-${level}`, drawn), stroke: colours.ink };
		},
		definitions: () => (used.size === 0 ? '' : element('defs', {}, [...used.values()].join('')))
	};
}

function patternOf(
	id: string,
	{ ground, ink, path }: { ground: string; ink: string; path: string }
): string {
	const side = { width: SIZE, height: SIZE };
	const isDots = path.includes('.01');
	return element(
		'pattern',
		{ id, patternUnits: 'userSpaceOnUse', ...side },
		element('rect', { ...side, fill: ground }) +
			element('path', {
				d: path,
				stroke: ink,
				fill: 'none',
				'stroke-width': isDots ? 2 : 1.6,
				'stroke-linecap': isDots ? 'round' : undefined
			})
	);
}
