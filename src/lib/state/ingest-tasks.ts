import type { Issue } from '#lib/base/issue.ts';
import type { Layout } from '#lib/base/layout.ts';
import type { IsoDate, Period } from '#lib/base/period.ts';
import type { OwnCatalogue } from '#lib/catalogue/own-catalogue.ts';
import type { Organisation } from '#lib/units/change-organisation.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { CellChanges } from '#lib/views/draft-changes.ts';
import type { Drafted } from './drafted.ts';
import type { FileChoices } from './sheet-choices.ts';
import type { Share } from './worker-line.ts';

/** A file with what was said about it: all that is needed to read it, or to read it again. */
export interface FileSource {
	id: number;
	file: File;
	/** Grows whenever what was said about the file changes. */
	version: number;
	choices: FileChoices;
	layouts: readonly Layout[];
	/** The organisation's own targets, whose codes B8 may speak of. */
	own?: OwnCatalogue;
	/** The day in Viet Nam: what B8 says of a later one is refused. */
	today?: IsoDate;
}

/** What a file turned out to be: tables of figures, or a list of units. */
export type Reading =
	| {
			kind: 'sheets';
			drafts: Drafted[];
			/** The names of sheets that hold something and that the workbook does not show. */
			hidden: string[];
	  }
	| { kind: 'unit-list'; units: Unit[]; issues: Issue[]; bytes: Uint8Array };

/** A table of a file. */
export interface TableOfFile {
	source: FileSource;
	/** As `tableKey` names it. */
	table: string;
}

/** A submission in force, the oldest first; its content is told once, and known from then on. */
export interface KeptContent {
	id: string;
	periods: readonly Period[];
	content?: Uint8Array;
}

/** A row of a sheet as a person sees it, with what was found wrong with it. */
export interface SheetRow {
	/** From 1. */
	row: number;
	/** The text of each cell, corrected where the analyst corrected it. */
	cells: string[];
	issues: Issue[];
}

/** How far the reading of a file is; a `total` of 0 stands for a phase of unknown length. */
export interface FileProgress extends Share {
	phase: 'read' | 'draft' | 'compare';
}

/** What the ingest worker can be asked, each with its answer. */
export interface IngestTasks {
	/** From here on names are looked up among these units, and those that they came from. */
	organisation: { question: Organisation; answer: undefined };
	/** What is in force from here on: drafts are compared with it, and figures of one quarter are added to it. */
	'in-force': { question: KeptContent[]; answer: undefined };
	/** What is in the file; its cells are kept for further questions. */
	draft: { question: FileSource; answer: Reading };
	/** Those rows of the sheet that the table is in. */
	rows: { question: TableOfFile & { rows: number[] }; answer: SheetRow[] };
	/** Further issues of a table, the gravest first. */
	issues: { question: TableOfFile & { from: number; count: number }; answer: Issue[] };
	/** The rows of the table in which a cell of that column says the same. */
	alike: { question: TableOfFile & { column: number; text: string }; answer: Uint32Array };
	/** What the table would change of what is in force, and what all of its issues are beside it. */
	compare: {
		question: TableOfFile & { drafted: Uint8Array };
		answer: Pick<Drafted, 'issues' | 'kinds' | 'troubled'> & { changes: CellChanges };
	};
	/** Lets go of what is kept of a file. */
	forget: { question: number; answer: undefined };
}
