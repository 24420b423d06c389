import type { Facts } from '#lib/assess/standing.ts';
import { AppError } from '#lib/base/app-error.ts';
import type { IsoDate } from '#lib/base/period.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { mergeCatalogue, type OwnCatalogue } from '#lib/catalogue/own-catalogue.ts';
import type { Files } from '#lib/store/files.ts';
import type { Note, WholeLog } from '#lib/store/log.ts';
import { openStore, type Store } from '#lib/store/store.ts';
import type { Submission } from '#lib/store/submission.ts';
import { Contents } from './contents.svelte.ts';
import type { Drafted } from './drafted.ts';
import { FactsDesk, type FactsQuestion, type FigureSearch } from './facts-desk.ts';
import { type Ground, openGround } from './ground.ts';
import { onHandedOver } from './hand-over.ts';
import { type OpenedFiles, openFiles } from './open-files.ts';
import { listenToOtherTabs, type OtherTabs } from './other-tabs.ts';
import type { OnProgress } from './rollup-line.ts';
import { untilIdle } from './until-idle.ts';
import type { Work } from './work.ts';

/** Where the workspace stands: `empty` has no submissions, `failed` cannot be read (see `problem`). */
export type Phase = 'opening' | 'empty' | 'ready' | 'failed';

/** The workspace as it lies open: read, asked, and followed where other tabs change it. */
export class OpenWorkspace extends Contents {
	/** Settles once what is kept has been read, or could not be. */
	readonly opened: Promise<void>;
	readonly #desk = new FactsDesk();
	#tellOpened = (): void => undefined;
	#store?: Store;
	#otherTabs?: OtherTabs;
	/** Counts the readings of the store, so that an older one cannot overwrite a newer one. */
	#reading = 0;
	/** Settles once the rollup last computed is kept. */
	#keeping: Promise<unknown> = Promise.resolve();
	/** How many readings are under way. */
	#showing = 0;
	/** True once something was missed that another tab has changed. */
	#isBehind = false;
	#phase = $state<Phase>('opening');
	#work = $state.raw<Work>();
	#rollups = $state(0);
	/** How many periods of the rollup under way are added up. */
	#rolledUp = $state.raw({ done: 0, total: 0 });
	#isKept = $state(true);
	#isFull = $state(false);

