import type { Issue } from '#lib/base/issue.ts';
import type { Drafted } from './drafted.ts';
import type { ImportItem } from './import-item.ts';
import type { FileProgress, FileSource, Reading, SheetRow } from './ingest-answer.ts';
import { IngestLine } from './ingest-line.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Where files are read and compared with what is in force; its worker starts when the first file is. */
export class ReadingDesk {
	readonly #workspace: Workspace;
	#line?: IngestLine;

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
	}

	/** What the file is, each draft with what it would change; rejects with `Cancelled` where the desk is closed. */
	async read(item: ImportItem, onProgress: (progress: FileProgress) => void): Promise<Reading> {
		const reading = await this.#open().ask('draft', this.#sourceOf(item), onProgress);
		if (reading.kind === 'unit-list') return reading;
		onProgress({ phase: 'compare', done: 0, total: 0 });
		const drafts = [];
		for (const draft of reading.drafts) drafts.push(await this.#compare(draft));
		return { ...reading, drafts };
	}

	/** Those rows of the sheet that the table is in. */
	rows(item: ImportItem, table: string, rows: number[]): Promise<SheetRow[]> {
		return this.#open().ask('rows', { source: this.#sourceOf(item), table, rows });
	}

	/** The table's issues from the given one on, the gravest first. */
	issues(
		item: ImportItem,
		table: string,
		{ from, count }: { from: number; count: number }
	): Promise<Issue[]> {
		return this.#open().ask('issues', { source: this.#sourceOf(item), table, from, count });
	}

	/** The rows of the table in which the column says the same. */
	alike(
		item: ImportItem,
		table: string,
		cell: { column: number; text: string }
	): Promise<Uint32Array> {
		return this.#open().ask('alike', { source: this.#sourceOf(item), table, ...cell });
	}

	/** Lets go of the cells of a file. */
	forget(id: number): void {
		void this.#line?.ask('forget', id).catch(() => undefined);
	}

	/** Stops at once, and lets go of all cells; the next question starts anew. */
	close(): void {
		this.#line?.close();
		this.#line = undefined;
	}

	#open(): IngestLine {
		this.#line ??= new IngestLine(this.#workspace.tree.units);
		return this.#line;
	}

	#sourceOf({ id, file, version, choices }: ImportItem): FileSource {
		return { id, file, version, choices: choices.now, layouts: this.#workspace.layouts };
	}

	async #compare(draft: Drafted): Promise<Drafted> {
		if (draft.figures === 0) return draft;
		const inForce = await this.#workspace.contentsBeside(draft);
		if (!inForce) return draft;
		const question = { drafted: draft.content, inForce };
		return { ...draft, changes: await this.#open().ask('compare', question) };
	}
}
