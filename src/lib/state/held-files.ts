import type { Issue } from '#lib/base/issue.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { productCatalogue, productCatalogueWhole } from '#lib/catalogue/load-catalogue.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';
import { mergeCatalogue, NOTHING_OWN } from '#lib/catalogue/own-catalogue.ts';
import { checkBeside } from '#lib/ingest/check-beside.ts';
import { correctGrid } from '#lib/ingest/correct-grid.ts';
import { sortSheets } from '#lib/ingest/draft-file.ts';
import { draftGrid } from '#lib/ingest/draft-grid.ts';
import type { Draft, MatchedColumn } from '#lib/ingest/draft.ts';
import { type Figures, figuresInForce } from '#lib/ingest/figures.ts';
import type { Grid } from '#lib/ingest/grid.ts';
import { isRefused } from '#lib/ingest/has-people.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import { unitDirectory } from '#lib/ingest/unit-directory.ts';
import type { ReportedEntry } from '#lib/rollup/encode-entries.ts';
import { sha256Of } from '#lib/store/sha256.ts';
import type { StoredCorrection } from '#lib/store/submission.ts';
import { isUnitList, readUnits } from '#lib/units/read-units.ts';
import type { Organisation } from '#lib/units/change-organisation.ts';
import { type Drafted, tableKey } from './drafted.ts';
import type { FileProgress, FileSource, Reading } from './ingest-answer.ts';
import { packDraft, summarise } from './pack-draft.ts';
import { readBytes } from './read-bytes.ts';
import { choicesOf } from './sheet-choices.ts';

/** A list of units is small; a larger file is read once only, as figures. */
const LARGEST_UNIT_LIST = 8_000_000;
/** Beyond this many cells the files asked about longest ago are let go, and read again when they are asked about. */
const MOST_CELLS = 8_000_000;

/** A table as the worker keeps it: all its issues, and the cells of its sheet with the corrections in place. */
export interface HeldTable {
	key: string;
	grid: Grid;
	/** Those found beside the figures in force join them once it was compared. */
	issues: Issue[];
	columns: readonly MatchedColumn[];
	extent: { first: number; last: number };
}

interface HeldFile {
	sha256: string;
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
		for (const file of this.#files.values()) file.version = undefined;
	}

	/** From here on these figures are in force. */
	useFigures(beside: Figures): void {
		this.#beside = beside;
	}

	/** What the file is, by what was said about it so far; rejects with an AppError where it cannot be read. */
	async read(source: FileSource, onProgress?: OnProgress): Promise<Reading> {
		const held = this.#files.get(source.id);
		if (held && held.grids.length > 0) return this.#draft(source, held, onProgress);
		const { name } = source.file;
		const bytes = await readBytes(source.file, (done, total) =>
			onProgress?.({ phase: 'read', done, total })
		);
		const grids = await readFile({ name, bytes });
		const [grid] = grids;
		if (grid && bytes.length <= LARGEST_UNIT_LIST && /\.csv$/i.test(name) && isUnitList(grid))
			return { kind: 'unit-list', ...readUnits(grid), bytes };
		const file: HeldFile = { sha256: await sha256Of(bytes), grids, tables: [] };
		this.#files.set(source.id, file);
		this.#makeRoom();
		return this.#draft(source, file, onProgress);
	}

	/** The table as that version of the file has it; `undefined` where it has none of that name. */
	async table(source: FileSource, key: string): Promise<HeldTable | undefined> {
		if (this.#files.get(source.id)?.version !== source.version) await this.read(source);
		return this.#files.get(source.id)?.tables.find((table) => table.key === key);
	}

	/** All issues of a table once its entries are checked beside the figures in force. */
	check(
		entries: readonly ReportedEntry[],
		table: HeldTable | undefined
	): Pick<Drafted, 'issues' | 'kinds' | 'troubled'> {
		const { extent = { first: 1, last: 0 }, issues = [], columns = [] } = table ?? {};
		const { tree } = unitDirectory(this.#organisation.units);
		const [catalogue, limits] = [productCatalogue(), productSettings().checks];
		const found = checkBeside(entries, { beside: this.#beside, catalogue, tree, limits, columns });
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
		const { shown, hidden } = sortSheets(held.grids, { file: source.file.name, ...context });
		const ofFile = { source, catalogue, sha256: held.sha256 };
		const sheets = shown.map((grid) => this.#draftSheet(grid, ofFile));
		const drafts = sheets.flatMap((sheet) => sheet.drafts);
		const refused = drafts.filter(isRefused);
		if (refused.length > 0) {
			this.forget(source.id);
			return { kind: 'sheets', drafts: refused, hidden };
		}
		const tables = sheets.flatMap((sheet) => sheet.tables);
		this.#files.set(source.id, { ...held, version: source.version, tables });
		return { kind: 'sheets', drafts, hidden };
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
			...{ key: tableKey(draft), grid: corrected, issues: [...draft.issues] },
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
		for (const [id, { grids }] of [...this.#files].reverse()) {
			cells += grids.reduce((sum, { rows }) => sum + rows.length * (rows[0]?.length ?? 1), 0);
			const isNewest = id === [...this.#files.keys()].at(-1);
			if (cells > MOST_CELLS && !isNewest) this.#files.delete(id);
		}
	}
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
