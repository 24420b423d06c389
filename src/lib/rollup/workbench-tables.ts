import { columnLetter } from '#lib/base/cell-address.ts';
import { describeIssue } from '#lib/base/describe-issue.ts';
import type { Issue } from '#lib/base/issue.ts';
import { type IsoDate, kindOf, type Period, yearOf } from '#lib/base/period.ts';
import { quarterNumber } from '#lib/base/receipts.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import {
	columnOf,
	type Columns,
	int32Column,
	type TextColumn,
	textColumn
} from '#lib/engine/columns.ts';
import { decodeColumns } from '#lib/engine/decode-columns.ts';
import { encodeColumns } from '#lib/engine/encode-columns.ts';
import type { Unit } from '#lib/units/unit.ts';
import { SPAN } from './key-entries.ts';

/** A submission in force, as the analyst may ask for it; with its content. */
export interface WorkbenchSubmission {
	id: string;
	sequence: number;
	file: string;
	sha256: string;
	sheet?: string;
	template: string;
	periods: readonly Period[];
	/** ISO 8601 in UTC. */
	at: string;
	received?: IsoDate;
	note?: string;
	state: string;
	rows: { read: number; accepted: number; rejected: number };
	figures: number;
	issues: readonly Issue[];
	/** As `encodeEntries` made it; absent where it holds no figures of measures (B8). */
	content?: Uint8Array;
}

type Cell = string | number | undefined;

/** The units, every record of them, as the table `source_unit`. */
export function unitTable(units: readonly Unit[]): Columns {
	return tableOf(units, {
		unit: ({ code }) => code,
		name: ({ name }) => name,
		kind: ({ kind }) => kind,
		level: ({ level }) => level,
		parent: ({ parent }) => parent,
		valid_from: ({ validFrom }) => validFrom,
		valid_to: ({ validTo }) => validTo
	});
}

/** What is monitored, as the tables `source_measure`, `source_indicator` and `source_target`. */
export function catalogueTables(catalogue: Catalogue): Record<string, Columns> {
	const documents = new Map(catalogue.documents.map(({ id, number }) => [id, number]));
	const measures = catalogue.templates.flatMap((template) =>
		template.measures.map((measure) => ({ ...measure, template: template.id }))
	);
	return {
		source_measure: tableOf(measures, {
			measure: ({ id }) => id,
			name: ({ name }) => name.vi,
			template: ({ template }) => template,
			over_time: ({ overTime }) => overTime
		}),
		source_indicator: tableOf([...catalogue.indicators, ...(catalogue.advisories ?? [])], {
			indicator: ({ id }) => id,
			name: ({ name }) => name.vi,
			name_en: ({ name }) => name.en,
			counted: ({ counted }) => counted.vi,
			kind: ({ denominator }) => (denominator.length > 0 ? 'ratio' : 'count'),
			numerator: ({ numerator }) => numerator.join(' + '),
			denominator: ({ denominator }) => denominator.join(' + ') || undefined
		}),
		source_target: tableOf(catalogue.targets, {
			target: ({ id }) => id,
			indicator: ({ indicator }) => indicator,
			document: ({ document }) => documents.get(document) ?? document,
			section: ({ section }) => section,
			kind: ({ kind }) => kind,
			comparator: ({ threshold }) => threshold?.comparator,
			value: ({ threshold }) => threshold?.value,
			max: ({ threshold }) => threshold?.max,
			from_year: ({ from }) => from?.toString(),
			to_year: ({ to }) => to?.toString(),
			due: ({ due }) => due,
			unit: ({ unit }) => unit,
			quote: ({ quote }) => quote
		})
	};
}

/** The submissions, as the table `source_submission`. */
export function submissionTable(submissions: readonly WorkbenchSubmission[]): Columns {
	return {
		...tableOf(submissions, {
			submission: ({ id }) => id,
			file: ({ file }) => file,
			sheet: ({ sheet }) => sheet,
			template: ({ template }) => template,
			periods: ({ periods }) => periods.join(', '),
			committed_at: ({ at }) => at.replace('Z', ''),
			received: ({ received }) => received,
			state: ({ state }) => state,
			note: ({ note }) => note,
			sha256: ({ sha256 }) => sha256
		}),
		sequence: int32Column(submissions.map(({ sequence }) => sequence)),
		rows_read: int32Column(submissions.map(({ rows }) => rows.read)),
		rows_accepted: int32Column(submissions.map(({ rows }) => rows.accepted)),
		rows_rejected: int32Column(submissions.map(({ rows }) => rows.rejected)),
		figures: int32Column(submissions.map(({ figures }) => figures))
	};
}

