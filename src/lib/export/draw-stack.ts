import type { ReportSeries } from '#lib/views/report.ts';
import type { LegendItem } from './chart-legend.ts';
import { boxSign } from './chart-signs.ts';
import { valueLabel } from './chart-words.ts';
import { element, escapeMarkup } from './markup.ts';
import type { Drawing, RowPlot } from './picture.ts';
import { textWidth } from './text-width.ts';

const SIZE = 11;

/** What the parts of a stack mean. */
export function stackItems({ chart, hatches }: Drawing): LegendItem[] {
	return partsOf(chart.series).map((series) => ({
		sign: boxSign(hatches.ofLevel(levelOf(series))),
		words: series.name
	}));
}

/** One row as parts of its whole from the best to the left, each with its value where that fits; nothing where the whole is 0. */
export function drawStack(plot: RowPlot, place: number): string {
	const { drawing, left, right, thick, down } = plot;
	const { chart, hatches, language } = drawing;
	const parts = partsOf(chart.series);
	const whole = parts.reduce((sum, { values }) => sum + (values[place] ?? 0), 0);
	if (whole === 0) return '';
	let x = left;
	return parts
		.map((series) => {
			const width = ((series.values[place] ?? 0) / whole) * (right - left);
			const box = { x, y: down(place) - thick / 2, width, height: thick };
			x += width;
			if (width === 0) return '';
			const label = valueLabel(chart, { series, place, language });
			return (
				element('rect', { ...box, ...hatches.ofLevel(levelOf(series)) }) +
				drawPart(plot, box, label)
			);
		})
		.join('');
}

function drawPart(
	{ drawing, thick }: RowPlot,
	box: { x: number; y: number; width: number },
	label: string
): string {
	const wide = textWidth(label, SIZE) + 6;
	if (label === '' || wide > box.width || thick < SIZE) return '';
	const middle = box.x + box.width / 2;
	const y = box.y + thick / 2;
	const ground = { x: middle - wide / 2, y: y - 6.5, width: wide, height: 13, rx: 2 };
	const look = { 'text-anchor': 'middle', 'font-size': SIZE, fill: drawing.colours.ink };
	return (
		element('rect', { ...ground, fill: drawing.colours.card }) +
		element('text', { x: middle, y: y + 4, ...look }, escapeMarkup(label))
	);
}

function partsOf(series: readonly ReportSeries[]): ReportSeries[] {
	return series.filter(({ role }) => role.startsWith('level-'));
}

function levelOf({ role }: ReportSeries): number {
	return Number(role.slice('level-'.length));
}
