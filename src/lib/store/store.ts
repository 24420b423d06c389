import { AppError } from '#lib/base/app-error.ts';
import type { Layout } from '#lib/base/layout.ts';
import type { CatalogueEdition, Edition, StoredFile } from './edition.ts';
import type { Files } from './files.ts';
import type { KeptReports, OfficeTemplate } from './kept-report.ts';
import { type Note, readLog, type WholeLog, withEntry } from './log.ts';
import {
	emptyManifest,
	type Manifest,
	mendManifest,
	readManifest,
	writeManifest
} from './manifest.ts';
import { namedContents } from './named-contents.ts';
import { noteOfChange } from './note-change.ts';
import { readContent, storeContent } from './stored-content.ts';
import type { Addition, Submission } from './submission.ts';
import { sweep } from './sweep.ts';
import { withSubmission } from './with-submission.ts';

/** What the time is, ISO 8601 in UTC. */
type Clock = () => string;

/**
 * The submissions kept in the files, after what a crash left behind is mended and swept. Throws AppError
 * `store.damaged` and `store.newer`, with nothing touched. The log goes by the clock.
 */
export async function openStore(
	files: Files,
	now: Clock = () => new Date().toISOString()
): Promise<Store> {
	const manifest = await files.exclusively(async () => {
		const mended = await mendManifest(files);
		await sweep(files, mended);
		return mended;
	});
	return new Store(files, { manifest, now });
}

/** A unit list and a lineage list, each as the bytes of its file. */
export interface Organisation {
	units: Uint8Array;
	lineage?: Uint8Array;
}

/** What is kept: every change lands whole or, when its promise rejects or the tab dies, not at all. */
class Store {
	readonly #files: Files;
	readonly #now: Clock;
	#manifest: Manifest;

	constructor(files: Files, { manifest, now }: { manifest: Manifest; now: Clock }) {
		this.#files = files;
		this.#now = now;
		this.#manifest = manifest;
	}

	/** What is in force, as this store last read or wrote it; other tabs may have moved on. */
	get manifest(): Manifest {
		return this.#manifest;
	}

