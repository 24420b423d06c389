import { say } from '#lib/base/messages.ts';
import type { ReportSeries } from '#lib/views/report.ts';
import { STATUS_ORDER, statusLook } from '#lib/views/status-look.ts';
import { statusNamed } from './chart-colours.ts';
import type { LegendItem } from './chart-legend.ts';
import type { Fill, Hatches } from './chart-hatch.ts';
import { element } from './markup.ts';
import type { Drawing } from './picture.ts';
import { places } from './picture-layer.ts';

/** A small bar in a fill, for a legend. */
export function boxSign(look: Fill, hatches: Hatches): string {
	return hatches.draw([{ box: { x: -9, y: -5.5, width: 18, height: 11 }, look }]);
}

/** A stretch of a line, for a legend. */
export function lineSign(stroke: string, dashes: string | undefined, width = 2): string {
	const drawn = { stroke, 'stroke-width': width, 'stroke-dasharray': dashes };
	return element('line', { x1: -9, y1: 0, x2: 9, y2: 0, ...drawn });
}

/** The upright mark of a target, for a legend. */
export function tickSign(stroke: string): string {
	return element('line', { x1: 0, y1: -7, x2: 0, y2: 7, stroke, 'stroke-width': 3 });
}

/** A hollow diamond around a place: the value before. */
export function diamond(x: number, y: number, { colours }: Drawing): string {
	const d = `M${places(x, y - 5)}l5 5-5 5-5-5z`;
	return element('path', { d, fill: colours.card, stroke: colours.inkSoft, 'stroke-width': 1.5 });
}

/** The statuses that occur among the values, each with the fill of its bars and its word. */
export function statusItems(
	series: readonly ReportSeries[],
	{ hatches, language }: Drawing
): LegendItem[] {
	const found = new Set(
		series.flatMap(({ statuses, values }) =>
			(statuses ?? []).map((status, place) =>
				values[place] === null ? undefined : statusNamed(status)
			)
		)
	);
	return STATUS_ORDER.filter((status) => found.has(status)).map((status) => ({
		sign: boxSign(hatches.ofStatus(status), hatches),
		words: statusLook(status, language).word
	}));
}

/** What a hollow place means; nothing where none is. */
export function provisionalItem(
	series: readonly ReportSeries[],
	{ colours, language }: Drawing,
	shape: 'box' | 'dot'
): LegendItem[] {
	if (!series.some(({ provisional = [] }) => provisional.length > 0)) return [];
	const drawn = { fill: colours.card, stroke: colours.accent, 'stroke-width': 2 };
	const sign =
		shape === 'dot'
			? element('circle', { cx: 0, cy: 0, r: 4.5, ...drawn })
			: element('rect', {
					x: -8,
					y: -5,
					width: 16,
					height: 10,
					'stroke-dasharray': '4 2',
					...drawn
				});
	return [{ sign, words: say(language, 'picture.provisional') }];
}
