import { type DeckFigure, GAP, type PlacedPiece, SIZE } from './deck.ts';
import { linesHeight, linesIn } from './slide-measure.ts';
import { textWidth } from './text-width.ts';

/** What stands around the words of a figure, in points. */
export const FIGURE_INSET = 6;
const LEAST_SIZE = 15;
const COLUMN_GAP = 8;

/** Figures beside each other over the width, all of one height, their numbers of one size. */
export function figureRow(
	figures: readonly DeckFigure[],
	{ top, width, size, gap = GAP }: { top: number; width: number; size: number; gap?: number }
): PlacedPiece[] {
	const each = (width + gap) / figures.length - gap;
	const room = each - 2 * FIGURE_INSET;
	const fitting = figures.map(({ text }) => (size * room) / (textWidth(text, size) + 1));
	const common = Math.max(LEAST_SIZE, Math.min(size, ...fitting.map(Math.floor)));
	const small = (pick: (figure: DeckFigure) => string | undefined): number =>
		linesHeight(Math.max(0, ...figures.map((figure) => linesOf(pick(figure), room))), SIZE.label);
	const height =
		small(({ label }) => label) +
		linesHeight(1, common) +
		small(({ remark }) => remark) +
		2 * FIGURE_INSET;
	return figures.map((figure, place) => ({
		piece: { kind: 'figure', figure, size: common },
		...{ left: place * (each + gap), top, width: each, height }
	}));
}

/** Figures below each other in a column: the first large over the whole width, the others by two, one left over alone. */
export function figureColumn(
	figures: readonly DeckFigure[],
	{ top, width, height }: { top: number; width: number; height: number }
): PlacedPiece[] {
	const [first, ...others] = figures;
	if (!first) return [];
	const placed = figureRow([first], { top, width, size: SIZE.hero });
	for (let at = 0; at < others.length; at += 2) {
		const pair = others.slice(at, at + 2);
		const above = bottomOf(placed) + COLUMN_GAP;
		const row = figureRow(pair, { top: above, width, size: SIZE.figure, gap: COLUMN_GAP });
		if (bottomOf(row) > top + height) break;
		placed.push(...row);
	}
	return placed;
}

function bottomOf(pieces: readonly PlacedPiece[]): number {
	return Math.max(...pieces.map(({ top, height }) => top + height));
}

function linesOf(text: string | undefined, width: number): number {
	return text === undefined ? 0 : linesIn({ text, size: SIZE.label }, width);
}
