import type { Period } from '#lib/base/period.ts';
import type { Entry, EntryState } from './draft.ts';

/** Texts, each kept once in the order of first appearance: row i holds `dictionary[codes[i]]`. */
export interface EntryTexts {
	dictionary: readonly string[];
	codes: Int32Array;
}

/** Entries column by column, each of some 30 bytes: what `Entry` says of one. */
export interface EntryColumns {
	unit: EntryTexts;
	period: EntryTexts;
	measure: EntryTexts;
	state: EntryTexts;
	value: BigInt64Array;
	row: Int32Array;
	column: Int32Array;
}

const STATES: readonly EntryState[] = ['figure', 'not-applicable', 'missing'];

/** What the entry in a place, from 0, says, without its place in the file. */
export function cellAt(
	entries: Omit<EntryColumns, 'row' | 'column'>,
	at: number
): Omit<Entry, 'row' | 'column'> {
	const textIn = ({ dictionary, codes }: EntryTexts): string => dictionary[codes[at] ?? -1] ?? '';
	const state = textIn(entries.state);
	return {
		unit: textIn(entries.unit),
		period: textIn(entries.period),
		measure: textIn(entries.measure),
		state: STATES.find((each) => each === state) ?? 'missing',
		value: entries.value[at] ?? 0n
	};
}

/** The entry in a place, from 0. */
export function entryAt(entries: EntryColumns, at: number): Entry {
	return { ...cellAt(entries, at), row: entries.row[at] ?? 0, column: entries.column[at] ?? 0 };
}

/** All entries, in order. */
export function entriesOf(entries: EntryColumns): Entry[] {
	return Array.from(entries.row, (_, at) => entryAt(entries, at));
}

/** One column of texts that is filled row by row, each text numbered where it first appears. */
class TextFiller {
	readonly #places = new Map<string, number>();
	readonly #codes: Int32Array;

	constructor(length: number) {
		this.#codes = new Int32Array(length);
	}

	/** The code of a text, to be set in as many rows as say it. */
	codeOf(text: string): number {
		const known = this.#places.get(text);
		if (known !== undefined) return known;
		this.#places.set(text, this.#places.size);
		return this.#places.size - 1;
	}

	set(at: number, code: number): void {
		this.#codes[at] = code;
	}

	texts(length: number): EntryTexts {
		return { dictionary: [...this.#places.keys()], codes: this.#codes.subarray(0, length) };
	}
}

/** Texts known by place, whose codes are asked for again and again. */
function codesOf(texts: readonly string[], filler: TextFiller): (place: number) => number {
	const known = new Int32Array(texts.length).fill(-1);
	return (place) => {
		let code = known[place] ?? -1;
		if (code < 0) known[place] = code = filler.codeOf(texts[place] ?? '');
		return code;
	};
}

/** What entries are named by: units, periods and measures by place, states by `STATES`. */
interface EntryWords {
	units: readonly string[];
	periods: readonly Period[];
	measures: readonly string[];
}

/** Takes in entries one after the other, by the places of their words or as they are. */
export class EntryFiller {
	#length = 0;
	readonly #unit: TextFiller;
	readonly #period: TextFiller;
	readonly #measure: TextFiller;
	readonly #state: TextFiller;
	readonly #codes: Record<'unit' | 'period' | 'measure' | 'state', (place: number) => number>;
	readonly #value: BigInt64Array;
	/** The same as halves, the lower one first: setting that makes no object. */
	readonly #lower: Int32Array;
	readonly #row: Int32Array;
	readonly #column: Int32Array;

	constructor(most: number, { units, periods, measures }: EntryWords) {
		this.#unit = new TextFiller(most);
		this.#period = new TextFiller(most);
		this.#measure = new TextFiller(most);
		this.#state = new TextFiller(most);
		this.#codes = {
			unit: codesOf(units, this.#unit),
			period: codesOf(periods, this.#period),
			measure: codesOf(measures, this.#measure),
			state: codesOf(STATES, this.#state)
		};
		this.#value = new BigInt64Array(most);
		this.#lower = new Int32Array(this.#value.buffer);
		this.#row = new Int32Array(most);
		this.#column = new Int32Array(most);
	}

	/** Takes in an entry by places: unit, period, measure and state, in this order; its figure has 31 bits at most. */
	add(places: readonly [number, number, number, number], figure: number, row: number): void {
		const [unit, period, measure, state] = places;
		const at = this.#length;
		this.#unit.set(at, this.#codes.unit(unit));
		this.#period.set(at, this.#codes.period(period));
		this.#measure.set(at, this.#codes.measure(measure));
		this.#state.set(at, this.#codes.state(state));
		this.#lower[at * 2] = figure;
		this.#row[at] = row;
		this.#length += 1;
	}

	/** Takes in an entry as it is. */
	addEntry({ unit, period, measure, state, value, row }: Entry): void {
		const at = this.#length;
		this.#unit.set(at, this.#unit.codeOf(unit));
		this.#period.set(at, this.#period.codeOf(period));
		this.#measure.set(at, this.#measure.codeOf(measure));
		this.#state.set(at, this.#state.codeOf(state));
		this.#value[at] = value;
		this.#row[at] = row;
		this.#length += 1;
	}

	/** The entries taken in, all of which stand in that column of the file, from 1. */
	columns(column: number): EntryColumns {
		const length = this.#length;
		return {
			unit: this.#unit.texts(length),
			period: this.#period.texts(length),
			measure: this.#measure.texts(length),
			state: this.#state.texts(length),
			value: this.#value.subarray(0, length),
			row: this.#row.subarray(0, length),
			column: this.#column.subarray(0, length).fill(column)
		};
	}
}

/** The entries column by column, all of one column of the file; the opposite of `entriesOf`. */
export function columnsOf(entries: readonly Entry[]): EntryColumns {
	const filler = new EntryFiller(entries.length, { units: [], periods: [], measures: [] });
	for (const entry of entries) filler.addEntry(entry);
	return filler.columns(entries[0]?.column ?? 1);
}
