import type { Issue } from '#lib/base/issue.ts';
import { localDayOf } from '#lib/base/local-day.ts';
import { mapAtOnce } from '#lib/base/map-at-once.ts';
import type { Unit } from '#lib/units/unit.ts';
import { type Drafted, tableKey } from './drafted.ts';
import type { ImportItem } from './import-item.ts';
import type { FileProgress, FileSource, KeptContent, Reading, SheetRow } from './ingest-tasks.ts';
import { type IngestLine, openIngestLine } from './open-ingest-line.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Where files are read and compared with what is in force; its worker starts with the first file, or ahead of it. */
export class ReadingDesk {
	readonly #workspace: Workspace;
	/** The submissions whose contents the worker at the other end knows. */
	readonly #told = new WeakMap<IngestLine, Set<string>>();
	#line?: IngestLine;
	/** What the worker knows that was started ahead of a file, until there is one. */
	#ahead?: readonly Unit[];

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
	}

	/** Starts the worker, and has it know the organisation's names, ahead of a file. */
	warmUp(): void {
		if (this.#line) return;
		this.#open();
		this.#ahead = this.#workspace.tree.units;
	}

	/** What the file is, each draft with what it would change; rejects with `Cancelled` where the desk is closed. */
	async read(item: ImportItem, onProgress: (progress: FileProgress) => void): Promise<Reading> {
		const line = this.#open();
		await line.ask('in-force', await this.#inForce(line));
		const reading = await line.ask('draft', this.#sourceOf(item), { onProgress });
		if (reading.kind === 'unit-list') return reading;
		onProgress({ phase: 'compare', done: 0, total: 0 });
		const drafts = [];
		for (const draft of reading.drafts) drafts.push(await this.#compare(item, draft));
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
		this.#line?.tell('forget', id);
	}

	/** Stops at once, and lets go of all cells; the next question starts anew. */
	close(): void {
		this.#line?.close();
		this.#line = undefined;
	}

	#open(): IngestLine {
		const { lineage, tree } = this.#workspace;
		// A worker started ahead of the first file may know the names of before.
		if (this.#ahead && this.#ahead !== tree.units) this.close();
		this.#ahead = undefined;
		// Another worker knows nothing of what is in force: who was reading with the lost one begins anew.
		const onLost = (): void => this.close();
		this.#line ??= openIngestLine({ units: tree.units, lineage }, { onLost });
		return this.#line;
	}

	#sourceOf({ id, file, version, choices }: ImportItem): FileSource {
		const { layouts, ownCatalogue: own } = this.#workspace;
		const today = localDayOf(Date.now());
		return { id, file, version, choices: choices.now, layouts, own, today };
	}

	async #compare(item: ImportItem, draft: Drafted): Promise<Drafted> {
		if (draft.figures === 0) return draft;
		const table = { source: this.#sourceOf(item), table: tableKey(draft) };
		const question = { ...table, drafted: draft.content };
		return { ...draft, ...(await this.#open().ask('compare', question)) };
	}

	/** The submissions in force, with the contents that the worker was not told before. */
	async #inForce(line: IngestLine): Promise<KeptContent[]> {
		const contents = await this.#contentsUnknownTo(line);
		const told = this.#toldTo(line);
		return this.#workspace.submissions.map(({ id, periods }) => {
			const content = contents.get(id);
			told.add(id);
			return { id, periods, ...(content && { content }) };
		});
	}

	/** A content that the worker was told before is not told again. */
	async #contentsUnknownTo(line: IngestLine): Promise<Map<string, Uint8Array>> {
		const told = this.#toldTo(line);
		const unknown = this.#workspace.submissions.filter(({ id }) => !told.has(id));
		const contents = new Map<string, Uint8Array>();
		await mapAtOnce(unknown, async (submission) => {
			const content = await this.#workspace.contentOf(submission);
			if (content) contents.set(submission.id, content);
		});
		return contents;
	}

	#toldTo(line: IngestLine): Set<string> {
		const told = this.#told.get(line) ?? new Set();
		this.#told.set(line, told);
		return told;
	}
}
