import type { ReportSeries } from '#lib/views/report.ts';
import type { FilledBox } from './chart-hatch.ts';
import type { LegendItem } from './chart-legend.ts';
import { boxSign } from './chart-signs.ts';
import { valueLabel } from './chart-words.ts';
import { labelTexts } from './label-text.ts';
import type { Drawing, RowPlot } from './picture.ts';
import type { Box } from './picture-layer.ts';
import { textWidth } from './text-width.ts';

const SIZE = 11;

/** What the parts of a stack mean. */
export function stackItems({ chart, hatches }: Drawing): LegendItem[] {
	return partsOf(chart.series).map((series) => ({
		sign: boxSign(hatches.ofLevel(levelOf(series)), hatches),
		words: series.name
	}));
}

/** Each row as parts of its whole from the best to the left, each with its value where that fits; nothing where the whole is 0. */
export function drawStacks(plot: RowPlot): string {
	const { chart, colours } = plot.drawing;
	const parts = chart.categories.flatMap((_, place) => partsAt(plot, place));
	const labels = parts.filter(({ words, box }) => textWidth(words, SIZE) + 6 <= box.width);
	return (
		plot.drawing.hatches.draw(parts) +
		labelTexts(
			labels.map(({ words, box, y }) => ({ words, x: box.x + box.width / 2, y })),
			{ ground: colours.card, size: SIZE, anchor: 'middle', fill: colours.ink }
		)
	);
}

/** A part of a row with the words for its middle. */
interface Part extends FilledBox {
	words: string;
	y: number;
}

function partsAt({ drawing, left, right, thick, down }: RowPlot, place: number): Part[] {
	const { chart, hatches, language } = drawing;
	const parts = partsOf(chart.series);
	const whole = parts.reduce((sum, { values }) => sum + (values[place] ?? 0), 0);
	if (whole === 0) return [];
	let x = left;
	return parts.flatMap((series) => {
		const width = ((series.values[place] ?? 0) / whole) * (right - left);
		const box: Box = { x, y: down(place) - thick / 2, width, height: thick };
		x += width;
		if (width === 0) return [];
		return [
			{
				...{ box, look: hatches.ofLevel(levelOf(series)), y: down(place) + 4 },
				words: thick < SIZE ? '' : valueLabel(chart, { series, place, language })
			}
		];
	});
}

function partsOf(series: readonly ReportSeries[]): ReportSeries[] {
	return series.filter(({ role }) => role.startsWith('level-'));
}

function levelOf({ role }: ReportSeries): number {
	return Number(role.slice('level-'.length));
}
