import type { ReportingMatrix } from './reporting.ts';

/** What of the matrix is open to the eye. */
export interface VisibleQuestion {
	/** The keys of the branches whose units are shown. */
	open: ReadonlySet<string>;
	/** Only rows with missing reports, all branches that hold any open. */
	isOnlyMissing: boolean;
}

/** So many units fit a screen or two: a tree of no more is shown whole. */
const FEW = 60;

/** The places of the rows to be shown, in order. */
export function visibleRows(
	{ rows, totals }: ReportingMatrix,
	{ open, isOnlyMissing }: VisibleQuestion
): number[] {
	const shown = new Set<number>();
	for (const [place, { parent }] of rows.entries()) {
		const isMissing = (totals[place]?.missing ?? 0) > 0;
		const isUnderOpen = parent === -1 || (shown.has(parent) && open.has(rows[parent]?.key ?? ''));
		if (isOnlyMissing ? isMissing : isUnderOpen) shown.add(place);
	}
	return [...shown];
}

/** The keys of the branches that are open unless the reader says otherwise: all of a small tree, else the top. */
export function openAtFirst({ rows }: ReportingMatrix): Set<string> {
	const branches = rows.filter(({ isBranch }) => isBranch);
	const open = rows.length <= FEW ? branches : branches.filter(({ parent }) => parent === -1);
	return new Set(open.map(({ key }) => key));
}
