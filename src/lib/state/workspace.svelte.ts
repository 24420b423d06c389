import { AppError } from '#lib/base/app-error.ts';
import type { Layout } from '#lib/base/layout.ts';
import { SAMPLE_NOTE } from '#lib/base/sample-note.ts';
import type { OwnCatalogue } from '#lib/catalogue/own-catalogue.ts';
import type { Organisation } from '#lib/store/kept.ts';
import type { Store } from '#lib/store/store.ts';
import { asAddition, type CommitChoice, type Drafted } from './drafted.ts';
import { editionOf, encodeOwnCatalogue } from './ground.ts';
import { withLayouts, withoutLayout } from './layouts-to-keep.ts';
import { OpenWorkspace } from './open-workspace.svelte.ts';
import type { Restoration } from './restoration.ts';
import { Cancelled } from './work.ts';

/** The submissions in force and what they add up to: the one place through which they change. */
export class Workspace extends OpenWorkspace {
	/** Puts all of the drafts in force, or none; false where it was not done, and `problem` says why. */
	commit(drafts: readonly Drafted[], choice: CommitChoice): Promise<boolean> {
		return this.change((store) => this.#commit(store, drafts, choice));
	}

	/** Takes submissions out of force; false where it was not done. */
	undo(ids: readonly string[]): Promise<boolean> {
		return this.change((store) => {
			this.tellWork({ label: 'work.undo', done: 0, total: 0 });
			return store.undo(...ids);
		});
	}

	/** Replaces the units by those of a unit list, given as the bytes of its file; false where it was not done. */
	useUnits(units: Uint8Array): Promise<boolean> {
		return this.change(async (store) => {
			const before = await store.organisation().catch(asNothing);
			await store.saveOrganisation({ ...before, units }, editionOf());
		});
	}

	/** Puts an organisation in force; false where it was not done. */
	saveOrganisation(organisation: Organisation, note?: string): Promise<boolean> {
		return this.change((store) => store.saveOrganisation(organisation, editionOf(note)));
	}

	/** Goes back to the organisation before; false where it was not done. */
	undoOrganisation(): Promise<boolean> {
		return this.change((store) => store.undoOrganisation());
	}

	/** Puts an own catalogue in force; false where it was not done. */
	saveCatalogue(own: OwnCatalogue, note?: string): Promise<boolean> {
		return this.change((store) => store.saveCatalogue(encodeOwnCatalogue(own), editionOf(note)));
	}

	/** Goes back to the own catalogue before; false where it was not done. */
	undoCatalogue(): Promise<boolean> {
		return this.change((store) => store.undoCatalogue());
	}

	/** Keeps layouts for the files to come, in place of those for the same headers; false where it was not done. */
	keepLayouts(settled: readonly Layout[]): Promise<boolean> {
		return this.keep((store) => store.changeLayouts((kept) => withLayouts(kept, settled)));
	}

	/** Forgets what was settled for the headers of the layout; false where it was not done. */
	forgetLayout(layout: Layout): Promise<boolean> {
		return this.keep((store) => store.changeLayouts((kept) => withoutLayout(kept, layout)));
	}

	/** Puts an opened package in force; false where it was not done. */
	restore({ contents, make, note }: Restoration): Promise<boolean> {
		return this.change((store) => store.restore(contents, make, note));
	}

	/** Forgets all submissions, layouts and the unit list; false where it was not done. */
	clear(): Promise<boolean> {
		return this.change((store) => store.clear());
	}

	/** Reads and commits the sample of the invented city; cancelled before the commit it leaves nothing. */
	loadSample(): Promise<boolean> {
		return this.change(async (store) => {
			if (this.hasOwnUnits) throw new AppError('sample.own-units');
			const cancelling = new AbortController();
			const { signal } = cancelling;
			const onProgress = (done: number, total: number): void => {
				this.tellWork({ label: 'work.sample', done, total, cancel: () => cancelling.abort() });
			};
			onProgress(0, 0);
			this.warmUp();
			const { draftSample } = await import('./sample.ts');
			const drafts = await draftSample({ units: this.tree.units, signal, onProgress });
			if (signal.aborted) throw new Cancelled();
			await this.#commit(store, drafts, { note: SAMPLE_NOTE, state: 'official' });
		});
	}

	async #commit(store: Store, drafts: readonly Drafted[], choice: CommitChoice): Promise<void> {
		this.tellWork({ label: 'work.saving', done: 0, total: 0 });
		const additions = drafts.map((draft) => asAddition(draft, choice));
		await store.commit(additions, { at: new Date().toISOString() });
	}
}

/** A damaged organisation is what a new unit list is to replace. */
function asNothing(error: unknown): undefined {
	if (!(error instanceof AppError)) throw error;
}
