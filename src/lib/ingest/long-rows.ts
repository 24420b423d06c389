import { lastDayOf, type Period } from '#lib/base/period.ts';
import { type CellColumn, type CellColumns, cellOf, entryPlace, NOTHING } from './cell-columns.ts';
import type { MatchedUnit } from './draft.ts';
import { findRowUnit } from './find-row-unit.ts';
import { readPeriodCell } from './find-period.ts';
import { textsOf, type Table } from './find-table.ts';
import type { Cell } from './grid.ts';
import { measureFinder } from './measure-finder.ts';
import type { LongContext } from './read-long.ts';
import { isTotalLabel } from './row-labels.ts';
import { readCell } from './row-reading.ts';
import { placeOf } from './table-line.ts';

/** What a row of a long sheet is: a figure, a line that names neither measure nor value, or of no unit by the analyst's word. */
export const KIND = { figure: 0, line: 1, none: 2 } as const;
/** What its value cell says; a percentage is no count, and `open` is whatever else takes a closer look. */
export const SAYS = { figure: 0, 'not-applicable': 1, missing: 2, open: 3, percentage: 4 } as const;
const LARGEST = 2 ** 31 - 1;
/** No unit, period or measure; and a unit that the analyst says there is not. */
const NONE = -1;
const OF_NONE = -2;
/** The row of the file that the arrays begin with. */
export const FIRST_ROW = 2;

/** The rows below the header of a long sheet by number: row i of these arrays is row i + 2 of the file. */
export interface LongRows {
	length: number;
	kind: Uint8Array;
	/** Places in `units`, `periods` and `measures`; −1 where the row has none. */
	unit: Int32Array;
	period: Int32Array;
	measure: Int32Array;
	says: Uint8Array;
	/** The figure, where it says one. */
	value: Int32Array;
	units: string[];
	periods: Period[];
	measures: string[];
	/** Which unit each name was taken for, once a name, at the first row that has it. */
	matched: MatchedUnit[];
}

/** The rows of a long sheet by number; `undefined` where one is a total, or a figure is larger than 31 bits. */
export function longRows(
	cells: CellColumns,
	table: Table,
	context: LongContext
): LongRows | undefined {
	const { columns } = table;
	const length = cells.length - 1;
	const column = (kind: Parameters<typeof placeOf>[1]): CellColumn | undefined =>
		cells.columns[placeOf(columns, kind) ?? NONE];
	const labels = [column('unit'), column('unit-code'), column('index')];
	if (labels.some((each) => each && holdsTotal(each))) return undefined;
	const measures = numbering<string>();
	const periods = numbering<Period>();
	const findMeasure = measureFinder(context.templates);
	const [named, valued] = [column('measure-name'), column('value')];
	const measure = mapped(named, length, (cell) => measures(findMeasure(textOf(cell))));
	const period = mapped(column('period'), length, (cell) =>
		periods(textOf(cell) === '' ? context.period : readPeriodCell(cell))
	);
	const header = columns.find(({ role }) => role.kind === 'value')?.name ?? '';
	const value = valuesOf(valued, header);
	if (!value) return undefined;
	const kind = kindsOf(length, [named, valued]);
	const rows = { length, kind, period, measure, ...value };
	const [known, numbers] = [periods.items, measures.items];
	const [name, code] = labels.map((each) => distinctIn(each, length));
	const units = unitsOf({ ...rows, periods: known }, { name, code, context });
	return { ...rows, ...units, periods: known, measures: numbers };
}

/** Rows in which one of the columns says anything are figures, all others mere lines. */
function kindsOf(length: number, columns: readonly (CellColumn | undefined)[]): Uint8Array {
	const kind = new Uint8Array(length).fill(KIND.line);
	for (const column of columns) {
		const isFilled = column?.dictionary.map((cell) => textOf(cell) !== '') ?? [];
		for (let at = 0; at < length; at += 1) {
			const code = column?.codes[at + 1] ?? NOTHING;
			if (code >= 0 || isFilled[entryPlace(code)]) kind[at] = KIND.figure;
		}
	}
	return kind;
}

/** A column of texts: each different cell by number, and what it says as clean text. */
interface Distinct {
	numbers: Int32Array;
	texts: string[];
}

function distinctIn(column: CellColumn | undefined, length: number): Distinct | undefined {
	if (!column) return undefined;
	const texts: string[] = [];
	return { texts, numbers: mapped(column, length, (cell) => texts.push(textOf(cell)) - 1) };
}

