import type { Entry } from './draft.ts';
import type { SheetSums } from './check-sheet-sums.ts';
import { type EntryColumns, EntryFiller } from './entry-columns.ts';
import { FIRST_ROW, KIND, type LongRows, SAYS } from './long-rows.ts';
import type { JudgedRows } from './settle-rows.ts';

/** The largest sum that a further figure of 31 bits can be added to exactly. */
const LARGEST = 2 ** 52;

/** The entries of all rows, what they come to by measure, and by period and measure. */
export interface WholeEntries {
	entries: EntryColumns;
	totals: Record<string, bigint>;
	sums: SheetSums[];
}

/** The entries of the rows in their order: those of the suspect rows as judged, all others as they are. */
export function wholeEntries(
	rows: LongRows,
	{ suspects, judged, column }: { suspects: Uint8Array; judged: JudgedRows; column: number }
): WholeEntries {
	const { length, kind, unit, period, measure, says, value } = rows;
	const own = new Map(judged.entries.map((entry) => [entry.row, entry]));
	const entries = new EntryFiller(length, rows);
	const sums = new Sums(rows, column);
	for (let at = 0; at < length; at += 1) {
		if (kind[at] !== KIND.figure) continue;
		const row = at + FIRST_ROW;
		if (suspects[at]) {
			const entry = own.get(row);
			if (!entry) continue;
			entries.addEntry(entry);
			sums.addEntry(entry);
			continue;
		}
		const [ofUnit, ofPeriod, ofMeasure] = [unit[at] ?? -1, period[at] ?? -1, measure[at] ?? -1];
		if (ofUnit < 0 || ofPeriod < 0) continue;
		const [state, figure] = [says[at] ?? 0, value[at] ?? 0];
		entries.add([ofUnit, ofPeriod, ofMeasure, state], figure, row);
		if (state === SAYS.figure) sums.add([ofUnit, ofPeriod, ofMeasure], figure);
	}
	return { entries: entries.columns(column), totals: sums.totals(), sums: sums.ofSheet() };
}

/** Figures added up by period and measure, none of them above another's. */
class Sums {
	readonly #rows: LongRows;
	readonly #column: number;
	readonly #small: Float64Array;
	readonly #large: bigint[];
	/** The first unit that has a figure, + 1, and how many have one: 0, 1, or 2 for more. */
	readonly #firstUnit: Int32Array;
	readonly #units: Uint8Array;
	/** Measures and periods in the order of first appearance. */
	readonly #measures = new Set<number>();
	readonly #periods = new Set<number>();
	readonly #places: Record<'units' | 'periods' | 'measures', Map<string, number>>;

	constructor(rows: LongRows, column: number) {
		const count = rows.periods.length * rows.measures.length;
		this.#rows = rows;
		this.#column = column;
		this.#small = new Float64Array(count);
		this.#large = new Array<bigint>(count).fill(0n);
		this.#firstUnit = new Int32Array(count);
		this.#units = new Uint8Array(count);
		const placesOf = (items: readonly string[]): Map<string, number> =>
			new Map(items.map((item, at) => [item, at]));
		this.#places = {
			units: placesOf(rows.units),
			periods: placesOf(rows.periods),
			measures: placesOf(rows.measures)
		};
	}

	add([unit, period, measure]: readonly [number, number, number], figure: number): void {
		const at = period * this.#rows.measures.length + measure;
		if (this.#units[at] === 0) {
			this.#measures.add(measure);
			this.#periods.add(period);
			this.#firstUnit[at] = unit + 1;
			this.#units[at] = 1;
		} else if (this.#firstUnit[at] !== unit + 1) {
			this.#units[at] = 2;
		}
		const sum = (this.#small[at] ?? 0) + figure;
		if (sum < LARGEST) {
			this.#small[at] = sum;
			return;
		}
		this.#small[at] = 0;
		this.#large[at] = (this.#large[at] ?? 0n) + BigInt(sum);
	}

	addEntry({ unit, period, measure, state, value }: Entry): void {
		if (state !== 'figure') return;
		const [ofUnit, ofPeriod, ofMeasure] = [
			this.#places.units.get(unit) ?? -1,
			this.#places.periods.get(period) ?? -1,
			this.#places.measures.get(measure) ?? -1
		];
		this.add([ofUnit, ofPeriod, ofMeasure], 0);
		const at = ofPeriod * this.#rows.measures.length + ofMeasure;
		this.#large[at] = (this.#large[at] ?? 0n) + value;
	}

	/** Σ by measure, in the order of first appearance. */
	totals(): Record<string, bigint> {
		const { periods, measures } = this.#rows;
		const totals = [...this.#measures].map((measure): [string, bigint] => [
			measures[measure] ?? '',
			periods.reduce((sum, _, period) => sum + this.#sum(period, measure), 0n)
		]);
		return Object.fromEntries(totals);
	}

	/** The sums of each period, in the order of first appearance. */
	ofSheet(): SheetSums[] {
		const { measures } = this.#rows;
		return [...this.#periods].map((period) => {
			const countOf = (measure: string): number =>
				this.#units[period * measures.length + (this.#places.measures.get(measure) ?? -1)] ?? 0;
			const filled = measures.filter((measure) => countOf(measure) > 0);
			return {
				sums: Object.fromEntries(
					filled.map((id) => [id, this.#sum(period, this.#places.measures.get(id) ?? -1)])
				),
				unitsOf: (measure) => (this.#places.measures.has(measure) ? countOf(measure) : 0),
				columnOf: (measure) =>
					this.#places.measures.has(measure) && countOf(measure) > 0 ? this.#column : undefined
			};
		});
	}

	#sum(period: number, measure: number): bigint {
		const at = period * this.#rows.measures.length + measure;
		return (this.#large[at] ?? 0n) + BigInt(this.#small[at] ?? 0);
	}
}
