import { openOpfsFiles } from '#lib/store/opfs-files.ts';
import type { Store } from '#lib/store/store.ts';
import { addition, type Held, held, openHere, step } from './store-work.ts';

/** What tests ask of a page that holds nothing but the store. */
export interface StorePage {
	/** What is there after opening. */
	look(): Promise<Held>;
	/** Takes step after step until the page dies; tells of each once it is done. */
	run(from: number): Promise<never>;
	/** Opens the store, to be worked with. */
	open(): Promise<void>;
	commit(...names: string[]): Promise<void>;
	undo(id: string): Promise<void>;
	clear(): Promise<void>;
	saveRollup(byte: number, of: string): Promise<void>;
	/** The files in force, as the disk has them. */
	files(): Promise<{ id: string; sequence: number; file: string }[]>;
	/** Takes the lock and never gives it back. */
	hold(): Promise<void>;
}

declare global {
	var page: StorePage;
	function told(nth: number): Promise<void>;
}

const AT = '2026-11-22T03:00:00.000Z';
let store: Store;

globalThis.page = {
	look: async () => held(await openHere(), await openOpfsFiles()),
	async run(from) {
		const running = await openHere();
		for (let nth = from; ; nth += 1) {
			await step(running, nth);
			void told(nth + 1);
		}
	},
	async open() {
		store = await openHere();
	},
	async commit(...names) {
		await store.commit(await Promise.all(names.map(addition)), { at: AT });
	},
	async undo(id) {
		await store.undo(id);
	},
	async clear() {
		await store.clear();
	},
	async saveRollup(byte, of) {
		await store.saveRollup(new Uint8Array([byte]), of, store.manifest);
	},
	async files() {
		const { submissions } = await store.refresh();
		await store.contents(submissions);
		return submissions.map(({ id, sequence, file }) => ({ id, sequence, file }));
	},
	hold: () =>
		new Promise((resolve) => {
			void navigator.locks.request('thuocdo', () => {
				resolve();
				return new Promise(() => undefined);
			});
		})
};
