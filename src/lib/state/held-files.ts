import { AppError } from '#lib/base/app-error.ts';
import type { Issue } from '#lib/base/issue.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { productCatalogue, productCatalogueWhole } from '#lib/catalogue/load-catalogue.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';
import { mergeCatalogue, NOTHING_OWN } from '#lib/catalogue/own-catalogue.ts';
import { cellsAt, type CellColumns, correctColumns, gridOf } from '#lib/ingest/cell-columns.ts';
import { checkColumnsBeside } from '#lib/ingest/check-beside.ts';
import { correctGrid } from '#lib/ingest/correct-grid.ts';
import { draftColumns } from '#lib/ingest/draft-columns.ts';
import { sortSheets } from '#lib/ingest/draft-file.ts';
import { draftGrid } from '#lib/ingest/draft-grid.ts';
import type { Draft, MatchedColumn } from '#lib/ingest/draft.ts';
import { type Figures, figuresInForce } from '#lib/ingest/figures.ts';
import type { Cell, Grid } from '#lib/ingest/grid.ts';
import { isRefused } from '#lib/ingest/has-people.ts';
import { readColumns } from '#lib/ingest/read-columns.ts';
import { isBlankGrid, readFile } from '#lib/ingest/read-file.ts';
import { unitDirectory } from '#lib/ingest/unit-directory.ts';
import type { ReportedColumns } from '#lib/rollup/encode-entries.ts';
import { sha256Of } from '#lib/store/sha256.ts';
import type { StoredCorrection } from '#lib/store/submission.ts';
import { isUnitList, readUnits } from '#lib/units/read-units.ts';
import type { Organisation } from '#lib/units/change-organisation.ts';
import { type Drafted, tableKey } from './drafted.ts';
import type { FileProgress, FileSource, Reading } from './ingest-tasks.ts';
import { packColumns, packDraft, summarise } from './pack-draft.ts';
import { readBytes } from './read-bytes.ts';
import { choicesOf } from './sheet-choices.ts';

/** A list of units is small; a larger file is read once only, as figures. */
const LARGEST_UNIT_LIST = 8_000_000;
/** Beyond this many cells the files asked about longest ago are let go, and read again when they are asked about. */
const MOST_CELLS = 8_000_000;
/** A shorter file is read row by row in no time. */
const LEAST_LONG = 50_000;
/** A cell that is kept in a column takes a few bytes, one that is kept in a row some thirty. */
const CELLS_IN_THE_ROOM_OF_ONE = 8;
/** So many rows tell whether a file is a list of units. */
const HEAD = 100;

/** A table as the worker keeps it: all its issues, and the cells of its sheet with the corrections in place. */
export interface HeldTable {
	key: string;
	/** The cells of a row, from 1; none where the sheet has no such row. */
	cellsAt(row: number): readonly Cell[];
	/** Those found beside the figures in force join them once it was compared. */
	issues: Issue[];
	columns: readonly MatchedColumn[];
	extent: { first: number; last: number };
}

interface HeldFile {
	sha256: string;
	/** The file's one sheet column by column; its grids are then made only where rows are called for. */
	cells?: CellColumns;
	grids: Grid[];
	/** Those of the version that was asked for last. */
	version?: number;
	tables: HeldTable[];
}

/** What is told how far the reading is. */
export type OnProgress = (progress: FileProgress) => void;

/** The cells of the files on their way in, kept so that a further answer needs no further reading. */
export class HeldFiles {
	readonly #files = new Map<number, HeldFile>();
	#organisation: Organisation = { units: [], lineage: [] };
	#beside: Figures = figuresInForce([]);

