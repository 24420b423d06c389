import type { Columns, TextColumn } from '#lib/engine/columns.ts';
import type { PeriodSums } from './add-up.ts';
import { NumberWriter, type UnitNumbers } from './number-writer.ts';
import { blocksOf, type RowGround } from './row-blocks.ts';
import type { Ratios, Sums } from './sums.ts';

/** The columns of whole numbers, in their order, and what each is made from. */
const NUMBERS: readonly (readonly [string, (sums: Sums) => UnitNumbers])[] = [
	['numerator', (sums) => numeratorOf(sums)],
	['denominator', (sums) => denominatorOf(sums)],
	['pending_last_denominator', ({ lastDenominator }) => ({ values: lastDenominator })],
	['pending_numerator', ({ pendingShare }) => ({ values: pendingShare.numerator })],
	['pending_denominator', ({ pendingShare }) => ({ values: pendingShare.denominator })],
	['reported', ({ reported }) => ({ values: reported })],
	['expected', ({ expected }) => ({ values: expected })],
	['pending_units', ({ pending }) => ({ values: pending })],
	['pending_unknown', ({ unknown }) => ({ values: unknown })],
	['stale', ({ stale }) => ({ values: stale })]
];

const OF_OTHER_MAPS: typeof NUMBERS = [
	['remainder_numerator', ({ remainder }) => numeratorOf(remainder)],
	['remainder_denominator', ({ remainder }) => denominatorOf(remainder)]
];

const MAY_BE_ABSENT = new Set(['numerator', 'denominator', ...OF_OTHER_MAPS.map(([name]) => name)]);

/** The rows of a rollup: one for each unit, period that it is shown for, and row name, in this order. */
export class TotalRows {
	readonly #ground: RowGround;
	readonly #count: number;
	readonly #blocks: ReturnType<typeof blocksOf>;
	readonly #length: number;
	/** The quarter that each total is as of; −1 for none. */
	readonly #asOf: Int32Array;
	readonly #closed: Uint8Array;
	readonly #unallocated: Uint8Array;
	readonly #numbers: ReadonlyMap<string, NumberWriter>;
	/** Of the period under way. */
	#flags: { name: number; asOf: Int32Array; closed: 0 | 1; unallocated: Uint8Array }[] = [];

	constructor(ground: RowGround) {
		this.#ground = ground;
		this.#count = ground.rowNames.length;
		this.#blocks = blocksOf(ground);
		this.#length = this.#blocks.unit.length * this.#count;
		this.#asOf = new Int32Array(this.#length).fill(-1);
		this.#closed = new Uint8Array(this.#length);
		this.#unallocated = new Uint8Array(ground.boundaries === undefined ? 0 : this.#length);
		this.#numbers = new Map(
			this.#names.map(([name]) => [
				name,
				new NumberWriter(this.#length, MAY_BE_ABSENT.has(name) ? 'may be absent' : 'always there')
			])
		);
	}

	/** Takes what the indicators of a row name, by its place, add up to in a period; all of a period's are taken before they are written. */
	take(name: number, { period, sums, isClosed }: PeriodSums): void {
		const units = this.#ground.shown[period] ?? new Int32Array();
		for (const [column, numbersOf] of this.#names)
			this.#numbers.get(column)?.take(name, units, numbersOf(sums));
		this.#flags.push({
			name,
			asOf: units.map((unit) => sums.slot[unit] ?? -1),
			closed: isClosed ? 1 : 0,
			unallocated: sums.unallocated
		});
	}

	/** Writes what was taken of a period. */
	write(period: number): void {
		const blocks = this.#blocks.firstRows[period] ?? new Int32Array();
		const units = this.#ground.shown[period] ?? new Int32Array();
		for (const writer of this.#numbers.values()) writer.write(blocks);
		const flags = this.#flags;
		const hasOtherMap = this.#unallocated.length > 0;
		for (let at = 0; at < blocks.length; at += 1) {
			const first = blocks[at] ?? 0;
			for (const { name, asOf, closed, unallocated } of flags) {
				this.#asOf[first + name] = asOf[at] ?? -1;
				this.#closed[first + name] = closed;
				if (hasOtherMap) this.#unallocated[first + name] = unallocated[units[at] ?? 0] ?? 0;
			}
		}
		this.#flags = [];
	}

	/** All of them as the columns of a kept rollup. */
	get columns(): Columns {
		const { keys, rowNames, boundaries, periodNames } = this.#ground;
		const numberOf = ([name]: (typeof NUMBERS)[number]): [string, Columns[string]][] => {
			const column = this.#numbers.get(name)?.column;
			return column ? [[name, column]] : [];
		};
		const text = (dictionary: readonly string[], codes: Int32Array): TextColumn => ({
			...{ type: 'text', dictionary, codes }
		});
		return {
			unit: text(keys.units, this.#spread(this.#blocks.unit)),
			period: text(periodNames, this.#spread(this.#blocks.period)),
			indicator: text(
				rowNames,
				this.#asOf.map((_, row) => row % this.#count)
			),
			as_of: this.#asOfTexts(),
			...Object.fromEntries(NUMBERS.flatMap(numberOf)),
			closed: { type: 'boolean', values: this.#closed },
			...(boundaries !== undefined && {
				boundaries: text([boundaries], new Int32Array(this.#length)),
				...Object.fromEntries(OF_OTHER_MAPS.flatMap(numberOf)),
				unallocated: { type: 'boolean', values: this.#unallocated }
			})
		};
	}

	get #names(): typeof NUMBERS {
		return this.#ground.boundaries === undefined ? NUMBERS : [...NUMBERS, ...OF_OTHER_MAPS];
	}

	/** What each unit and period has, for all row names. */
	#spread(each: Int32Array): Int32Array {
		const all = new Int32Array(this.#length);
		for (const [at, code] of each.entries())
			all.fill(code, at * this.#count, (at + 1) * this.#count);
		return all;
	}

	/** Quarters in the order in which they come first; those of year-end figures are named by their years. */
	#asOfTexts(): TextColumn {
		const { isYearly } = this.#ground;
		const codeOf = new Map<number, number>();
		const codes = this.#asOf.map((slot) => {
			if (slot < 0) return -1;
			const code = codeOf.get(slot) ?? codeOf.size;
			codeOf.set(slot, code);
			return code;
		});
		for (let row = 0; row < codes.length; row += 1) {
			if ((codes[row] ?? -1) >= 0 && isYearly[row % this.#count])
				codes[row] = (codes[row] ?? 0) + codeOf.size;
		}
		const slots = [...codeOf.keys()];
		return {
			type: 'text',
			dictionary: [
				...slots.map((slot) => `${Math.floor(slot / 4)}-Q${(slot % 4) + 1}`),
				...slots.map((slot) => String(Math.floor(slot / 4)))
			],
			codes
		};
	}
}

function numeratorOf({ numerator, hasNumerator }: Ratios): UnitNumbers {
	return { values: numerator, has: hasNumerator };
}

function denominatorOf({ denominator, hasDenominator }: Ratios): UnitNumbers {
	return { values: denominator, has: hasDenominator };
}
