import { kindOf, type Period } from '#lib/base/period.ts';
import { type Columns, columnOf } from '#lib/engine/columns.ts';
import { decodeColumns } from '#lib/engine/decode-columns.ts';
import { type Figures, widened, zeros } from './figures.ts';
import { keyPlaces, type RollupSubmission, SPAN, slotOf, STATE } from './key-entries.ts';
import type { RollupKeys } from './rollup-keys.ts';

/** What holds for one measure and quarter, by the places of the units: 0 where nothing does, else a `STATE`. */
export interface Cells {
	state: Uint8Array;
	/** 0 where the state is no figure. */
	value: Figures;
	hasFigure: boolean;
}

/** What holds for a measure, by the number of the quarter; the figures for whole years stand apart where quarters add up. */
export interface MeasureCells {
	quarters: ReadonlyMap<number, Cells>;
	yearSums: ReadonlyMap<number, Cells>;
}

/** What the newest submission that names a unit says of one measure and period. */
interface Block extends Pick<Cells, 'state' | 'value'> {
	measure: number;
	slot: number;
	span: number;
	/** −1 where none names the unit. */
	sequence: Int32Array;
}

/** Sums of floats are exact up to here. */
const MOST_EXACT = Number.MAX_SAFE_INTEGER;
const MOST_WIDE = 2 ** 63;

/** What the submissions say, the newest word on each cell kept (MODEL "Submissions"), in whatever order they are added. */
export class Statements {
	/** What the cells go by. */
	readonly keys: RollupKeys;
	readonly #places: ReturnType<typeof keyPlaces>;
	readonly #blocks = new Map<string, Block>();
	/** No sum of one indicator's figures can be more. */
	#most = 0;
	#width: 'narrow' | 'wide' = 'narrow';
	/** The blocks that nobody else has; absent where that is all of them. */
	#isOwn?: Set<Block>;

	constructor(keys: RollupKeys) {
		this.keys = keys;
		this.#places = keyPlaces(keys);
	}

	/** Of which kind all values are. */
	get width(): 'narrow' | 'wide' {
		return this.#width;
	}

