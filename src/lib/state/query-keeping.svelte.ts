import {
	type PastQuery,
	readShelf,
	type SavedQuery,
	type Shelf,
	withoutSaved,
	withPast,
	withSaved,
	writeShelf
} from './query-shelf.ts';

/** The queries that the analyst keeps on this device, and those run before. */
export class QueryKeeping {
	#shelf = $state.raw<Shelf>(readShelf(localStorage));
	/** The shelf before the last deletion, and what was deleted. */
	#deleted = $state.raw<{ name: string; before: Shelf }>();

	/** The queries kept under names, in the order of keeping. */
	get saved(): readonly SavedQuery[] {
		return this.#shelf.saved;
	}

	/** The queries that were run, the newest first. */
	get past(): readonly PastQuery[] {
		return this.#shelf.past;
	}

	/** What was deleted last, and can be brought back. */
	get deleted(): string | undefined {
		return this.#deleted?.name;
	}

	/** Keeps a query under a name, in place of one of that name. */
	save(name: string, text: string): void {
		this.#change((shelf) => withSaved(shelf, { id: crypto.randomUUID(), name, text }));
	}

	/** Gives a query another name. */
	rename(query: SavedQuery, name: string): void {
		this.#change((shelf) => withSaved(shelf, { ...query, name }));
	}

	/** Deletes a query; `undo` brings it back. */
	delete({ id, name }: SavedQuery): void {
		const before = readShelf(localStorage);
		this.#change((shelf) => withoutSaved(shelf, id));
		this.#deleted = { name, before };
	}

	/** Brings back what was deleted last. */
	undo(): void {
		const deleted = this.#deleted;
		if (deleted) this.#change((shelf) => ({ ...shelf, saved: deleted.before.saved }));
	}

	/** Remembers that a query was run. */
	remember(query: PastQuery): void {
		this.#change((shelf) => withPast(shelf, query));
	}

	/** Forgets all queries that were run. */
	forgetPast(): void {
		this.#change((shelf) => ({ ...shelf, past: [] }));
	}

	/** Starts from what is kept, which another tab may have changed. */
	#change(change: (shelf: Shelf) => Shelf): void {
		this.#shelf = change(readShelf(localStorage));
		this.#deleted = undefined;
		writeShelf(localStorage, this.#shelf);
	}
}
