import { columnOf, textAt } from '#lib/engine/columns.ts';
import { decodeColumns } from '#lib/engine/decode-columns.ts';
import type { ReportedEntry } from './encode-entries.ts';

/** What a kept entry says, without its place in the file. */
export type ReportedCell = Omit<ReportedEntry, 'row' | 'column'>;

const STATES = ['figure', 'not-applicable', 'missing'] as const;

/** The cells of a submission's content, as `encodeEntries` made it, in order; throws where the bytes are none. */
export function* decodeCells(content: Uint8Array): Generator<ReportedCell> {
	const columns = decodeColumns(content);
	const unit = columnOf(columns, 'unit', 'text');
	const period = columnOf(columns, 'period', 'text');
	const measure = columnOf(columns, 'measure', 'text');
	const state = columnOf(columns, 'state', 'text');
	const { values } = columnOf(columns, 'value', 'int64');
	for (const [row, value] of values.entries()) {
		yield {
			unit: textAt(unit, row) ?? '',
			period: textAt(period, row) ?? '',
			measure: textAt(measure, row) ?? '',
			state: STATES.find((each) => each === textAt(state, row)) ?? 'missing',
			value
		};
	}
}
