import type { ReportProfile } from '#lib/views/report-profile.ts';

const PER_MM = 1440 / 25.4;

/** How wide the text of a page is in that layout, upright and on its side, in twentieths of a point. */
export function textWidths({ page }: ReportProfile): { upright: number; onSide: number } {
	const { width, height, margins } = page;
	const beside = margins.left + margins.right;
	return { upright: inTwentieths(width - beside), onSide: inTwentieths(height - beside) };
}

/** Millimetres in twentieths of a point. */
export function inTwentieths(millimetres: number): number {
	return Math.round(millimetres * PER_MM);
}