	constructor() {
		super();
		this.opened = new Promise((resolve) => (this.#tellOpened = resolve));
	}

	/** Where the workspace stands. */
	get phase(): Phase {
		return this.#phase;
	}

	/** The long work under way. */
	get work(): Work | undefined {
		return this.#rollups > 0 ? { label: 'work.rollup', ...this.#rolledUp } : this.#work;
	}

	/** False where the browser keeps nothing: all is gone when the page closes. */
	get isKept(): boolean {
		return this.#isKept;
	}

	/** True once there was no room for a change, until one finds room again. */
	get isFull(): boolean {
		return this.#isFull;
	}

	/** Reads what is kept, or the files given; to be called once, when the app starts. */
	async open(given?: OpenedFiles): Promise<void> {
		const opened = given ?? (await this.attempt(openFiles));
		this.#isKept = opened?.isKept ?? false;
		this.site = opened?.site;
		if (!opened || !(await this.#openStore(opened.files))) this.#phase = 'failed';
		this.#tellOpened();
		const store = this.#store;
		// A published site is read as far as the reader goes, and nothing is written to it.
		if (!store || this.site) return;
		onHandedOver((name) => void this.record({ what: 'exported', names: [name], count: 1 }));
		this.#otherTabs = listenToOtherTabs(() => void this.#follow(store));
		void this.attempt(() => this.#check(store));
	}

	/** Says how far long work is. */
	protected tellWork(work: Work): void {
		this.#work = work;
	}

	/** Gets ready for figures to come, ahead of its use: the engine boots, and what is in force is read. */
	warmUp(): void {
		this.#desk.warmUp();
		if (!this.site) void this.opened.then(() => this.#desk.prepare(this.ground));
	}

	/** The contents in force that may hold cells of the draft, in the order of commit; absent where one is damaged. */
	contentsBeside({ periods }: Pick<Drafted, 'periods'>): Promise<Uint8Array[] | undefined> {
		const beside = this.submissions.filter((submission) =>
			submission.periods.some((period) => periods.includes(period))
		);
		return this.attempt(async () => this.#store?.contents(beside));
	}

	/** The content of a submission in force; absent where it is damaged, and `problem` says so. */
	contentOf(submission: Submission): Promise<Uint8Array | undefined> {
		return this.attempt(async () => this.#store?.content(submission));
	}

	/** The facts as they would be with the drafts in force; nothing is stored. Absent where `problem` says why. */
	factsWith(drafts: readonly Drafted[]): Promise<Facts | undefined> {
		return this.#ask({}, { more: drafts.map(({ content }) => content) });
	}

	/** The facts with all periods on the units of one day; absent where `problem` says why. */
	factsOn(boundaries: IsoDate): Promise<Facts | undefined> {
		return this.#ask({}, { boundaries });
	}

	/** The same where they are at hand, having been asked for before; else `undefined`. */
	knownFactsOn(boundaries: IsoDate): Facts | undefined {
		return this.ground && this.#desk.known(this.ground, boundaries);
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
		return this.attempt(() => this.#desk.find(ground, search));
	}

	/** Changes what is kept beside the figures, which stay as they are; false where it was not done. */
	async keep(change: (store: Store) => Promise<unknown>): Promise<boolean> {
		const store = this.#store;
		if (!store) return false;
		const isDone = await this.attempt(() => change(store).then(() => true));
		await this.#showChanges(store);
		if (isDone) this.#otherTabs?.tell();
		return isDone ?? false;
	}

	/** Keeps what the first screen shows of what is in force, for the next visit; without room it goes without. */
	async keepFirstScreen(bytes: Uint8Array): Promise<void> {
		const [store, ground] = [this.#store, this.ground];
		if (!store || !ground || this.site || this.damaged.length > 0) return;
		await store.keepFirstScreen(ground.manifest, bytes).catch(unlessFull);
	}

	/** Writes into the log what left the workspace; a full disk keeps no export from being made. */
	async record(note: Note): Promise<void> {
		const store = this.#store;
		if (!store) return;
		await this.attempt(() => store.record(note).catch(unlessFull));
		await this.#showChanges(store);
	}

	/** The whole log; absent where nothing can be read. */
	log(): Promise<WholeLog | undefined> {
		return this.attempt(async () => this.#store?.log());
	}

	/** Runs a change of the store, then shows what is in force, whether the change landed or not. */
	protected async change(change: (store: Store) => Promise<unknown>): Promise<boolean> {
		const store = this.#store;
		if (!store || this.work) return false;
		this.dismissProblem();
		this.#work = { label: 'work.saving', done: 0, total: 0 };
		const isDone = await this.attempt(() => change(store).then(() => true));
		if (isDone) this.#isFull = false;
		await this.attempt(() => this.#show(store));
		this.#work = undefined;
		// The other tabs find the rollup kept, so that each need not add up the same.
		if (isDone) void this.#keeping.then(() => this.#otherTabs?.tell());
		return isDone ?? false;
	}

	/** False where the store cannot be read. */
	async #openStore(files: Files): Promise<boolean> {
		const store = await this.attempt(() => openStore(files));
		if (!store) return false;
		this.#store = store;
		await this.#show(store);
		return true;
	}

	/** Shows what another tab has changed. */
	async #follow(store: Store): Promise<void> {
		if (await this.#catchUp(store)) await this.#showChanges(store);
	}

	/** Shows what the store holds by now: without a word on the figures, unless another tab has changed those. */
	async #showChanges(store: Store): Promise<void> {
		if (this.restsOn(store.readable)) this.showManifest(store.readable);
		else await this.#show(store);
	}

	/** Shows what the store holds; a reading that began later wins. */
	async #show(store: Store): Promise<void> {
		const reading = ++this.#reading;
		this.#showing += 1;
		const { ground, facts } = await this.#read(store).finally(() => (this.#showing -= 1));
		if (reading !== this.#reading) return;
		this.show(ground, facts);
		this.#phase = store.manifest.submissions.length > 0 ? 'ready' : 'empty';
	}

	/** The ground and its facts; what turns out to be damaged meanwhile is left out of both. */
	async #read(store: Store): Promise<{ ground: Ground; facts?: Facts }> {
		for (;;) {
			const known = store.damaged.length;
			const ground = await openGround(store, (work) => this.attempt(work));
			const hasFigures = ground.manifest.submissions.length > 0;
			const facts = hasFigures ? await this.#factsInForce(store, ground) : undefined;
			const isWhole = store.damaged.length === known && !this.#isBehind;
			if (isWhole || !(await this.#catchUp(store))) return { ground, ...(facts && { facts }) };
		}
	}

	async #catchUp(store: Store): Promise<boolean> {
		this.#isBehind = false;
		return (await this.attempt(() => store.refresh())) !== undefined;
	}

	/** What is damaged, or was undone in another tab, leaves the figures at once, and is told of beside them. */
	protected override isShownOtherwise({ code }: AppError): boolean {
		const store = this.#store;
		if (code === 'store.full' || code === 'store.full-rollup') this.#isFull = true;
		if (!store || !(code === 'store.damaged-file' || code === 'store.undone')) return false;
		if (code === 'store.undone') this.#isBehind = true;
		const isNews = this.#isBehind || store.damaged.length > this.damaged.length;
		if (isNews && this.#showing === 0) void this.#show(store);
		return true;
	}

	/** Looks for damage while nothing else is to be done. */
	async #check(store: Store): Promise<void> {
		await store.check(untilIdle);
		if (store.damaged.length > this.damaged.length) await this.#show(store);
	}

	/** The facts in force; a rollup that had to be computed is kept for the next time while they are shown already. */
	async #factsInForce(store: Store, ground: Ground): Promise<Facts | undefined> {
		const answer = await this.attempt(() =>
			this.#desk.inForce(ground, (compute) => this.#counted(compute))
		);
		if (answer?.save && !this.site) this.#keeping = this.#keepRollup(store, answer.save);
		return answer?.facts;
	}

	async #keepRollup(store: Store, save: () => Promise<unknown>): Promise<void> {
		await this.attempt(() => save().catch(asMereRollup));
		await this.#showChanges(store);
	}

	/** The facts of another question to the ground in force, or to what it would be. */
	#ask(other: Partial<Ground>, question: FactsQuestion): Promise<Facts | undefined> {
		const { ground } = this;
		if (!ground) return Promise.resolve(undefined);
		return this.attempt(() =>
			this.#counted((onProgress) => this.#desk.ask({ ...ground, ...other }, question, onProgress))
		);
	}

	/** Shows that a rollup is being computed while the work lasts. */
	async #counted<T>(work: (onProgress: OnProgress) => Promise<T>): Promise<T> {
		this.#rollups += 1;
		try {
			return await work((done, total) => (this.#rolledUp = { done, total }));
		} finally {
			this.#rollups -= 1;
			this.#rolledUp = { done: 0, total: 0 };
		}
	}
}

/** The figures are kept: without room for the rollup the next opening adds them up anew. */
function asMereRollup(error: unknown): never {
	const isFull = error instanceof AppError && error.code === 'store.full';
	throw isFull ? new AppError('store.full-rollup') : error;
}

function unlessFull(error: unknown): undefined {
	if (!(error instanceof AppError && error.code === 'store.full')) throw error;
}
