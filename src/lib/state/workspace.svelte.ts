import type { Facts } from '#lib/assess/standing.ts';
import { AppError } from '#lib/base/app-error.ts';
import type { Layout } from '#lib/base/layout.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';
import { readRollup } from '#lib/rollup/read-rollup.ts';
import type { Files } from '#lib/store/files.ts';
import { openStore, type Store } from '#lib/store/store.ts';
import type { Submission } from '#lib/store/submission.ts';
import { createUnitTree, type UnitTree } from '#lib/units/unit-tree.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { RollupTask } from './compute-rollup.ts';
import { asAddition, type CommitChoice, type Drafted } from './drafted.ts';
import { openFiles } from './open-files.ts';
import { openUnits } from './open-units.ts';
import { listenToOtherTabs, type OtherTabs } from './other-tabs.ts';
import { RollupDesk } from './rollup-desk.ts';
import { rollupKeyOf } from './rollup-key.ts';
import { SAMPLE_NOTE } from './sample-note.ts';
import { layoutKey } from './source-key.ts';
import { asAppError, Cancelled, type Work } from './work.ts';

/** Where the workspace stands: `empty` has no submissions, `failed` cannot be read (see `problem`). */
export type Phase = 'opening' | 'empty' | 'ready' | 'failed';

/** The submissions in force and what they add up to: the one place through which they change. */
export class Workspace {
	/** Everything that is monitored. */
	readonly catalogue = productCatalogue();
	/** Settles once what is kept has been read, or could not be. */
	readonly opened: Promise<void>;
	readonly #desk = new RollupDesk();
	#tellOpened = (): void => undefined;
	#store?: Store;
	#otherTabs?: OtherTabs;
	/** Counts the readings of the store, so that an older one cannot overwrite a newer one. */
	#reading = 0;
	#phase = $state<Phase>('opening');
	#problem = $state.raw<AppError>();
	#work = $state.raw<Work>();
	#rollups = $state(0);
	#isKept = $state(true);
	#hasOwnUnits = $state(false);
	#tree = $state.raw<UnitTree>(createUnitTree([]));
	#facts = $state.raw<Facts>();
	#submissions = $state.raw<readonly Submission[]>([]);
	#layouts = $state.raw<readonly Layout[]>([]);

	constructor() {
		this.opened = new Promise((resolve) => (this.#tellOpened = resolve));
	}

	/** Where the workspace stands. */
	get phase(): Phase {
		return this.#phase;
	}

	/** What went wrong last, until it is dismissed or the next change. */
	get problem(): AppError | undefined {
		return this.#problem;
	}

	/** The long work under way. */
	get work(): Work | undefined {
		return this.#rollups > 0 ? { label: 'work.rollup', done: 0, total: 0 } : this.#work;
	}

	/** False where the browser keeps nothing: all is gone when the page closes. */
	get isKept(): boolean {
		return this.#isKept;
	}

	/** True while any figure comes from the sample data. */
	get isSample(): boolean {
		return this.#submissions.some(({ note }) => note === SAMPLE_NOTE);
	}

	/** True where a unit list of the organisation's own is in use, false for the sample city. */
	get hasOwnUnits(): boolean {
		return this.#hasOwnUnits;
	}

	/** The organisation. */
	get tree(): UnitTree {
		return this.#tree;
	}

	/** All that assessments rest on; absent until there are figures. */
	get facts(): Facts | undefined {
		return this.#facts;
	}

	/** The submissions in force, in the order of commit. */
	get submissions(): readonly Submission[] {
		return this.#submissions;
	}

	/** What was settled about kinds of sheets, the newest last. */
	get layouts(): readonly Layout[] {
		return this.#layouts;
	}

	/** Reads what is kept; to be called once, when the app starts. */
	async open(): Promise<void> {
		const opened = await this.#try(openFiles);
		this.#isKept = opened?.isKept ?? false;
		if (!opened || !(await this.#reopen(opened.files))) this.#phase = 'failed';
		this.#tellOpened();
		if (!opened) return;
		this.#otherTabs = listenToOtherTabs(() => void this.#reopen(opened.files));
	}

	/** Boots the engine ahead of its use. */
	warmUp(): void {
		this.#desk.warmUp();
	}

	/** The contents in force that may hold cells of the draft, in the order of commit; absent where one is damaged. */
	contentsBeside({ periods }: Pick<Drafted, 'periods'>): Promise<Uint8Array[] | undefined> {
		const beside = this.#submissions.filter((submission) =>
			submission.periods.some((period) => periods.includes(period))
		);
		return this.#try(async () => {
			const contents = [];
			for (const submission of beside) {
				const content = await this.#store?.content(submission);
				if (content) contents.push(content);
			}
			return contents;
		});
	}

	/** The content of a submission in force; absent where it is damaged, and `problem` says so. */
	contentOf(submission: Submission): Promise<Uint8Array | undefined> {
		return this.#try(async () => this.#store?.content(submission));
	}

	/** The facts as they would be with the drafts in force; nothing is stored. Absent where `problem` says why. */
	factsWith(drafts: readonly Drafted[]): Promise<Facts | undefined> {
		const store = this.#store;
		if (!store) return Promise.resolve(undefined);
		const more = drafts.map(({ content }) => content);
		const { manifest } = store;
		return this.#try(async () =>
			this.#factsOf(await this.#compute({ store, manifest, units: this.#tree.units, more }))
		);
	}

	/** Puts all of the drafts in force, or none; false where it was not done, and `problem` says why. */
	commit(drafts: readonly Drafted[], choice: CommitChoice): Promise<boolean> {
		return this.#change((store) => this.#commit(store, drafts, choice));
	}