/** Looks up the unit of each row, once for each name, code and era of the list; a row may turn out to be of none. */
function unitsOf(
	{ length, kind, period, periods }: Pick<LongRows, 'length' | 'kind' | 'period' | 'periods'>,
	{ name, code, context }: { name?: Distinct; code?: Distinct; context: LongContext }
): Pick<LongRows, 'units' | 'unit' | 'kind' | 'matched'> {
	const units = numbering<string>();
	const settled = kind.slice();
	const unit = new Int32Array(length);
	const matched = new Map<string, MatchedUnit>();
	const known = new Map<number, number>();
	const [names, codes] = [name?.texts ?? [''], code?.texts ?? ['']];
	const eras = periods.map((each) => context.finder.eraOf(lastDayOf(each)));
	const most = Math.max(0, ...eras) + 1;
	let [before, found] = [Number.NaN, NONE];
	for (let at = 0; at < length; at += 1) {
		if (kind[at] === KIND.line) continue;
		const [ofName, ofCode] = [name?.numbers[at] ?? 0, code?.numbers[at] ?? 0];
		const ofPeriod = period[at] ?? NONE;
		const key = (ofCode * names.length + ofName) * most + (eras[ofPeriod] ?? 0);
		if (key !== before) {
			before = key;
			let number = known.get(key);
			if (number === undefined) {
				const text = { name: names[ofName] ?? '', code: codes[ofCode] ?? '' };
				const row = at + FIRST_ROW;
				const own = findRowUnit({ ...text, row, column: '', period: periods[ofPeriod] }, context);
				number = 'unit' in own ? units(own.unit) : 'none' in own ? OF_NONE : NONE;
				if ('unit' in own) match(matched, { row, text: text.name || text.code, ...own });
				known.set(key, number);
			}
			found = number;
		}
		unit[at] = found;
		if (found === OF_NONE) settled[at] = KIND.none;
	}
	return { units: units.items, unit, kind: settled, matched: [...matched.values()] };
}

function match(matched: Map<string, MatchedUnit>, each: MatchedUnit): void {
	const key = `${each.unit} ${each.text}`;
	if (!matched.has(key)) matched.set(key, each);
}

function textOf(cell: Cell): string {
	return textsOf([cell])[0] ?? '';
}

function holdsTotal({ dictionary }: CellColumn): boolean {
	return dictionary.some((cell) => isTotalLabel(textOf(cell)));
}

/** Numbers items in the order in which they are first given; −1 for `undefined`. */
function numbering<Item>(): ((item: Item | undefined) => number) & { items: Item[] } {
	const places = new Map<Item, number>();
	const items: Item[] = [];
	const number = (item: Item | undefined): number => {
		if (item === undefined) return NONE;
		const known = places.get(item);
		if (known !== undefined) return known;
		places.set(item, items.length);
		return items.push(item) - 1;
	};
	return Object.assign(number, { items });
}

/** What each cell below the header comes to, worked out once for each different one; a column that is not there is blank. */
function mapped(
	column: CellColumn | undefined,
	length: number,
	numberOf: (cell: Cell) => number
): Int32Array {
	if (!column) return new Int32Array(length).fill(numberOf(null));
	const known = new Map<number, number>();
	const numbers = new Int32Array(length);
	let [before, number] = [Number.NaN, NONE];
	for (let at = 0; at < numbers.length; at += 1) {
		const code = column.codes[at + 1] ?? NOTHING;
		if (code !== before) {
			let found = known.get(code);
			if (found === undefined) known.set(code, (found = numberOf(cellOf(column, code))));
			[before, number] = [code, found];
		}
		numbers[at] = number;
	}
	return numbers;
}

/** What the value column says; `undefined` where a figure is too large for so few bits. */
function valuesOf(
	column: CellColumn | undefined,
	name: string
): Pick<LongRows, 'says' | 'value'> | undefined {
	if (!column) return undefined;
	const readings: { says: number; value: number }[] = column.dictionary.map((cell) => {
		const { reading } = readCell({ measure: '', column: 1, name, cell });
		if (reading.state === 'unreadable')
			return { says: reading.fault === 'percentage' ? SAYS.percentage : SAYS.open, value: 0 };
		if (reading.state !== 'figure') return { says: SAYS[reading.state], value: 0 };
		return { says: reading.remark ? SAYS.open : SAYS.figure, value: Number(reading.value) };
	});
	if (readings.some(({ value }) => value > LARGEST)) return undefined;
	const length = column.codes.length - 1;
	const [says, value] = [new Uint8Array(length), new Int32Array(length)];
	for (let at = 0; at < length; at += 1) {
		const code = column.codes[at + 1] ?? NOTHING;
		if (code >= 0) {
			value[at] = code;
			continue;
		}
		const reading = code === NOTHING ? undefined : readings[entryPlace(code)];
		says[at] = reading?.says ?? SAYS.missing;
		value[at] = reading?.value ?? 0;
	}
	return { says, value };
}
