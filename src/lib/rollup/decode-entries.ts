import { columnOf, textAt } from '#lib/engine/columns.ts';
import { decodeColumns } from '#lib/engine/decode-columns.ts';
import type { ReportedColumns, ReportedEntry } from './encode-entries.ts';

/** What a kept entry says, without its place in the file. */
export type ReportedCell = Omit<ReportedEntry, 'row' | 'column'>;

const STATES = ['figure', 'not-applicable', 'missing'] as const;

/** The cells of a submission's content, as `encodeEntries` made it, in order; throws where the bytes are none. */
export function* decodeCells(content: Uint8Array): Generator<ReportedCell> {
	for (const { row: _row, column: _column, ...cell } of decodeEntries(content)) yield cell;
}

/** The cells with their places in the file, in order; throws where the bytes are no content. */
export function* decodeEntries(content: Uint8Array): Generator<ReportedEntry> {
	const columns = decodeColumns(content);
	const unit = columnOf(columns, 'unit', 'text');
	const period = columnOf(columns, 'period', 'text');
	const measure = columnOf(columns, 'measure', 'text');
	const state = columnOf(columns, 'state', 'text');
	const { values } = columnOf(columns, 'value', 'int64');
	const rows = columnOf(columns, 'row', 'int32').values;
	const places = columnOf(columns, 'column', 'int32').values;
	for (const [at, value] of values.entries()) {
		yield {
			unit: textAt(unit, at) ?? '',
			period: textAt(period, at) ?? '',
			measure: textAt(measure, at) ?? '',
			state: STATES.find((each) => each === textAt(state, at)) ?? 'missing',
			value,
			row: rows[at] ?? 0,
			column: places[at] ?? 0
		};
	}
}

/** The cells column by column, without making an object of any; throws where the bytes are no content. */
export function decodeReported(content: Uint8Array): ReportedColumns {
	const columns = decodeColumns(content);
	return {
		unit: columnOf(columns, 'unit', 'text'),
		period: columnOf(columns, 'period', 'text'),
		measure: columnOf(columns, 'measure', 'text'),
		state: columnOf(columns, 'state', 'text'),
		value: columnOf(columns, 'value', 'int64').values,
		row: columnOf(columns, 'row', 'int32').values,
		column: columnOf(columns, 'column', 'int32').values
	};
}
