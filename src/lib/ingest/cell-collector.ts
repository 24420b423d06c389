import {
	type CellColumn,
	entryCode,
	MOST_DIGITS,
	NOTHING,
	numberCode,
	type NumberKind
} from './cell-columns.ts';
import type { Cell } from './grid.ts';

const TOO_BIG = 10 ** MOST_DIGITS;
/** A column of more different cells than this is no column of names: the rest is kept as often as it stands there. */
const MOST_KNOWN = 500_000;

/** Takes in the cells of one column, one by one. */
export class CellCollector {
	readonly #codes: Int32Array;
	readonly #dictionary: NonNullable<Cell>[] = [];
	readonly #places = new Map<NonNullable<Cell>, number>();
	#numbers?: NumberKind;

	/** A column of so many rows, all of them without a cell as yet. */
	constructor(length: number) {
		this.#codes = new Int32Array(length).fill(NOTHING);
	}

	/** Sets the cell of a row, from 0. */
	set(row: number, cell: Cell): void {
		this.#codes[row] = cell === null ? NOTHING : (this.#number(cell) ?? this.#entry(cell));
	}

	/** Sets the heading, which is no number among numbers. */
	head(heading: string): void {
		this.#codes[0] = this.#entry(heading);
	}

	/** The column as it was taken in. */
	column(): CellColumn {
		return { codes: this.#codes, dictionary: this.#dictionary, numbers: this.#numbers ?? 'text' };
	}

	/** All numbers of a column are of one kind; those of another are entries. */
	#number(cell: NonNullable<Cell>): number | undefined {
		const code = typeof cell === 'string' ? numberCode(cell) : smallCode(cell);
		if (code === undefined) return undefined;
		const kind = typeof cell === 'string' ? 'text' : (typeof cell as 'number' | 'bigint');
		this.#numbers ??= kind;
		return this.#numbers === kind ? code : undefined;
	}

	#entry(cell: NonNullable<Cell>): number {
		const known = this.#places.get(cell);
		if (known !== undefined) return entryCode(known);
		const place = this.#dictionary.push(cell) - 1;
		if (place < MOST_KNOWN) this.#places.set(cell, place);
		return entryCode(place);
	}
}

function smallCode(cell: number | bigint): number | undefined {
	const number = Number(cell);
	const isSmall = Number.isInteger(number) && number >= 0 && number < TOO_BIG;
	return isSmall && !Object.is(number, -0) ? number : undefined;
}