	/** Takes submissions out of force; false where it was not done. */
	undo(ids: readonly string[]): Promise<boolean> {
		return this.#change(async (store) => {
			for (const [done, id] of ids.entries()) {
				this.#work = { label: 'work.undo', done, total: ids.length };
				await store.undo(id);
			}
		});
	}

	/** Replaces the units by those of a unit list, given as the bytes of its file; false where it was not done. */
	useUnits(list: Uint8Array): Promise<boolean> {
		return this.#change(async (store) => void (await store.saveUnits(list)));
	}

	/** Keeps layouts for the files to come, in place of those for the same headers; false where it was not done. */
	keepLayouts(settled: readonly Layout[]): Promise<boolean> {
		return this.#change(async (store) => {
			const keys = new Set(settled.map(layoutKey));
			await store.changeLayouts((kept) => [
				...kept.filter((layout) => !keys.has(layoutKey(layout))),
				...settled
			]);
		});
	}

	/** Forgets what was settled for the headers of the layout; false where it was not done. */
	forgetLayout(layout: Layout): Promise<boolean> {
		const key = layoutKey(layout);
		return this.#change(async (store) => {
			await store.changeLayouts((kept) => kept.filter((other) => layoutKey(other) !== key));
		});
	}

	/** Forgets all submissions, layouts and the unit list; false where it was not done. */
	clear(): Promise<boolean> {
		return this.#change(async (store) => void (await store.clear()));
	}

	/** Reads and commits the sample of the invented city; cancelled before the commit it leaves nothing. */
	loadSample(): Promise<boolean> {
		return this.#change(async (store) => {
			if (this.#hasOwnUnits) throw new AppError('sample.own-units');
			const cancelling = new AbortController();
			const { signal } = cancelling;
			const onProgress = (done: number, total: number): void => {
				this.#work = { label: 'work.sample', done, total, cancel: () => cancelling.abort() };
			};
			onProgress(0, 0);
			this.warmUp();
			const { draftSample } = await import('./sample.ts');
			const drafts = await draftSample({ units: this.#tree.units, signal, onProgress });
			if (signal.aborted) throw new Cancelled();
			await this.#commit(store, drafts, { note: SAMPLE_NOTE, state: 'official' });
		});
	}

	/** Forgets the problem once the reader has seen it. */
	dismissProblem(): void {
		this.#problem = undefined;
	}

	async #commit(store: Store, drafts: readonly Drafted[], choice: CommitChoice): Promise<void> {
		this.#work = { label: 'work.saving', done: 0, total: 0 };
		const additions = drafts.map((draft) => asAddition(draft, choice));
		await store.commit(additions, { at: new Date().toISOString() });
	}

	/** Runs a change of the store, then shows what is in force, whether the change landed or not. */
	async #change(change: (store: Store) => Promise<void>): Promise<boolean> {
		const store = this.#store;
		if (!store || this.work) return false;
		this.#problem = undefined;
		this.#work = { label: 'work.saving', done: 0, total: 0 };
		const isDone = await this.#try(() => change(store).then(() => true));
		await this.#try(() => this.#show(store));
		this.#work = undefined;
		if (isDone) this.#otherTabs?.tell();
		return isDone ?? false;
	}

	/** Reads the store anew, at the start and when another tab has changed what is in force; false where it cannot. */
	async #reopen(files: Files): Promise<boolean> {
		this.#problem = undefined;
		const store = await this.#try(() => openStore(files));
		if (!store) return false;
		this.#store = store;
		await this.#show(store);
		return true;
	}

	/** Shows what the store holds; a reading that began later wins. */
	async #show(store: Store): Promise<void> {
		const reading = ++this.#reading;
		const { submissions, units: list, layouts = [] } = store.manifest;
		const units = (await this.#try(async () => openUnits(await store.units()))) ?? [];
		const rollup =
			submissions.length > 0 ? await this.#try(() => this.#rollup(store, units)) : undefined;
		if (reading !== this.#reading) return;
		this.#hasOwnUnits = list !== undefined;
		this.#tree = createUnitTree(units);
		this.#submissions = submissions;
		this.#layouts = layouts;
		this.#facts = rollup && this.#factsOf(rollup);
		this.#phase = submissions.length > 0 ? 'ready' : 'empty';
	}

	#factsOf(rollup: Uint8Array): Facts {
		const { catalogue } = this;
		return { catalogue, totals: readRollup(rollup), adoption: {}, settings: productSettings() };
	}

	/** The kept rollup where it is still that of the submissions in force; else a new one, kept for the next time. */
	async #rollup(store: Store, units: readonly Unit[]): Promise<Uint8Array> {
		const { manifest } = store;
		const key = await rollupKeyOf({ manifest, units, catalogue: this.catalogue });
		const kept = await store.rollup(key);
		if (kept) return kept;
		const rollup = await this.#compute({ store, manifest, units });
		await this.#try(() => store.saveRollup(rollup, key));
		return rollup;
	}

	async #compute(task: Omit<RollupTask, 'catalogue'>): Promise<Uint8Array> {
		this.#rollups += 1;
		try {
			return await this.#desk.compute({ ...task, catalogue: this.catalogue });
		} finally {
			this.#rollups -= 1;
		}
	}

	/** What the task gives; where it fails `undefined`, and the problem says why. */
	async #try<T>(task: () => Promise<T>): Promise<T | undefined> {
		try {
			return await task();
		} catch (error) {
			if (error instanceof Cancelled) return undefined;
			this.#problem = asAppError(error);
			return undefined;
		}
	}
}
