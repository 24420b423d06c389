import type { Issue } from '#lib/base/issue.ts';
import type { Layout } from '#lib/base/layout.ts';
import type { Period } from '#lib/base/period.ts';
import type { StoredCorrection, Submission } from '#lib/store/submission.ts';
import { advance, type ChoiceHistory, stepBack, stepForth } from './choice-history.ts';
import { type CommitChoice, type Drafted, tableKey, withReasons } from './drafted.ts';
import {
	draftsOf,
	type ImportItem,
	isReading,
	isSame,
	newItem,
	type Obstacle,
	obstacleTo,
	withReading
} from './import-item.ts';
import type { SheetRow } from './ingest-tasks.ts';
import { layoutsToKeep } from './layouts-to-keep.ts';
import { ReadingDesk } from './reading-desk.ts';
import {
	choicesOf,
	type FileChoices,
	saysAnything,
	type SheetChoices,
	withAnswer,
	withCorrections
} from './sheet-choices.ts';
import { asAppError, Cancelled } from './work.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Files on their way in: read off the main thread, settled with the analyst, stored only when the analyst confirms. */
export class Importing {
	readonly #workspace: Workspace;
	readonly #desk: ReadingDesk;
	/** The files that are being read, so that no file is read twice at a time. */
	readonly #busy = new Set<number>();
	#count = 0;
	#items = $state.raw<readonly ImportItem[]>([]);
	readonly #waiting = $derived(this.#items.filter(isReading));

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
		this.#desk = new ReadingDesk(workspace);
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
		return this.#items.flatMap((item) => this.#readyOf(item));
	}

	/** How many sheets a commit would put in force, and how many files hold none that it would. */
	get outcome(): { ready: number; held: number } {
		const isHeld = (item: ImportItem): boolean =>
			item.reading?.kind !== 'unit-list' && this.#readyOf(item).length === 0;
		return { ready: this.committable.length, held: this.#items.filter(isHeld).length };
	}

	/** True while a reload would lose answers, corrections or reasons. */
	get hasUnsaved(): boolean {
		return this.#items.some(
			({ choices, reasons }) =>
				saysAnything(choices.now) || Object.values(reasons).some((reason) => reason.trim() !== '')
		);
	}

	/** What keeps the draft of the file from being committed; `undefined` where nothing does. */
	obstacleTo(item: ImportItem, draft: Drafted): Obstacle | undefined {
		const first = this.#items
			.flatMap((each) => draftsOf(each))
			.find(({ sha256, ...each }) => sha256 === draft.sha256 && tableKey(each) === tableKey(draft));
		return obstacleTo(draft, { item, same: this.sameAs(item, draft), isTwice: first !== draft });
	}

	/** The submission in force that came from the same table of the same bytes, nothing else being said about it now. */
	sameAs(item: ImportItem, draft: Drafted): Submission | undefined {
		const says = saysAnything(item.choices.now);
		return this.#workspace.submissions.findLast((other) => isSame(other, { draft, says }));
	}

	/** Gets ready for files, ahead of them. */
	warmUp(): void {
		const { opened } = this.#workspace;
		this.#workspace.warmUp();
		void opened.then(() => this.#workspace.phase === 'failed' || this.#desk.warmUp());
	}

	/** Gives up what was got ready where no file came. */
	leave(): void {
		if (this.#items.length === 0) this.#desk.close();
	}

	/** Takes files in and reads them one after the other. */
	add(files: Iterable<File>): void {
		const items = [...files].map((file) => newItem(++this.#count, file));
		this.#items = [...this.#items, ...items];
		this.#workspace.warmUp();
		for (const { id } of items) void this.#settle(id);
	}

	/** Takes the analyst's word for the period of the sheet, and of the file's sheets that name none. */
	choosePeriod(id: number, sheet: string | undefined, period: Period): void {
		const item = this.#find(id);
		if (!item) return;
		const nameless = draftsOf(item).filter(({ periods }) => periods.length === 0);
		const sheets = new Set([sheet, ...nameless.map((draft) => draft.sheet)]);
		this.#say(item, [...sheets], (choices) => ({ ...choices, period }));
	}

	/** Takes an answer to a question of the sheet; takes it back where the value is `undefined`. */
	answer(id: number, sheet: string | undefined, [key, value]: readonly [string, string?]): void {
		const item = this.#find(id);
		if (item) this.#say(item, [sheet], (choices) => withAnswer(choices, key, value));
	}

	/** Writes over cells of the sheet. */
	correct(id: number, sheet: string | undefined, made: readonly StoredCorrection[]): void {
		const item = this.#find(id);
		if (item) this.#say(item, [sheet], (choices) => withCorrections(choices, made));
	}

	/** Takes back what was last said about the file. */
	undo(id: number): void {
		const item = this.#find(id);
		if (item && item.choices.past.length > 0) this.#choose(item, stepBack(item.choices));
	}

	/** Says again what was last taken back. */
	redo(id: number): void {
		const item = this.#find(id);
		if (item && item.choices.future.length > 0) this.#choose(item, stepForth(item.choices));
	}

	/** Takes a table of the file, or leaves it out. */
	take(id: number, table: string, isToBeTaken: boolean): void {
		this.#patch(id, (item) => ({ ...item, taken: { ...item.taken, [table]: isToBeTaken } }));
	}

	/** Says why the file's warnings of these codes are let stand. */
	giveReason(id: number, codes: readonly string[], reason: string): void {
		const given = Object.fromEntries(codes.map((code) => [code, reason]));
		this.#patch(id, (item) => ({ ...item, reasons: { ...item.reasons, ...given } }));
	}

	/** Those rows of the sheet that the table is in; none where the file was let go of meanwhile. */
	rows(item: ImportItem, draft: Drafted, rows: number[]): Promise<SheetRow[]> {
		return orNothing(this.#desk.rows(item, tableKey(draft), rows), []);
	}

	/** The table's issues from the given one on, the gravest first. */
	issues(
		item: ImportItem,
		draft: Drafted,
		part: { from: number; count: number }
	): Promise<Issue[]> {
		return orNothing(this.#desk.issues(item, tableKey(draft), part), []);
	}

	/** The rows of the table in which the column says the same. */
	alike(
		item: ImportItem,
		draft: Drafted,
		cell: { column: number; text: string }
	): Promise<Uint32Array> {
		return orNothing(this.#desk.alike(item, tableKey(draft), cell), new Uint32Array());
	}

	/** Lets go of a file. */
	remove(id: number): void {
		const isUnderWay = this.#items.some((item) => item.id === id && isReading(item));
		this.#items = this.#items.filter((item) => item.id !== id);
		if (isUnderWay || this.#items.length === 0) this.#desk.close();
		else this.#desk.forget(id);
	}

	/** Stops reading and lets go of the files that are not read yet. */
	cancel(): void {
		this.#items = this.#items.filter((item) => !isReading(item));
		this.#desk.close();
	}

	/** Lets go of all files. */
	clear(): void {
		this.#items = [];
		this.#desk.close();
	}

	/**
	 * Puts in force what nothing keeps back, and remembers what was settled; the other files stay in sight. The layouts
	 * remembered, or `undefined` where it was not done.
	 */
	async commit(choice: CommitChoice): Promise<Layout[] | undefined> {
		const ready = this.#items.map((item) => ({ item, drafts: this.#readyOf(item) }));
		const drafts = ready.flatMap(({ item, drafts: each }) =>
			each.map((draft) => withReasons(draft, item.reasons))
		);
		if (!(await this.#workspace.commit(drafts, choice))) return undefined;
		const done = new Set(
			ready.filter(({ drafts: each }) => each.length > 0).map(({ item }) => item.id)
		);
		this.#items = this.#items.filter(({ id }) => !done.has(id));
		const layouts = layoutsToKeep(drafts, this.#workspace.layouts);
		const isKept = layouts.length > 0 && (await this.#workspace.keepLayouts(layouts));
		this.#readAnew();
		return isKept ? layouts : [];
	}

	/** Puts the unit list of the item in place of the units; what was read is read again beside the new ones. */
	async useUnits(id: number): Promise<boolean> {
		const reading = this.#find(id)?.reading;
		if (reading?.kind !== 'unit-list') return false;
		if (!(await this.#workspace.useUnits(reading.bytes))) return false;
		this.#items = this.#items.filter((item) => item.id !== id);
		this.#readAnew();
		return true;
	}

	#find(id: number): ImportItem | undefined {
		return this.#items.find((item) => item.id === id);
	}

	#readyOf(item: ImportItem): Drafted[] {
		return draftsOf(item).filter((draft) => !this.obstacleTo(item, draft));
	}

	#say(
		item: ImportItem,
		sheets: readonly (string | undefined)[],
		change: (choices: SheetChoices) => SheetChoices
	): void {
		const { now } = item.choices;
		const changed: FileChoices = Object.fromEntries(
			sheets.map((sheet = '') => [sheet, change(choicesOf(now, sheet))])
		);
		this.#choose(item, advance(item.choices, { ...now, ...changed }));
	}

	#choose({ id }: ImportItem, choices: ChoiceHistory): void {
		this.#patch(id, (item) => ({ ...item, choices, version: item.version + 1 }));
		void this.#settle(id);
	}

	/** Reads until nothing new was said meanwhile; a reading stopped for another file's sake starts again. */
	async #settle(id: number): Promise<void> {
		if (this.#busy.has(id)) return;
		this.#busy.add(id);
		await this.#workspace.opened;
		for (let item = this.#find(id); item && isReading(item); item = this.#find(id)) {
			await this.#read(item);
		}
		this.#busy.delete(id);
		if (this.#items.length === 0) this.#desk.close();
	}

	async #read(item: ImportItem): Promise<void> {
		const { id, version } = item;
		try {
			const reading = await this.#desk.read(item, (progress) =>
				this.#patch(id, (now) => ({ ...now, progress }))
			);
			this.#patch(id, (now) => withReading(now, reading, version));
		} catch (error) {
			if (error instanceof Cancelled) return;
			const problem = asAppError(error);
			const settled = { settled: version, progress: undefined, reading: undefined };
			this.#patch(id, (now) => ({ ...now, ...settled, problem }));
		}
	}

	/** What is in force or known has changed: units, layouts or figures. */
	#readAnew(): void {
		this.#desk.close();
		this.#items = this.#items
			.filter(({ reading }) => reading?.kind !== 'unit-list')
			.map((item) => ({ ...item, version: item.version + 1 }));
		for (const { id } of this.#items) void this.#settle(id);
	}

	#patch(id: number, change: (item: ImportItem) => ImportItem): void {
		this.#items = this.#items.map((item) => (item.id === id ? change(item) : item));
	}
}

async function orNothing<Answer>(asked: Promise<Answer>, nothing: Answer): Promise<Answer> {
	try {
		return await asked;
	} catch (error) {
		if (error instanceof Cancelled) return nothing;
		throw error;
	}
}