/** What was found in the submissions' files, as the table `source_issue`. */
export function issueTable(submissions: readonly WorkbenchSubmission[]): Columns {
	const found = submissions.flatMap(({ id, issues }) => issues.map((issue) => ({ id, issue })));
	return {
		...tableOf(found, {
			submission: ({ id }) => id,
			severity: ({ issue }) => issue.severity,
			code: ({ issue }) => issue.code,
			column_name: ({ issue }) => issue.column,
			value: ({ issue }) => issue.value,
			message: ({ issue }) => describeIssue(issue, 'vi'),
			message_en: ({ issue }) => describeIssue(issue, 'en'),
			reason: ({ issue }) => issue.reason
		}),
		row: int32Column(found.map(({ issue }) => issue.row))
	};
}

/** Periods with the year and the quarters that they span, as the table `source_period`. */
export function periodTable(periods: readonly Period[]): Columns {
	return {
		period: textColumn(periods),
		kind: textColumn(periods.map(kindOf)),
		year: int32Column(periods.map(yearOf)),
		slot: int32Column(periods.map(quarterNumber)),
		span: int32Column(periods.map((period) => SPAN[kindOf(period)]))
	};
}

/** The entries of the submissions one below the other, as Arrow IPC streams for the table `source_entry`. */
export function* entryStreams(submissions: readonly WorkbenchSubmission[]): Generator<Uint8Array> {
	yield encodeColumns(withOrigin(NO_ENTRIES, { id: '', sequence: 0 }));
	for (const { content, ...submission } of submissions) {
		if (content) yield encodeColumns(withOrigin(decodeColumns(content), submission));
	}
}

/** The periods that the submissions' entries speak of. */
export function periodsOf(submissions: readonly WorkbenchSubmission[]): Period[] {
	return [...new Set(submissions.flatMap(({ periods }) => periods))];
}

const NO_ENTRIES: Columns = {
	unit: textColumn([]),
	period: textColumn([]),
	measure: textColumn([]),
	state: textColumn([]),
	value: { type: 'int64', values: new BigInt64Array() },
	row: int32Column([]),
	column: int32Column([])
};

function withOrigin(
	entries: Columns,
	{ id, sequence }: Pick<WorkbenchSubmission, 'id' | 'sequence'>
): Columns {
	const { values } = columnOf(entries, 'value', 'int64');
	return {
		unit: columnOf(entries, 'unit', 'text'),
		period: columnOf(entries, 'period', 'text'),
		measure: columnOf(entries, 'measure', 'text'),
		state: columnOf(entries, 'state', 'text'),
		value: { type: 'int64', values },
		row: columnOf(entries, 'row', 'int32'),
		letters: lettersOf(columnOf(entries, 'column', 'int32').values),
		submission: { type: 'text', dictionary: [id], codes: new Int32Array(values.length) },
		sequence: { type: 'int32', values: new Int32Array(values.length).fill(sequence) }
	};
}

/** The columns of a sheet by letter; 0 stands for none. */
function lettersOf(numbers: Int32Array): TextColumn {
	const widest = numbers.reduce((most, number) => Math.max(most, number), 0);
	const dictionary = Array.from({ length: widest }, (_, at) => columnLetter(at + 1));
	return { type: 'text', dictionary, codes: numbers.map((number) => number - 1) };
}

/** A table of texts, a column for each way of reading a thing. */
function tableOf<Thing>(
	things: readonly Thing[],
	columns: Record<string, (thing: Thing) => Cell>
): Columns {
	return Object.fromEntries(
		Object.entries(columns).map(([name, read]) => [
			name,
			textColumn(things.map((thing) => read(thing)?.toString()))
		])
	);
}
