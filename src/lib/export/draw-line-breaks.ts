import { element, escapeMarkup } from './markup.ts';
import type { Drawing, LinePlot } from './picture.ts';
import { textWidth } from './text-width.ts';

const LINE = 14;
const SIZE = 11;

/** How high the words over the breaks are: a line for each break, so that none lies on another. */
export function breaksHeight({ chart }: Drawing): number {
	return (chart.breaks ?? []).length * LINE;
}

/** An upright line before the first period of each break, its words above the plot and within the picture. */
export function drawBreaks({ drawing, left, step, top, bottom }: LinePlot): string {
	const { chart, colours, width } = drawing;
	const breaks = chart.breaks ?? [];
	return breaks
		.map(({ at, label }, index) => {
			const x = left + at * step;
			const y = top - 18 - (breaks.length - 1 - index) * LINE;
			const fits = x + textWidth(label, SIZE) + 4 < width;
			const anchor = fits
				? { x: x + 4, 'text-anchor': 'start' }
				: { x: x - 4, 'text-anchor': 'end' };
			const look = { 'font-size': SIZE, fill: colours.inkSoft };
			return (
				element('line', {
					...{ x1: x, y1: y - 9, x2: x, y2: bottom },
					...{ stroke: colours.inkSoft, 'stroke-width': 1 }
				}) + element('text', { ...anchor, y, ...look }, escapeMarkup(label))
			);
		})
		.join('');
}
