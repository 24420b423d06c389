import { cellAt } from '#lib/ingest/entry-columns.ts';
import type { FigureColumns, Figures } from '#lib/ingest/figures.ts';
import { eachGroup, orderRows } from '#lib/ingest/row-order.ts';
import type { CellChanges, CellValue } from '#lib/views/draft-changes.ts';

const MOST_CELLS = 200;

/** What drafted cells change of the figures in force; of those that show something else the first are listed. */
export function compareCells(drafted: FigureColumns, inForce: Figures): CellChanges {
	const { unit, period, measure } = drafted;
	const counts = { added: 0, changed: 0, removed: 0, same: 0 };
	const listed: number[] = [];
	const afterAt = valueReader(drafted);
	// Unit by unit: the figures of one are looked up together.
	eachGroup(orderRows(unit.codes, unit.dictionary.length), (rows, code) => {
		const series = measure.dictionary.map((id) =>
			inForce.seriesOf(unit.dictionary[code] ?? '', id)
		);
		for (const at of rows) {
			const known = series[measure.codes[at] ?? -1];
			const before = known?.get(period.dictionary[period.codes[at] ?? -1] ?? '');
			const kind = kindOfChange(before, afterAt(at));
			if (kind === undefined) continue;
			counts[kind] += 1;
			if (kind === 'changed' || kind === 'removed') listed.push(at);
		}
	});
	const first = Int32Array.from(listed).sort().subarray(0, MOST_CELLS);
	const cells = Array.from(first, (at) => {
		const cell = cellAt(drafted, at);
		const place = { unit: cell.unit, period: cell.period, measure: cell.measure };
		const before = inForce.seriesOf(cell.unit, cell.measure).get(cell.period);
		return { ...place, before, after: afterAt(at) };
	});
	return { ...counts, cells };
}

/** Reads what a cell shows. */
function valueReader({ state, value }: FigureColumns): (at: number) => CellValue {
	const [figure, notApplicable] = (['figure', 'not-applicable'] as const).map((each) =>
		state.dictionary.indexOf(each)
	);
	return (at) => {
		if (state.codes[at] === figure) return value[at];
		return state.codes[at] === notApplicable ? 'not-applicable' : undefined;
	};
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
