import { element, escapeMarkup } from './markup.ts';
import type { Drawing } from './picture.ts';
import { textWidth } from './text-width.ts';

/** One sign with its words; the sign is drawn around (0, 0), at most 18 wide and 12 high. */
export interface LegendItem {
	sign: string;
	words: string;
}

/** What a legend takes up, and its markup. */
export interface Legend {
	height: number;
	markup: string;
}

const LINE = 19;
const SIGN = 24;
const GAP = 18;
const SIZE = 11.5;

/** The items beside each other from the left, as many lines as they need; no height where there are none. */
export function drawLegend(
	items: readonly LegendItem[],
	{ colours, width }: Pick<Drawing, 'colours' | 'width'>
): Legend {
	let [x, y] = [0, 0];
	const drawn = items.map(({ sign, words }) => {
		const taken = SIGN + textWidth(words, SIZE);
		if (x > 0 && x + taken > width) [x, y] = [0, y + LINE];
		const at = { sign: `translate(${Math.round(x + 9)} ${y + 9})`, words: x + SIGN };
		x += taken + GAP;
		return (
			element('g', { transform: at.sign }, sign) +
			element(
				'text',
				{ x: at.words, y: y + 13, 'font-size': SIZE, fill: colours.inkSoft },
				escapeMarkup(words)
			)
		);
	});
	return { height: items.length === 0 ? 0 : y + LINE + 5, markup: drawn.join('') };
}