	/** Adds all of the submissions, or none; those already in force with the same entries change nothing. */
	commit(additions: readonly Addition[], { at }: { at: string }): Promise<Manifest> {
		return this.#change(async (manifest) => {
			let next = manifest;
			for (const addition of additions) {
				const stored = await storeContent(this.#files, addition.content);
				next = withSubmission(next, addition, { at, stored });
			}
			return next;
		});
	}

	/** Takes all of the submissions out of force, or none; one that another tab has undone already is as good. */
	undo(...ids: readonly string[]): Promise<Manifest> {
		return this.#change(async (manifest) => {
			const submissions = manifest.submissions.filter(({ id }) => !ids.includes(id));
			return submissions.length < manifest.submissions.length
				? { ...manifest, submissions }
				: manifest;
		});
	}

	/**
	 * The entries of the submission as they were committed. Throws AppError `store.damaged-file` where they are damaged
	 * or lost, `store.undone` where another tab took the submission back.
	 */
	async content({ id, file, content, contentSha256 }: Submission): Promise<Uint8Array> {
		const bytes = await readContent(this.#files, { content, sha256: contentSha256 });
		if (bytes) return bytes;
		const { submissions } = await readManifest(this.#files);
		const inForce = submissions.some((submission) => submission.id === id);
		throw new AppError(inForce ? 'store.damaged-file' : 'store.undone', { file });
	}

	/** Puts an organisation in force; those before it stay, to be gone back to. */
	saveOrganisation({ units, lineage }: Organisation, edition: Edition): Promise<Manifest> {
		return this.#change(async (manifest) => {
			const saved = {
				...edition,
				units: await storeContent(this.#files, units),
				...(lineage && { lineage: await storeContent(this.#files, lineage) })
			};
			return { ...manifest, organisation: [...(manifest.organisation ?? []), saved] };
		});
	}

	/** Puts the organisation before the one in force in force again; without any the sample's is. */
	undoOrganisation(): Promise<Manifest> {
		return this.#change(async ({ organisation = [], ...manifest }) =>
			organisation.length > 1 ? { ...manifest, organisation: organisation.slice(0, -1) } : manifest
		);
	}

	/** The organisation in force, `undefined` where none was saved; throws AppError `store.damaged-units`. */
	async organisation(): Promise<Organisation | undefined> {
		const saved = this.#manifest.organisation?.at(-1);
		if (!saved) return undefined;
		const units = await readContent(this.#files, saved.units);
		const lineage = saved.lineage && (await readContent(this.#files, saved.lineage));
		if (!units || (saved.lineage && !lineage)) throw new AppError('store.damaged-units');
		return { units, ...(lineage && { lineage }) };
	}

	/** Puts an own catalogue in force; those before it stay, to be gone back to. */
	saveCatalogue(own: Uint8Array, edition: Edition): Promise<Manifest> {
		return this.#change(async (manifest) => {
			const saved = { ...edition, own: await storeContent(this.#files, own) };
			return { ...manifest, catalogue: [...(manifest.catalogue ?? []), saved] };
		});
	}

	/** Puts the own catalogue before the one in force in force again; without any the product's stands alone. */
	undoCatalogue(): Promise<Manifest> {
		return this.#change(async ({ catalogue = [], ...manifest }) =>
			catalogue.length > 1 ? { ...manifest, catalogue: catalogue.slice(0, -1) } : manifest
		);
	}

	/** The bytes of an own catalogue; throws AppError `store.damaged-catalogue` where they are damaged or lost. */
	async ownCatalogue({ own }: CatalogueEdition): Promise<Uint8Array> {
		const bytes = await readContent(this.#files, own);
		if (!bytes) throw new AppError('store.damaged-catalogue');
		return bytes;
	}

	/** Keeps the rollup in place of the one before; `of` names what it was computed from. */
	saveRollup(bytes: Uint8Array, of: string): Promise<Manifest> {
		return this.#change(async (manifest) => ({
			...manifest,
			rollup: { ...(await storeContent(this.#files, bytes)), of }
		}));
	}

	/** The kept rollup; `undefined` where it is absent, damaged or computed from something else. */
	async rollup(of: string): Promise<Uint8Array | undefined> {
		const { rollup } = this.#manifest;
		return rollup?.of === of ? readContent(this.#files, rollup) : undefined;
	}

	/** Keeps what the change makes of the layouts kept so far, whichever tab kept them. */
	changeLayouts(change: (kept: readonly Layout[]) => readonly Layout[]): Promise<Manifest> {
		return this.#change(async ({ layouts = [], ...manifest }) => {
			const changed = change(layouts);
			return changed.length === 0 ? manifest : { ...manifest, layouts: changed };
		});
	}

	/** Keeps what the change makes of the definitions and templates kept so far, whichever tab kept them. */
	changeReports(change: (kept: KeptReports) => KeptReports): Promise<Manifest> {
		return this.#change(async ({ reports = NO_REPORTS, ...manifest }) => {
			const changed = change(reports);
			const isNothing = changed.definitions.length === 0 && changed.templates.length === 0;
			return isNothing ? manifest : { ...manifest, reports: changed };
		});
	}

	/** Keeps a template of the office's own beside the others. */
	saveTemplate(bytes: Uint8Array, about: Omit<OfficeTemplate, 'file'>): Promise<Manifest> {
		return this.#change(async ({ reports = NO_REPORTS, ...manifest }) => {
			const template = { ...about, file: await storeContent(this.#files, bytes) };
			const templates = [...reports.templates, template];
			return { ...manifest, reports: { ...reports, templates } };
		});
	}

	/** The bytes of a template; throws AppError `store.damaged-template` where they are damaged or lost. */
	async templateBytes({ name, file }: OfficeTemplate): Promise<Uint8Array> {
		const bytes = await readContent(this.#files, file);
		if (!bytes) throw new AppError('store.damaged-template', { file: name });
		return bytes;
	}

	/** The bytes of a stored file; `undefined` where they are damaged or lost. */
	bytesOf(file: StoredFile): Promise<Uint8Array | undefined> {
		return readContent(this.#files, file);
	}

	/**
	 * Puts in force what `make` says of what is in force, with the contents that it brings: how a backup comes back. The
	 * log goes on, ids are never given twice, and it throws TypeError, with nothing changed, where `make` names a content
	 * that was neither brought nor there.
	 */
	restore(
		contents: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
		make: (inForce: Manifest) => Manifest,
		note: Omit<Note, 'what'>
	): Promise<Manifest> {
		return this.#change(
			async (manifest) => {
				const there = new Set(namedContents(manifest).map(({ content }) => content));
				for await (const bytes of contents) {
					there.add((await storeContent(this.#files, bytes)).content);
				}
				const { log, sequence } = manifest;
				const made = make(manifest);
				const lacking = namedContents(made).find(({ content }) => !there.has(content));
				if (lacking) throw new TypeError(`nothing brought ${lacking.content}`);
				return { ...made, log, sequence: Math.max(sequence, made.sequence) };
			},
			() => ({ ...note, what: 'restored' })
		);
	}

	/** Writes into the log what left the workspace or was done beside it. */
	record(note: Note): Promise<Manifest> {
		return this.#change(
			async (manifest) => ({ ...manifest }),
			() => note
		);
	}

	/** Notes that all up to the sequence lies in a safe place now. */
	recordBackup(sequence: number, note: Omit<Note, 'what'>): Promise<Manifest> {
		const at = this.#now();
		return this.#change(
			async (manifest) => ({ ...manifest, backup: { at, sequence } }),
			() => ({ ...note, what: 'backed-up' })
		);
	}

	/** The log, the oldest entry first. */
	async log(): Promise<WholeLog> {
		const { log } = this.#manifest;
		if (!log) return { entries: [], dropped: 0, lost: 0 };
		return readLog(log, (file) => readContent(this.#files, file));
	}

	/**
	 * Forgets everything: submissions, organisation, catalogue, layouts, reports, rollup, and the log with their names.
	 * Ids go on from where they were.
	 */
	async clear(): Promise<Manifest> {
		await this.#change(
			async ({ sequence }) => emptyManifest(sequence),
			({ submissions }) => ({ what: 'cleared', names: [], count: submissions.length })
		);
		// Any change, even of nothing, first sweeps what is not in force: the data is gone when this resolves.
		return this.#change(async (manifest) => manifest);
	}

	/** Starts from the manifest on disk, not from the snapshot, so that no tab overwrites what another committed. */
	#change(
		work: (manifest: Manifest) => Promise<Manifest>,
		noteOf: (before: Manifest, after: Manifest) => Note | undefined = noteOfChange
	): Promise<Manifest> {
		return this.#files.exclusively(async () => {
			const before = await readManifest(this.#files);
			await sweep(this.#files, before);
			const after = await work(before);
			if (after === before) return (this.#manifest = before);
			const note = noteOf(before, after);
			const next = note ? await this.#noted(after, note) : after;
			return (this.#manifest = await writeManifest(this.#files, next));
		});
	}

	async #noted(manifest: Manifest, note: Note): Promise<Manifest> {
		const entry = { at: this.#now(), ...note };
		const log = await withEntry(manifest.log, entry, (bytes) => storeContent(this.#files, bytes));
		return { ...manifest, log };
	}
}

export type { Store };

const NO_REPORTS: KeptReports = { definitions: [], templates: [] };
