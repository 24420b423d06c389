/** Words above a plot: where their line stands, from 0 at its left to 1 at its right. */
export interface BreakLabel {
	share: number;
	label: string;
}

/** How a label stands to its line. */
export type BreakAlign = 'left' | 'center' | 'right';

/** Where a label stands: the row above the plot, 0 the nearest, and how it stands to its line. */
export interface BreakPlace {
	row: number;
	align: BreakAlign;
}

const LETTER_WIDTH = 6.6;
const SPACE = 14;

/** A place for each label such that none covers another and none leaves the plot, in as few rows as that takes. */
export function placeBreaks(labels: readonly BreakLabel[], plotWidth: number): BreakPlace[] {
	const rows: [number, number][][] = [];
	return labels.map(({ share, label }) => {
		const width = label.length * LETTER_WIDTH + SPACE;
		const align = alignOf(share * plotWidth, { width, plotWidth });
		const left = share * plotWidth - width * { left: 0, center: 0.5, right: 1 }[align];
		const stretch: [number, number] = [left, left + width];
		const free = rows.findIndex((taken) => taken.every((other) => !overlap(other, stretch)));
		const row = free === -1 ? rows.length : free;
		rows[row] = [...(rows[row] ?? []), stretch];
		return { row, align };
	});
}

function alignOf(
	at: number,
	{ width, plotWidth }: { width: number; plotWidth: number }
): BreakAlign {
	if (at - width / 2 < 0) return 'left';
	return at + width / 2 > plotWidth ? 'right' : 'center';
}

function overlap(a: [number, number], b: [number, number]): boolean {
	return a[0] < b[1] && b[0] < a[1];
}