	/** The same with more submissions beside; these stay as they are. */
	with(submissions: readonly RollupSubmission[]): Statements {
		const all = new Statements(this.keys);
		[all.#most, all.#width] = [this.#most, this.#width];
		for (const [key, block] of this.#blocks) all.#blocks.set(key, block);
		all.#isOwn = new Set();
		for (const submission of submissions) all.add(submission);
		return all;
	}

	/** Lets go of all that was said of the periods. */
	forget(periods: ReadonlySet<Period>): void {
		const places = new Set(
			[...periods].map((period) => `${slotOf(period)} ${SPAN[kindOf(period)]}`)
		);
		for (const [key, { slot, span }] of this.#blocks)
			if (places.has(`${slot} ${span}`)) this.#blocks.delete(key);
	}

	/**
	 * Adds what a submission says, where periods are named of these alone, and gives all periods that it may speak of;
	 * throws where the bytes are none, and where sums might pass 64 bits.
	 */
	add({ sequence, bytes }: RollupSubmission, only?: ReadonlySet<Period>): readonly Period[] {
		const entries = decodeColumns(bytes);
		this.#makeRoom(entries);
		const { values } = columnOf(entries, 'value', 'int64');
		const [unit, unitCodes] = this.#numbered(entries, 'unit', (code) =>
			this.#places.units.get(code)
		);
		const [state, stateCodes] = this.#numbered(
			entries,
			'state',
			(name) => STATE[name as keyof typeof STATE]
		);
		const blockAt = this.#blocksOf(entries, only);
		const read = readerOf(values, this.#width);
		for (let row = 0; row < values.length; row += 1) {
			const place = unit[unitCodes[row] ?? -1] ?? -1;
			const block = place < 0 ? undefined : blockAt(row);
			const said = state[stateCodes[row] ?? -1] ?? 0;
			if (block) say(block, place, { sequence, state: said, value: read(row) });
		}
		return columnOf(entries, 'period', 'text').dictionary;
	}

	/** What holds, by the places of the measures. */
	inForce(): MeasureCells[] {
		const bySlot = this.keys.measures.map(() => ({
			quarters: new Map<number, Block[]>(),
			yearSums: new Map<number, Block[]>()
		}));
		for (const block of this.#blocks.values()) {
			const isYearSum =
				block.span === SPAN.year && this.keys.measures[block.measure]?.overTime === 'sum';
			const blocks = bySlot[block.measure]?.[isYearSum ? 'yearSums' : 'quarters'];
			blocks?.set(block.slot, [...(blocks.get(block.slot) ?? []), block]);
		}
		return bySlot.map(({ quarters, yearSums }) => ({
			quarters: cellsOf(quarters),
			yearSums: cellsOf(yearSums)
		}));
	}

	/** Passes to numbers of 64 bits before sums could lose any. */
	#makeRoom(entries: Columns): void {
		const { values } = columnOf(entries, 'value', 'int64');
		const terms = this.keys.indicators.map(
			({ numerator, denominator }) => numerator.length + denominator.length
		);
		this.#most += magnitudeOf(values) * Math.max(1, ...terms);
		if (this.#most >= MOST_WIDE) throw new RangeError('figures too large to be added up');
		if (this.#most < MOST_EXACT || this.#width === 'wide') return;
		this.#width = 'wide';
		for (const [key, block] of this.#blocks) {
			const own = this.#owned(key, block);
			own.value = widened(own.value);
		}
	}

	/** Finds the block that a row speaks of; none where its measure is not known. */
	#blocksOf(
		entries: Columns,
		only: ReadonlySet<Period> | undefined
	): (row: number) => Block | undefined {
		const [measure, measureCodes] = this.#numbered(entries, 'measure', (id) =>
			this.#places.measures.get(id)
		);
		const [slot, periodCodes] = this.#numbered(entries, 'period', slotOf);
		const [span] = this.#numbered(entries, 'period', (period) => SPAN[kindOf(period)]);
		const [isAsked] = this.#numbered(entries, 'period', (period) =>
			!only || only.has(period) ? 1 : 0
		);
		const known: (Block | undefined)[] = [];
		return (row) => {
			const [measureCode, periodCode] = [measureCodes[row] ?? -1, periodCodes[row] ?? -1];
			const place = measure[measureCode] ?? -1;
			if (place < 0 || isAsked[periodCode] !== 1) return undefined;
			const at = measureCode * slot.length + periodCode;
			return (known[at] ??= this.#block(place, slot[periodCode] ?? 0, span[periodCode] ?? 0));
		};
	}

	#block(measure: number, slot: number, span: number): Block {
		const key = `${measure} ${slot} ${span}`;
		const known = this.#blocks.get(key);
		if (known) return this.#owned(key, known);
		const units = this.keys.units.length;
		const block = {
			...{ measure, slot, span, state: new Uint8Array(units), value: zeros(units, this.#width) },
			sequence: new Int32Array(units).fill(-1)
		};
		this.#blocks.set(key, block);
		this.#isOwn?.add(block);
		return block;
	}

	/** The block, or in its place a copy where others have it too. */
	#owned(key: string, block: Block): Block {
		if (!this.#isOwn || this.#isOwn.has(block)) return block;
		const own = {
			...block,
			sequence: block.sequence.slice(),
			state: block.state.slice(),
			value: block.value.slice()
		};
		this.#isOwn.add(own);
		this.#blocks.set(key, own);
		return own;
	}

	/** The numbers of the texts of a column, and which text each row has. */
	#numbered(
		entries: Columns,
		name: string,
		numberOf: (text: string) => number | undefined
	): [number[], Int32Array] {
		const { dictionary, codes } = columnOf(entries, name, 'text');
		return [dictionary.map((text) => numberOf(text) ?? -1), codes];
	}
}

/** Rows of one submission that name the same cell are added up. */
function say(
	block: Block,
	unit: number,
	{ sequence, state, value }: { sequence: number; state: number; value: number }
): void {
	const { sequence: newest, state: states, value: values } = block;
	const before = newest[unit] ?? -1;
	if (sequence < before) return;
	if (sequence > before) {
		newest[unit] = sequence;
		states[unit] = 0;
		// Zero, of the value's own kind.
		values[unit] = value - value;
	}
	if (state > (states[unit] ?? 0)) states[unit] = state;
	if (state === STATE.figure) values[unit] = (values[unit] ?? 0) + value;
}

/** The value in a row, of the kind that is added up; a 64-bit number is two of 32 bits. */
function readerOf(values: BigInt64Array, width: 'narrow' | 'wide'): (row: number) => number {
	if (width === 'wide') return (row) => values[row] as unknown as number;
	const halves = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
	return (row) => ((halves[2 * row] ?? 0) >>> 0) + (halves[2 * row + 1] ?? 0) * 2 ** 32;
}

function magnitudeOf(values: BigInt64Array): number {
	const halves = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
	let sum = 0;
	for (let at = 0; at < halves.length; at += 2) {
		sum += Math.abs(((halves[at] ?? 0) >>> 0) + (halves[at + 1] ?? 0) * 2 ** 32);
	}
	return sum;
}

/** By quarter what holds, and not at all the quarters with nothing. */
function cellsOf(bySlot: ReadonlyMap<number, readonly Block[]>): Map<number, Cells> {
	const cells = new Map<number, Cells>();
	for (const [slot, [only, ...others]] of bySlot) {
		if (!only) continue;
		const { state, value } = others.length > 0 ? merged([only, ...others]) : only;
		const hasFigure = state.includes(STATE.figure);
		if (hasFigure || state.includes(STATE['not-applicable']))
			cells.set(slot, { state, value, hasFigure });
	}
	return cells;
}

/**
 * Of what is said of a quarter and of longer periods that end with it, the newest word holds; of one submission a word
 * rather than "missing", and that of the shorter period.
 */
function merged(blocks: readonly [Block, ...Block[]]): Pick<Block, 'state' | 'value'> {
	const [first] = blocks;
	const [state, value] = [first.state.slice(), first.value.slice()];
	const ranks = new Float64Array(state.length).fill(-1);
	for (const block of blocks) {
		for (let unit = 0; unit < state.length; unit += 1) {
			const sequence = block.sequence[unit] ?? -1;
			if (sequence < 0) continue;
			const says = (block.state[unit] ?? 0) > 0 ? 8 : 0;
			const rank = sequence * 16 + says + SPAN.year - block.span;
			if (rank <= (ranks[unit] ?? -1)) continue;
			ranks[unit] = rank;
			state[unit] = block.state[unit] ?? 0;
			value[unit] = block.value[unit] ?? 0;
		}
	}
	return { state, value };
}
