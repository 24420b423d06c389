import { type Columns, type Int64Column, type TextColumn, textAt } from '#lib/engine/columns.ts';
import { decodeColumns } from '#lib/engine/decode-columns.ts';
import type { ReportedEntry } from './encode-entries.ts';

/** What a kept entry says, without its place in the file. */
export type ReportedCell = Omit<ReportedEntry, 'row' | 'column'>;

const STATES = ['figure', 'not-applicable', 'missing'] as const;

/** The cells of a submission's content, as `encodeEntries` made it, in order; throws where the bytes are none. */
export function* decodeCells(content: Uint8Array): Generator<ReportedCell> {
	const columns = decodeColumns(content);
	const [unit, period, measure, state] = ['unit', 'period', 'measure', 'state'].map((name) =>
		textsOf(columns, name)
	) as [TextColumn, TextColumn, TextColumn, TextColumn];
	const { values } = numbersOf(columns, 'value');
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

function textsOf(columns: Columns, name: string): TextColumn {
	const column = columns[name];
	if (column?.type !== 'text') throw new TypeError(`no texts: ${name}`);
	return column;
}

function numbersOf(columns: Columns, name: string): Int64Column {
	const column = columns[name];
	if (column?.type !== 'int64') throw new TypeError(`no whole numbers: ${name}`);
	return column;
}
