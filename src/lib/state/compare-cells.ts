import type { ReportedCell } from '#lib/rollup/decode-entries.ts';
import type { CellChanges, CellValue } from '#lib/views/draft-changes.ts';

const MOST_CELLS = 200;

/** The drafted cells beside those in force, given by submission, the oldest first: the newer one supersedes. */
export function compareCells(
	drafted: Iterable<ReportedCell>,
	inForce: Iterable<Iterable<ReportedCell>>
): CellChanges {
	const shown = new Map<string, CellValue>();
	for (const submission of inForce) {
		for (const cell of submission) shown.set(keyOf(cell), valueOf(cell));
	}
	const changes: CellChanges = { added: 0, changed: 0, removed: 0, same: 0, cells: [] };
	for (const cell of drafted) {
		const { unit, period, measure } = cell;
		const [before, after] = [shown.get(keyOf(cell)), valueOf(cell)];
		const kind = kindOfChange(before, after);
		if (kind === undefined) continue;
		changes[kind] += 1;
		const isListed = kind === 'changed' || kind === 'removed';
		if (isListed && changes.cells.length < MOST_CELLS)
			changes.cells.push({ unit, period, measure, before, after });
	}
	return changes;
}

/** Nothing beside nothing counts as no cell at all. */
function kindOfChange(
	before: CellValue,
	after: CellValue
): Exclude<keyof CellChanges, 'cells'> | undefined {
	if (before === undefined) return after === undefined ? undefined : 'added';
	if (after === undefined) return 'removed';
	return before === after ? 'same' : 'changed';
}

function keyOf({ unit, period, measure }: ReportedCell): string {
	return `${unit}\n${period}\n${measure}`;
}

function valueOf({ state, value }: ReportedCell): CellValue {
	if (state === 'figure') return value;
	return state === 'not-applicable' ? state : undefined;
}
