import { untrack } from 'svelte';
import type { StoredCorrection } from '#lib/store/submission.ts';
import { clipboardBlock } from '#lib/views/clipboard-block.ts';
import { columnOf } from '#lib/views/grid-issues.ts';
import { allRows, type GridRows, rowsInTrouble } from '#lib/views/grid-rows.ts';
import type { Drafted } from './drafted.ts';
import type { ImportItem } from './import-item.ts';
import type { Importing } from './importing.svelte.ts';
import type { SheetRow } from './ingest-tasks.ts';
import { latestAnswer, type LatestAnswer } from './latest-answer.svelte.ts';
import { cellKey, choicesOf } from './sheet-choices.ts';

/** A cell by the place of its row in the grid, from 0, and its column in the sheet, from 1. */
export interface GridPlace {
	place: number;
	column: number;
}

/** A correction that could be made in other cells of the column that say the same. */
export interface AlikeOffer {
	column: number;
	before: string;
	text: string;
	rows: Uint32Array;
}

/** How many rows are asked for at once; a window is aligned to it so that scrolling a little asks nothing. */
const PART = 50;
const NO_WINDOW = { from: 0, to: PART };

/** The cells of a table to look at and correct: which rows are shown, which cell is at hand, what was corrected. */
export class SheetGrid {
	readonly #importing: Importing;
	readonly #of: () => { item: ImportItem; draft: Drafted };
	readonly #answer: LatestAnswer<SheetRow[]>;
	#window = $state.raw(NO_WINDOW);
	#showsAll = $state(false);
	#chosen = $state.raw<GridPlace>();
	#edited = $state<string>();
	#offer = $state.raw<AlikeOffer>();
	readonly #draft = $derived.by(() => this.#of().draft);
	readonly #choices = $derived.by(() => {
		const { item, draft } = this.#of();
		return choicesOf(item.choices.now, draft.sheet);
	});
	readonly #corrected = $derived(
		new Map(this.#choices.corrections.map((each) => [cellKey(each), each]))
	);
	readonly #understood = $derived(
		new Map(this.#draft.corrections.map((each) => [cellKey(each), each]))
	);
	readonly #rows = $derived.by((): GridRows => {
		const { troubled, extent } = this.#draft;
		return this.#showsAll ? allRows(extent) : rowsInTrouble(troubled, this.ofTable);
	});
	readonly #loaded = $derived.by(() => new Map(this.#answer.value.map((each) => [each.row, each])));
	/** Where the hand is first: at the first cell that something is wrong with. */
	readonly #firstInTrouble = $derived.by((): GridPlace => {
		const { columns } = this.#draft.matches;
		const issues = this.#loaded.get(this.#rows.at(0) ?? 0)?.issues ?? [];
		const column = issues.map((issue) => columnOf(issue, columns)).find((each) => each);
		return { place: 0, column: column ?? columns[0]?.column ?? 1 };
	});
	/** What is settled meanwhile may leave fewer rows than there were. */
	readonly #active = $derived.by((): GridPlace => {
		const { place, column } = this.#chosen ?? this.#firstInTrouble;
		return { place: Math.max(0, Math.min(place, this.#rows.length - 1)), column };
	});

	/** To be called while a component is set up. */
	constructor(importing: Importing, of: () => { item: ImportItem; draft: Drafted }) {
		this.#importing = importing;
		this.#of = of;
		this.#showsAll = untrack(() => of().draft.troubled.length === 0);
		this.#answer = latestAnswer(() => this.#ask(), []);
	}

	/** The rows shown, by their place. */
	get rows(): GridRows {
		return this.#rows;
	}

	/** True while every row is shown, not only those in trouble. */
	get showsAll(): boolean {
		return this.#showsAll;
	}

	/** How many cells the widest of the rows that have come has. */
	get width(): number {
		return this.#answer.value.reduce((most, { cells }) => Math.max(most, cells.length), 0);
	}

	/** The cell at hand. */
	get active(): GridPlace {
		return this.#active;
	}

	/** What is being written into the cell at hand; `undefined` while nothing is. */
	get edited(): string | undefined {
		return this.#edited;
	}

	/** The last correction, where other cells could do with it. */
	get offer(): AlikeOffer | undefined {
		return this.#offer;
	}

	/** The corrections made in this table. */
	get ofTable(): StoredCorrection[] {
		const { first, last } = this.#draft.extent;
		return this.#choices.corrections.filter(({ row }) => row >= first && row <= last);
	}

	/** The row of the sheet with its issues; `undefined` until it has come. */
	rowAt(row: number): SheetRow | undefined {
		return this.#loaded.get(row);
	}

	/** What the cell says, corrected where it was; as the last reading had it until the row has come. */
	textAt(row: number, column: number): string {
		const key = cellKey({ row, column });
		const corrected = this.#corrected.get(key)?.text ?? this.#understood.get(key)?.before;
		return corrected ?? this.#loaded.get(row)?.cells[column - 1] ?? '';
	}

	/** What the file says, where the cell was corrected. */
	beforeAt(row: number, column: number): string | undefined {
		return this.#corrected.get(cellKey({ row, column }))?.before;
	}

	/** Asks for the rows between these places, and some around them. */
	look(from: number, to: number): void {
		const window = {
			from: Math.max(0, Math.floor(from / PART) - 1) * PART,
			to: (Math.ceil(to / PART) + 1) * PART
		};
		if (window.from === this.#window.from && window.to === this.#window.to) return;
		this.#window = window;
	}

	/** Shows every row, or only those in trouble; the cell at hand stays at hand where its row is shown. */
	showAll(showsAll: boolean): void {
		const [active, row] = [this.#active, this.#rows.at(this.#active.place) ?? 0];
		this.#showsAll = showsAll;
		this.#chosen = { ...active, place: this.#rows.placeOf(row) };
	}

	/** Puts a cell at hand. */
	goTo(place: GridPlace): void {
		this.#edited = undefined;
		this.#chosen = place;
	}

	/** Begins to write into the cell at hand: over what it says, or with another text in its place. */
	edit(text?: string): void {
		const row = this.#rows.at(this.#active.place);
		if (row !== undefined) this.#edited = text ?? this.textAt(row, this.#active.column);
	}

	/** Leaves the cell as it was. */
	revert(): void {
		this.#edited = undefined;
	}

	/** Corrects the cell at hand; asks whether other cells of the column say what it said. */
	async write(text: string): Promise<void> {
		this.#edited = undefined;
		const { place, column } = this.#active;
		const row = this.#rows.at(place);
		if (row === undefined) return;
		const before = this.textAt(row, column);
		if (text === before) return;
		this.#offer = undefined;
		this.#correct([{ row, column, before, text }]);
		const { item, draft } = this.#of();
		const alike = await this.#importing.alike(item, draft, { column, text: before });
		const isBlank = before.trim() === '';
		const rows = alike.filter(
			(other) => other !== row && (!isBlank || draft.troubled.includes(other))
		);
		if (rows.length > 0) this.#offer = { column, before, text, rows };
	}

	/** Makes the last correction in the other cells that say the same. */
	takeOffer(): void {
		const offer = this.#offer;
		if (!offer) return;
		const { column, before, text } = offer;
		this.#offer = undefined;
		this.#correct([...offer.rows].map((row) => ({ row, column, before, text })));
	}

	/** Writes a block from a spreadsheet over the rows shown, from the cell at hand on; how many cells and rows it was. */
	async paste(text: string): Promise<{ cells: number; rows: number }> {
		const block = clipboardBlock(text);
		const { place, column } = this.#active;
		const rows = block
			.map((_, index) => this.#rows.at(place + index))
			.filter((row) => row !== undefined);
		const { item, draft } = this.#of();
		const held = await this.#importing.rows(item, draft, rows);
		const cells = new Map(held.map((each) => [each.row, each.cells]));
		const made = rows.flatMap((row, index) =>
			(block[index] ?? []).map((written, shift) => {
				const before = cells.get(row)?.[column + shift - 1] ?? '';
				return { row, column: column + shift, before, text: written.trim() };
			})
		);
		this.#offer = undefined;
		this.#correct(made);
		return { cells: made.length, rows: rows.length };
	}

	/** Takes back what was last said about the file. */
	undo(): void {
		this.#offer = undefined;
		this.#importing.undo(this.#of().item.id);
	}

	/** Says again what was last taken back. */
	redo(): void {
		this.#importing.redo(this.#of().item.id);
	}

	#correct(made: StoredCorrection[]): void {
		const { item, draft } = this.#of();
		this.#importing.correct(item.id, draft.sheet, made);
	}

	#ask(): Promise<SheetRow[]> {
		const { from, to } = this.#window;
		const [draft, rows] = [this.#draft, this.#rows];
		const wanted = Array.from({ length: Math.min(to, rows.length) - from }, (_, place) =>
			rows.at(from + place)
		).filter((row) => row !== undefined);
		return untrack(() => this.#importing.rows(this.#of().item, draft, wanted));
	}
}
