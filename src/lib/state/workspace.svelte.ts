import type { Facts } from '#lib/assess/standing.ts';
import { AppError } from '#lib/base/app-error.ts';
import type { Layout } from '#lib/base/layout.ts';
import type { IsoDate } from '#lib/base/period.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { mergeCatalogue, type OwnCatalogue } from '#lib/catalogue/own-catalogue.ts';
import type { Files } from '#lib/store/files.ts';
import { openStore, type Organisation, type Store } from '#lib/store/store.ts';
import type { Submission } from '#lib/store/submission.ts';
import { Contents } from './contents.svelte.ts';
import { asAddition, type CommitChoice, type Drafted } from './drafted.ts';
import { openFiles } from './open-files.ts';
import { FactsDesk, type FactsQuestion, type FigureSearch } from './facts-desk.ts';
import { editionOf, encodeOwnCatalogue, type Ground, openGround } from './ground.ts';
import { withLayouts, withoutLayout } from './layouts-to-keep.ts';
import { listenToOtherTabs, type OtherTabs } from './other-tabs.ts';
import { SAMPLE_NOTE } from './sample-note.ts';
import { asAppError, Cancelled, type Work } from './work.ts';

/** Where the workspace stands: `empty` has no submissions, `failed` cannot be read (see `problem`). */
export type Phase = 'opening' | 'empty' | 'ready' | 'failed';

/** The submissions in force and what they add up to: the one place through which they change. */
export class Workspace extends Contents {
	/** Settles once what is kept has been read, or could not be. */
	readonly opened: Promise<void>;
	readonly #desk = new FactsDesk();
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

	constructor() {
		super();
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
		const beside = this.submissions.filter((submission) =>
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
		return this.#ask({}, { more: drafts.map(({ content }) => content) });
	}

	/** The facts with all periods on the units of one day; absent where `problem` says why. */
	factsOn(boundaries: IsoDate): Promise<Facts | undefined> {
		return this.#ask({}, { boundaries });
	}

	/** The facts as they would be with another own catalogue; nothing is stored. Absent where `problem` says why. */
	factsWithCatalogue(own: OwnCatalogue): Promise<Facts | undefined> {
		return this.#ask({ own, catalogue: mergeCatalogue(productCatalogue(), own) }, {});
	}

	/** The facts as they would be with another organisation; nothing is stored. Absent where `problem` says why. */
	factsWithOrganisation(
		organisation: Pick<Ground, 'units' | 'lineage'>,
		question: Pick<FactsQuestion, 'boundaries'> = {}
	): Promise<Facts | undefined> {
		return this.#ask(organisation, question);
	}

	/** What a search finds about one figure on the ground in force; absent where `problem` says why. */
	find<Found>(search: FigureSearch<Found>): Promise<Found | undefined> {
		const { ground } = this;
		if (!ground) return Promise.resolve(undefined);
		return this.#try(() => this.#desk.find(ground, search));
	}

	/** Puts all of the drafts in force, or none; false where it was not done, and `problem` says why. */
	commit(drafts: readonly Drafted[], choice: CommitChoice): Promise<boolean> {
		return this.#change((store) => this.#commit(store, drafts, choice));
	}

	/** Takes submissions out of force; false where it was not done. */
	undo(ids: readonly string[]): Promise<boolean> {
		return this.#change((store) => {
			this.#work = { label: 'work.undo', done: 0, total: 0 };
			return store.undo(...ids);
		});
	}

	/** Replaces the units by those of a unit list, given as the bytes of its file; false where it was not done. */
	useUnits(units: Uint8Array): Promise<boolean> {
		return this.#change(async (store) => {
			const before = await store.organisation();
			await store.saveOrganisation({ ...before, units }, editionOf());
		});
	}

	/** Puts an organisation in force; false where it was not done. */
	saveOrganisation(organisation: Organisation, note?: string): Promise<boolean> {
		return this.#change((store) => store.saveOrganisation(organisation, editionOf(note)));
	}

	/** Goes back to the organisation before; false where it was not done. */
	undoOrganisation(): Promise<boolean> {
		return this.#change((store) => store.undoOrganisation());
	}

	/** Puts an own catalogue in force; false where it was not done. */
	saveCatalogue(own: OwnCatalogue, note?: string): Promise<boolean> {
		return this.#change((store) => store.saveCatalogue(encodeOwnCatalogue(own), editionOf(note)));
	}

	/** Goes back to the own catalogue before; false where it was not done. */
	undoCatalogue(): Promise<boolean> {
		return this.#change((store) => store.undoCatalogue());
	}

	/** Keeps layouts for the files to come, in place of those for the same headers; false where it was not done. */
	keepLayouts(settled: readonly Layout[]): Promise<boolean> {
		return this.keep((store) => store.changeLayouts((kept) => withLayouts(kept, settled)));
	}

	/** Forgets what was settled for the headers of the layout; false where it was not done. */
	forgetLayout(layout: Layout): Promise<boolean> {
		return this.keep((store) => store.changeLayouts((kept) => withoutLayout(kept, layout)));
	}

	/** Changes what is kept beside the figures, which stay as they are; false where it was not done. */
	async keep(change: (store: Store) => Promise<unknown>): Promise<boolean> {
		const store = this.#store;
		if (!store) return false;
		const isDone = await this.#try(() => change(store).then(() => true));
		this.showManifest(store.manifest);
		if (isDone) this.#otherTabs?.tell();
		return isDone ?? false;
	}

	/** Forgets all submissions, layouts and the unit list; false where it was not done. */
	clear(): Promise<boolean> {
		return this.#change((store) => store.clear());
	}

	/** Reads and commits the sample of the invented city; cancelled before the commit it leaves nothing. */
	loadSample(): Promise<boolean> {
		return this.#change(async (store) => {
			if (this.hasOwnUnits) throw new AppError('sample.own-units');
			const cancelling = new AbortController();
			const { signal } = cancelling;
			const onProgress = (done: number, total: number): void => {
				this.#work = { label: 'work.sample', done, total, cancel: () => cancelling.abort() };
			};
			onProgress(0, 0);
			this.warmUp();
			const { draftSample } = await import('./sample.ts');
			const drafts = await draftSample({ units: this.tree.units, signal, onProgress });
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
	async #change(change: (store: Store) => Promise<unknown>): Promise<boolean> {
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
		const { submissions } = store.manifest;
		const ground = await openGround(store, (work) => this.#try(work));
		const facts = submissions.length > 0 ? await this.#factsInForce(ground) : undefined;
		if (reading !== this.#reading) return;
		this.show(ground, facts);
		this.#phase = submissions.length > 0 ? 'ready' : 'empty';
	}

	/** The facts in force; a rollup that had to be computed is kept for the next time. */
	async #factsInForce(ground: Ground): Promise<Facts | undefined> {
		const answer = await this.#try(() =>
			this.#desk.inForce(ground, (compute) => this.#counted(compute))
		);
		if (answer?.save) await this.#try(answer.save);
		return answer?.facts;
	}

	/** The facts of another question to the ground in force, or to what it would be. */
	#ask(other: Partial<Ground>, question: FactsQuestion): Promise<Facts | undefined> {
		const { ground } = this;
		if (!ground) return Promise.resolve(undefined);
		return this.#try(() => this.#counted(() => this.#desk.ask({ ...ground, ...other }, question)));
	}

	/** Shows that a rollup is being computed while the work lasts. */
	async #counted<T>(work: () => Promise<T>): Promise<T> {
		this.#rollups += 1;
		try {
			return await work();
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
