import {
	comparePeriods,
	kindOf,
	lastDayOf,
	lastQuarterOf,
	type Period,
	yearOf
} from '#lib/base/period.ts';
import type { EntryColumns } from './entry-columns.ts';
import type { Figures } from './figures.ts';
import { WEIGHT } from './number-check.ts';
import { orderRows, type RowOrder } from './row-order.ts';

/** Beyond this a figure is no plain number: its unit is looked at with more care. */
const LARGEST = 2n ** 31n - 1n;
/** The halves of a whole number of 64 bits, as every machine that runs a browser lays them out. */
const [LOW, HIGH] = [0, 1];

/** A period, with what of it is asked again and again. */
export interface DatedPeriod {
	period: Period;
	kind: ReturnType<typeof kindOf>;
	quarter: number;
	year: number;
	day: string;
}

/**
 * The figures of one unit after the other as they would be with the drafted entries in force, laid out in typed arrays:
 * the place of a measure and period is measure × periods + period, periods in their order.
 */
export class UnitFigures {
	readonly measures: readonly string[];
	readonly periods: readonly DatedPeriod[];
	/** `WEIGHT.figure`, `WEIGHT['not-applicable']` or `WEIGHT.nothing`. */
	readonly states: Uint8Array;
	readonly values: Float64Array;
	/** 1 where an entry is drafted. */
	readonly drafted: Uint8Array;
	/** False where a figure is too large for these arrays, or a cell is drafted twice. */
	isPlain = true;
	readonly #entries: EntryColumns;
	/** The entries' figures, each as two halves: reading them makes no object. */
	readonly #halves: Int32Array;
	readonly #beside: Figures;
	readonly #order: RowOrder;
	/** For each code of the entries the place of the measure, or of the period. */
	readonly #measurePlaces: Int32Array;
	readonly #periodPlaces: Int32Array;

	/** The figures of the entries' units, of their measures and those others. */
	constructor(entries: EntryColumns, beside: Figures, others: readonly string[]) {
		this.#entries = entries;
		const { buffer, byteOffset, length } = entries.value;
		this.#halves = new Int32Array(buffer, byteOffset, length * 2);
		this.#beside = beside;
		this.#order = orderRows(entries.unit.codes, entries.unit.dictionary.length);
		this.measures = [...new Set([...entries.measure.dictionary, ...others])];
		this.periods = periodsOf(entries, beside, this.measures);
		const size = this.measures.length * this.periods.length;
		this.states = new Uint8Array(size);
		this.values = new Float64Array(size);
		this.drafted = new Uint8Array(size);
		this.#measurePlaces = placesIn(this.measures, entries.measure.dictionary);
		this.#periodPlaces = placesIn(
			this.periods.map(({ period }) => period),
			entries.period.dictionary
		);
	}

	/** Lays out the figures of the unit that the code of the entries stands for. */
	layOut(unit: number): void {
		this.states.fill(WEIGHT.nothing);
		this.drafted.fill(0);
		this.isPlain = true;
		this.#layOutBeside(this.#entries.unit.dictionary[unit] ?? '');
		const { measure, period, state } = this.#entries;
		const isOf = (name: string): number => state.dictionary.indexOf(name);
		const [figure, notApplicable] = [isOf('figure'), isOf('not-applicable')];
		const { rows, starts } = this.#order;
		for (let at = starts[unit] ?? 0; at < (starts[unit + 1] ?? 0); at += 1) {
			const row = rows[at] ?? 0;
			const place =
				(this.#measurePlaces[measure.codes[row] ?? 0] ?? 0) * this.periods.length +
				(this.#periodPlaces[period.codes[row] ?? 0] ?? 0);
			const number = this.#halves[row * 2 + LOW] ?? 0;
			const isLarge = number < 0 || this.#halves[row * 2 + HIGH] !== 0;
			const said = state.codes[row];
			if (this.drafted[place] || isLarge) this.isPlain = false;
			this.drafted[place] = 1;
			this.values[place] = number;
			this.states[place] =
				said === figure
					? WEIGHT.figure
					: said === notApplicable
						? WEIGHT['not-applicable']
						: WEIGHT.nothing;
		}
	}

	#layOutBeside(unit: string): void {
		const places = new Map(this.periods.map(({ period }, at) => [period, at]));
		for (const [measure, id] of this.measures.entries()) {
			for (const [period, figure] of this.#beside.seriesOf(unit, id)) {
				const place = measure * this.periods.length + (places.get(period) ?? 0);
				const isFigure = typeof figure === 'bigint';
				this.states[place] = isFigure ? WEIGHT.figure : WEIGHT['not-applicable'];
				this.values[place] = isFigure ? Number(figure) : 0;
				if (isFigure && figure > LARGEST) this.isPlain = false;
			}
		}
	}
}

/** All periods that the units have figures of, in their order. */
function periodsOf(
	entries: EntryColumns,
	beside: Figures,
	measures: readonly string[]
): DatedPeriod[] {
	const periods = new Set<Period>(entries.period.dictionary);
	for (const unit of entries.unit.dictionary) {
		for (const measure of measures)
			for (const period of beside.seriesOf(unit, measure).keys()) periods.add(period);
	}
	return [...periods].sort(comparePeriods).map((period) => ({
		period,
		kind: kindOf(period),
		quarter: lastQuarterOf(period),
		year: yearOf(period),
		day: lastDayOf(period)
	}));
}

function placesIn(items: readonly string[], dictionary: readonly string[]): Int32Array {
	const places = new Map(items.map((item, at) => [item, at]));
	return Int32Array.from(dictionary, (text) => places.get(text) ?? 0);
}

/** True where a unit's figures, as they are laid out, may give a check something to say. */
export type Doubt = (figures: UnitFigures, unit: string) => boolean;
