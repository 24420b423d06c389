import type { Period } from '#lib/base/period.ts';
import type { CommitChoice, Drafted } from './drafted.ts';
import { type ImportItem, obstacleTo, type Obstacle } from './import-item.ts';
import type { Reading } from './ingest-answer.ts';
import { IngestLine } from './ingest-line.ts';
import { asAppError, Cancelled } from './work.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Files on their way in: read off the main thread, shown for preview, stored only when the analyst confirms. */
export class Importing {
	readonly #workspace: Workspace;
	#line?: IngestLine;
	#count = 0;
	#items = $state.raw<readonly ImportItem[]>([]);
	readonly #waiting = $derived(this.#items.filter(({ isReading }) => isReading));

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
	}

	/** The files brought, in the order in which they came. */
	get items(): readonly ImportItem[] {
		return this.#items;
	}

	/** How many files are still to be read, of how many. */
	get progress(): { waiting: number; total: number } {
		return { waiting: this.#waiting.length, total: this.#items.length };
	}

	/** The drafts that a commit would put in force, in the order of the files. */
	get committable(): Drafted[] {
		return this.#drafts().filter((draft) => !this.obstacleTo(draft));
	}

	/** How many sheets a commit would put in force, and how many files hold none that it would. */
	get outcome(): { ready: number; held: number } {
		const isHeld = (item: ImportItem): boolean =>
			item.reading?.kind !== 'unit-list' && sheetsOf(item).every((draft) => this.obstacleTo(draft));
		return { ready: this.committable.length, held: this.#items.filter(isHeld).length };
	}

	/** What keeps the draft from being committed; `undefined` where nothing does. */
	obstacleTo(draft: Drafted): Obstacle | undefined {
		const first = this.#drafts().find(
			({ sha256, sheet }) => sha256 === draft.sha256 && sheet === draft.sheet
		);
		const same = this.#workspace.findSame(draft);
		return obstacleTo(draft, { same, isTwice: first !== draft });
	}

	/** Takes files in and reads them one after the other. */
	add(files: Iterable<File>): void {
		const items = [...files].map((file) => ({ id: ++this.#count, file, isReading: true }));
		this.#items = [...this.#items, ...items];
		this.#workspace.warmUp();
		for (const item of items) void this.#read(item);
	}

	/** Reads the file again for the period that the analyst chose. */
	choosePeriod(id: number, period: Period): void {
		const item = this.#items.find((other) => other.id === id);
		if (!item) return;
		const again = { ...item, period, isReading: true };
		this.#replace(again);
		void this.#read(again);
	}

	/** Lets go of a file. */
	remove(id: number): void {
		this.#items = this.#items.filter((item) => item.id !== id);
		if (this.#waiting.length === 0) this.#close();
	}

	/** Stops reading and lets go of the files that are not read yet. */
	cancel(): void {
		this.#close();
		this.#items = this.#items.filter(({ isReading }) => !isReading);
	}

	/** Lets go of all files. */
	clear(): void {
		this.#close();
		this.#items = [];
	}

	/** Puts in force what nothing keeps back; the other files stay in sight. False where it was not done. */
	async commit(choice: CommitChoice): Promise<boolean> {
		const drafts = this.committable;
		const isDone = await this.#workspace.commit(drafts, choice);
		if (isDone) {
			const done = new Set(drafts);
			this.#items = this.#items.filter((item) => !sheetsOf(item).some((draft) => done.has(draft)));
		}
		return isDone;
	}

	/** Puts the unit list of the item in place of the units; what was read is read again beside the new ones. */
	async useUnits(id: number): Promise<boolean> {
		const reading = this.#items.find((item) => item.id === id)?.reading;
		if (reading?.kind !== 'unit-list') return false;
		const isDone = await this.#workspace.useUnits(reading.bytes);
		if (!isDone) return false;
		this.#close();
		this.#items = this.#items
			.filter((item) => item.id !== id)
			.map((item) => ({ ...item, isReading: item.reading?.kind !== 'unit-list' }));
		for (const item of this.#waiting) void this.#read(item);
		return true;
	}

	#drafts(): Drafted[] {
		return this.#items.flatMap(sheetsOf);
	}

	/** A reading counts only while its very item is there: removed or chosen anew meanwhile, it is dropped. */
	async #read(item: ImportItem): Promise<void> {
		await this.#workspace.opened;
		if (!this.#items.includes(item)) return;
		this.#line ??= new IngestLine(this.#workspace.tree.units);
		try {
			const line = this.#line;
			const reading = await line.ask('read', { file: item.file, period: item.period });
			const compared = await this.#withChanges(line, reading);
			this.#replace({ ...item, isReading: false, reading: compared, problem: undefined }, item);
		} catch (error) {
			if (error instanceof Cancelled) return;
			const problem = asAppError(error);
			this.#replace({ ...item, isReading: false, reading: undefined, problem }, item);
		}
		if (this.#waiting.length === 0) this.#close();
	}

	async #withChanges(line: IngestLine, reading: Reading): Promise<Reading> {
		if (reading.kind === 'unit-list') return reading;
		const drafts = [];
		for (const draft of reading.drafts) {
			const inForce = await this.#workspace.contentsBeside(draft);
			const changes = inForce && (await line.ask('compare', { drafted: draft.content, inForce }));
			drafts.push({ ...draft, changes });
		}
		return { ...reading, drafts };
	}

	#replace(next: ImportItem, only?: ImportItem): void {
		this.#items = this.#items.map((item) =>
			item.id === next.id && (!only || item === only) ? next : item
		);
	}

	#close(): void {
		this.#line?.close();
		this.#line = undefined;
	}
}

function sheetsOf({ reading }: ImportItem): Drafted[] {
	return reading?.kind === 'sheets' ? reading.drafts : [];
}
