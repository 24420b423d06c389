import { type Attributes, element, escapeMarkup } from './markup.ts';
import { boxPath, layer, type Shape } from './picture-layer.ts';
import { textWidth } from './text-width.ts';

/** Words at a place of a picture. */
export interface Label {
	words: string;
	x: number;
	y: number;
}

/** How labels look, and the colour of the ground that keeps lines behind them from crossing them. */
export interface LabelLook {
	ground: string;
	size: number;
	anchor?: 'middle' | 'end';
	weight?: number;
	fill: string;
}

/** The labels, each on a ground of its own; nothing for one without words. */
export function labelTexts(labels: readonly Label[], look: LabelLook): string {
	const said = labels.filter(({ words }) => words !== '');
	const letters: Attributes = {
		fill: look.fill,
		'font-size': look.size,
		'font-weight': look.weight,
		'text-anchor': look.anchor
	};
	return layer([
		...said.map((label) => groundOf(label, look)),
		...said.map(({ words, x, y }) => ({
			look: letters,
			markup: element('text', { x, y }, escapeMarkup(words))
		}))
	]);
}

function groundOf({ words, x, y }: Label, { ground, size, anchor }: LabelLook): Shape {
	const width = textWidth(words, size) + 2;
	const left = { start: x, middle: x - width / 2, end: x - width }[anchor ?? 'start'];
	const box = { x: left, y: y - size * 0.86, width, height: size * 1.1 };
	return { look: { fill: ground, 'fill-opacity': '0.9' }, path: boxPath(box) };
}