	/** From here on names are looked up among these units, and those that they came from. */
	useOrganisation(organisation: Organisation): void {
		this.#organisation = organisation;
		// The next file should not wait for its names to be put in order.
		unitDirectory(organisation.units, organisation.lineage);
		for (const file of this.#files.values()) file.version = undefined;
	}

	/** From here on these figures are in force. */
	useFigures(beside: Figures): void {
		this.#beside = beside;
	}

	/** What the file is, by what was said about it so far; rejects with an AppError where it cannot be read. */
	async read(source: FileSource, onProgress?: OnProgress): Promise<Reading> {
		const held = this.#files.get(source.id);
		if (held) return this.#draft(source, held, onProgress);
		const opened = await openFile(source, onProgress);
		if ('kind' in opened) return opened;
		this.#files.set(source.id, opened);
		this.#makeRoom();
		return this.#draft(source, opened, onProgress);
	}

	/** The table as that version of the file has it; `undefined` where it has none of that name. */
	async table(source: FileSource, key: string): Promise<HeldTable | undefined> {
		if (this.#files.get(source.id)?.version !== source.version) await this.read(source);
		return this.#files.get(source.id)?.tables.find((table) => table.key === key);
	}

	/** All issues of a table once its entries are checked beside the figures in force. */
	check(
		entries: ReportedColumns,
		table: HeldTable | undefined
	): Pick<Drafted, 'issues' | 'kinds' | 'troubled'> {
		const { extent = { first: 1, last: 0 }, issues = [], columns = [] } = table ?? {};
		const { units, lineage } = this.#organisation;
		const { tree } = unitDirectory(units, lineage);
		const [catalogue, limits] = [productCatalogue(), productSettings().checks];
		const found = checkColumnsBeside(entries, {
			beside: this.#beside,
			catalogue,
			tree,
			limits,
			columns
		});
		for (const issue of found) table?.issues.push(issue);
		return summarise(issues, extent);
	}

	/** Lets go of a file. */
	forget(id: number): void {
		this.#files.delete(id);
	}

	async #draft(source: FileSource, held: HeldFile, onProgress?: OnProgress): Promise<Reading> {
		onProgress?.({ phase: 'draft', done: 0, total: 0 });
		const catalogue = mergeCatalogue(await productCatalogueWhole(), source.own ?? NOTHING_OWN);
		const context = { catalogue, ...this.#organisation };
		const long =
			held.cells && this.#draftLong(held.cells, { source, catalogue, sha256: held.sha256 });
		if (long) {
			this.#files.set(source.id, { ...held, version: source.version, tables: [long.table] });
			return { kind: 'sheets', drafts: [long.drafted], hidden: [] };
		}
		const grids =
			held.cells && held.grids.length === 0 ? gridsOf(held.cells, source.file.name) : held.grids;
		const { shown, hidden } = sortSheets(grids, { file: source.file.name, ...context });
		const ofFile = { source, catalogue, sha256: held.sha256 };
		const sheets = shown.map((grid) => this.#draftSheet(grid, ofFile));
		const drafts = sheets.flatMap((sheet) => sheet.drafts);
		const refused = drafts.filter(isRefused);
		if (refused.length > 0) {
			this.forget(source.id);
			return { kind: 'sheets', drafts: refused, hidden };
		}
		const tables = sheets.flatMap((sheet) => sheet.tables);
		this.#files.set(source.id, { ...held, grids, version: source.version, tables });
		return { kind: 'sheets', drafts, hidden };
	}

	/** A long table of plain cells, whose rows are never made objects; `undefined` for any other. */
	#draftLong(
		cells: CellColumns,
		{ source, catalogue, sha256 }: { source: FileSource; catalogue: Catalogue; sha256: string }
	): { drafted: Drafted; table: HeldTable } | undefined {
		const { corrections, ...choices } = choicesOf(source.choices);
		const about = { sha256, file: source.file.name, layouts: source.layouts };
		const corrected = correctColumns(cells, corrections);
		const draft =
			corrected &&
			draftColumns({ ...about, ...choices, cells: corrected, catalogue, ...this.#organisation });
		if (!draft) return undefined;
		const extent = { first: (draft.matches.header ?? 0) + 1, last: cells.length };
		const table = {
			...{ key: tableKey(draft), issues: [...draft.issues], columns: draft.matches.columns },
			...{ cellsAt: (row: number) => cellsAt(corrected, row), extent }
		};
		return { drafted: packColumns(draft, { extent, corrections }), table };
	}

	#draftSheet(
		grid: Grid,
		{ source, catalogue, sha256 }: { source: FileSource; catalogue: Catalogue; sha256: string }
	): { drafts: Drafted[]; tables: HeldTable[] } {
		const choices = choicesOf(source.choices, grid.sheet);
		const drafts = draftGrid({
			...{ grid, sha256, ...choices, file: source.file.name, layouts: source.layouts },
			...{ catalogue, ...this.#organisation, beside: this.#beside, today: source.today }
		});
		const corrected = correctGrid(grid, choices.corrections);
		const extents = extentsOf(drafts, grid.rows.length);
		const tables = drafts.map((draft, place) => ({
			...{ key: tableKey(draft), issues: [...draft.issues] },
			cellsAt: (row: number) => corrected.rows[row - 1] ?? [],
			columns: draft.matches.columns,
			extent: extents[place] ?? { first: 1, last: grid.rows.length }
		}));
		return {
			tables,
			drafts: drafts.map((draft, place) => {
				const extent = tables[place]?.extent ?? { first: 1, last: 0 };
				const isOnly = drafts.length === 1;
				const corrections = choices.corrections.filter((each) => isOnly || isWithin(each, extent));
				return packDraft(draft, { extent, corrections });
			})
		};
	}

	/** The file asked about last stays, however large. */
	#makeRoom(): void {
		let cells = 0;
		for (const [id, { cells: own, grids }] of [...this.#files].reverse()) {
			cells += ((own?.length ?? 0) * (own?.columns.length ?? 0)) / CELLS_IN_THE_ROOM_OF_ONE;
			cells += grids.reduce((sum, { rows }) => sum + rows.length * (rows[0]?.length ?? 1), 0);
			const isNewest = id === [...this.#files.keys()].at(-1);
			if (cells > MOST_CELLS && !isNewest) this.#files.delete(id);
		}
	}
}

/** The cells of a file, or the units that it lists; its bytes are let go of once they are read. */
async function openFile(
	{ file }: FileSource,
	onProgress?: OnProgress
): Promise<HeldFile | Reading> {
	const { name } = file;
	const bytes = await readBytes(file, (done, total) =>
		onProgress?.({ phase: 'read', done, total })
	);
	const cells = bytes.length < LEAST_LONG ? undefined : await readColumns(bytes);
	const grids = cells ? [] : await readFile({ name, bytes });
	const grid = cells ? gridOf(cells, HEAD) : grids[0];
	if (grid && bytes.length <= LARGEST_UNIT_LIST && /\.csv$/i.test(name) && isUnitList(grid)) {
		const list = readUnits(cells ? gridOf(cells) : grid);
		return { kind: 'unit-list', ...list, bytes };
	}
	return { sha256: await sha256Of(bytes), grids, ...(cells && { cells }), tables: [] };
}

/** The one sheet of a file row by row; throws AppError `file.empty` where nothing is in it. */
function gridsOf(cells: CellColumns, file: string): Grid[] {
	const grid = gridOf(cells);
	if (isBlankGrid(grid)) throw new AppError('file.empty', { file });
	return [grid];
}

/** From below each header to above the next table of the sheet. */
function extentsOf(drafts: readonly Draft[], rows: number): { first: number; last: number }[] {
	const headers = drafts.map(({ matches }) => matches.header ?? 0);
	return headers.map((header) => {
		const next = headers.filter((other) => other > header).sort((a, b) => a - b)[0];
		return { first: header + 1, last: next === undefined ? rows : next - 1 };
	});
}

function isWithin(
	{ row }: StoredCorrection,
	{ first, last }: { first: number; last: number }
): boolean {
	return row >= first && row <= last;
}
