import { describeIssue } from '#lib/base/describe-issue.ts';
import type { Issue } from '#lib/base/issue.ts';
import { type IsoDate, kindOf, type Period, yearOf } from '#lib/base/period.ts';
import { quarterNumber } from '#lib/base/receipts.ts';
import type { Catalogue, Indicator } from '#lib/catalogue/catalogue.ts';
import {
	columnOf,
	type Columns,
	type Int32Column,
	int32Column,
	narrowed,
	numbersOf,
	type TextColumn,
	textColumn
} from '#lib/engine/columns.ts';
import { decodeColumns } from '#lib/engine/decode-columns.ts';
import { encodeColumns } from '#lib/engine/encode-columns.ts';
import type { Unit } from '#lib/units/unit.ts';
import { encodeEntries } from './encode-entries.ts';
import { SPAN, STATE } from './key-entries.ts';
import { Places } from './places.ts';
import { placesOf } from './rollup-keys.ts';
import { indicatorsOfRow } from './row-names.ts';

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

/** The places under which things go in the large tables; those but of measures grow as the tables are made. */
export interface WorkbenchPlaces {
	units: Places;
	periods: Places;
	measures: Places;
	/** Of a rollup's rows. */
	rowNames: Places;
}

type Cell = string | number | undefined;

/** The places of the catalogue's measures, and of nothing else yet. */
export function workbenchPlaces(catalogue: Catalogue): WorkbenchPlaces {
	return {
		units: new Places(),
		periods: new Places(),
		measures: new Places(measuresOf(catalogue).map(({ id }) => id)),
		rowNames: new Places()
	};
}

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
	const [measures, indicators] = [measuresOf(catalogue), indicatorsOf(catalogue)];
	return {
		source_measure: tableOf(measures, {
			measure: ({ id }) => id,
			name: ({ name }) => name.vi,
			template: ({ template }) => template,
			over_time: ({ overTime }) => overTime
		}),
		source_indicator: tableOf(indicators, {
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

function measuresOf({ templates }: Catalogue) {
	return templates.flatMap((template) =>
		template.measures.map((measure) => ({ ...measure, template: template.id }))
	);
}

function indicatorsOf({ indicators, advisories = [] }: Catalogue): Indicator[] {
	return [...indicators, ...advisories];
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

/** The codes of units, as the table `source_code`. */
export function codeTable({ units }: WorkbenchPlaces): Columns {
	return tableOf(units.names, { unit: (code) => code });
}

/** Periods with the year and the quarters that they span, as the table `source_period`. */
export function periodTable({ periods: { names } }: WorkbenchPlaces): Columns {
	return {
		...tableOf(names, { period: (period) => period, kind: kindOf }),
		year: int32Column(names.map(yearOf)),
		slot: int32Column(names.map(quarterNumber)),
		span: int32Column(names.map((period) => SPAN[kindOf(period)]))
	};
}

/** What the analyst may ask of a rollup's rows, as the table `source_total`. */
export function totalTable(rollup: Uint8Array, places: WorkbenchPlaces): Columns {
	const rows = decodeColumns(rollup);
	const { units, periods, rowNames } = places;
	return {
		unit: narrowed(units.numbered(columnOf(rows, 'unit', 'text'))),
		period: narrowed(periods.numbered(columnOf(rows, 'period', 'text'))),
		row_name: narrowed(rowNames.numbered(columnOf(rows, 'indicator', 'text'))),
		as_of: narrowed(periods.numbered(columnOf(rows, 'as_of', 'text'))),
		numerator: numbersOf(rows, 'numerator'),
		denominator: numbersOf(rows, 'denominator'),
		reported: numbersOf(rows, 'reported'),
		expected: numbersOf(rows, 'expected'),
		closed: columnOf(rows, 'closed', 'boolean')
	};
}

/** Which indicators the rows of a rollup tell of, as the table `source_row_name`: those of one name share their rows. */
export function rowNameTable(catalogue: Catalogue, { rowNames }: WorkbenchPlaces): Columns {
	const placeOf = placesOf(indicatorsOf(catalogue).map(({ id }) => id));
	const pairs = rowNames.names.flatMap((name, place) =>
		indicatorsOfRow(name).map((id) => ({ place, indicator: placeOf.get(id) }))
	);
	return {
		place: int32Column(pairs.map(({ place }) => place)),
		indicator: int32Column(pairs.map(({ indicator }) => indicator))
	};
}

/** The entries of the submissions one below the other, as Arrow IPC streams for the table `source_entry`. */
export function* entryStreams(
	submissions: readonly WorkbenchSubmission[],
	places: WorkbenchPlaces
): Generator<Uint8Array> {
	const nothing = { sequence: 0, content: encodeEntries([]) };
	for (const [at, { sequence, content }] of [nothing, ...submissions].entries()) {
		if (!content) continue;
		const entries = decodeColumns(content);
		const { values } = columnOf(entries, 'value', 'int64');
		const same = (number: number): Int32Column => ({
			type: 'int32',
			values: new Int32Array(values.length).fill(number)
		});
		yield encodeColumns({
			unit: places.units.numbered(columnOf(entries, 'unit', 'text')),
			period: places.periods.numbered(columnOf(entries, 'period', 'text')),
			measure: places.measures.numbered(columnOf(entries, 'measure', 'text')),
			state: statesOf(columnOf(entries, 'state', 'text')),
			value: { type: 'int64', values },
			row: columnOf(entries, 'row', 'int32'),
			column: columnOf(entries, 'column', 'int32'),
			submission: same(at - 1),
			sequence: same(sequence)
		});
	}
}

function statesOf({ dictionary, codes }: TextColumn): Int32Column {
	const numbers = dictionary.map((state) => STATE[state as keyof typeof STATE]);
	return { type: 'int32', values: codes.map((code) => numbers[code] ?? STATE.missing) };
}

/** A table of things by their places, a column of texts for each way of reading them. */
function tableOf<Thing>(
	things: readonly Thing[],
	columns: Record<string, (thing: Thing) => Cell>
): Columns {
	const texts = Object.entries(columns).map(([name, read]): [string, TextColumn] => [
		name,
		textColumn(things.map((thing) => read(thing)?.toString()))
	]);
	return { place: int32Column(things.map((_, place) => place)), ...Object.fromEntries(texts) };
}
