import { openOpfsFiles } from '#lib/store/opfs-files.ts';
import type { Files } from '#lib/store/files.ts';
import { sha256Of } from '#lib/store/sha256.ts';
import { openStore as openStoreAt, type Store } from '#lib/store/store.ts';
import type { Addition } from '#lib/store/submission.ts';

const AT = '2026-11-22T03:00:00.000Z';
/** Large enough for a kill to fall into the writing of it. */
const LENGTH = 200_000;

/** What a store holds, to be compared: all that is in force, and how often anything was done. */
export interface Held {
	steps: number;
	/** JSON of what is in force, with the first bytes of every content. */
	state: string;
	/** How many files lie there that nothing names. */
	strays: number;
}

/** The store over the files, with a clock that stands still. */
export function openStore(files: Files): Promise<Store> {
	return openStoreAt(files, () => AT);
}

/** The store in the browser's own files. */
export async function openHere(): Promise<Store> {
	return openStore(await openOpfsFiles());
}

/** A submission to come, whose entries follow from its name. */
export async function addition(name: string): Promise<Addition> {
	const content = new Uint8Array(LENGTH);
	new TextEncoder().encodeInto(name, content);
	return {
		...{ file: `${name}.csv`, sha256: await sha256Of(content), template: 'B1', content },
		...{ periods: ['2026-Q3'], state: 'official', figures: 1, issues: [] },
		rows: { read: 1, accepted: 1, rejected: 0 }
	};
}

/** The n-th step of a history that is always the same; each leaves exactly one entry in the log. */
export async function step(store: Store, nth: number): Promise<unknown> {
	const oldest = store.manifest.submissions.slice(0, 2).map(({ id }) => id);
	switch (nth % 6) {
		case 0:
			return store.commit(
				await Promise.all(['a', 'b', 'c'].map((name) => addition(`${name}${nth}`))),
				{ at: AT }
			);
		case 1:
			return store.commit([await addition(`d${nth}`)], { at: AT });
		case 2:
			await store.saveRollup(new Uint8Array(LENGTH).fill(nth % 256), 'as reported');
			return store.saveOrganisation({ units: bytesOf(nth) }, { at: AT });
		case 3:
			return store.undo(...oldest);
		case 4:
			return store.saveCatalogue(bytesOf(nth), { at: AT });
		default:
			return store.record({ what: 'exported', names: [`${nth}.docx`], count: 1 });
	}
}

/** All that the store holds. Throws where any of it cannot be read. */
export async function held(store: Store, files: Files): Promise<Held> {
	const { log, rollup, ...manifest } = store.manifest;
	const heads = (await store.contents(manifest.submissions)).map(head);
	const organisation = await store.organisation();
	const catalogues = [];
	for (const edition of manifest.catalogue ?? []) {
		catalogues.push(head(await store.ownCatalogue(edition)));
	}
	const { entries, dropped, lost } = await store.log();
	if (lost > 0) throw new Error(`${lost} entries of the log are lost`);
	if (rollup && !(await store.rollup(rollup.of))) throw new Error('the rollup is damaged');
	const named = new Set(JSON.stringify([log, rollup, manifest]).match(/contents\/[0-9a-f]{64}/g));
	const there = [...(await files.list('')), ...(await files.list('contents'))];
	const units = organisation && head(organisation.units);
	return {
		steps: entries.length + dropped,
		state: JSON.stringify([manifest, heads, units, catalogues, entries]),
		strays: there.length - named.size - 2
	};
}

function bytesOf(nth: number): Uint8Array {
	return new TextEncoder().encode(`list ${nth}`);
}

function head(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes.slice(0, 12));
}
