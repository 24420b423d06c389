import type { Layout } from '#lib/base/layout.ts';
import type { Edition } from './edition.ts';
import type { Files } from './files.ts';
import { Kept, type Organisation } from './kept.ts';
import type { KeptReports, OfficeTemplate } from './kept-report.ts';
import { type Note, withEntry } from './log.ts';
import { emptyManifest, type Manifest, mendManifest, writeManifest } from './manifest.ts';
import { namedContents } from './named-contents.ts';
import { aboutSubmissions, noteOfChange } from './note-change.ts';
import { storeContent } from './stored-content.ts';
import type { Addition } from './submission.ts';
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

/** What is kept: every change lands whole or, when its promise rejects or the tab dies, not at all. */
class Store extends Kept {
	readonly #now: Clock;
	/** The contents that may lie there unnamed, as long as no other store has changed the manifest that was read last. */
	readonly #loose = new Set<string>();

	constructor(files: Files, { manifest, now }: { manifest: Manifest; now: Clock }) {
		const write: Files['write'] = (path, bytes) => {
			if (path.startsWith('contents/')) this.#loose.add(path);
			return files.write(path, bytes);
		};
		super({ ...files, write }, manifest);
		this.#now = now;
	}

	/** Adds all of the submissions, or none; those already in force with the same entries change nothing. */
	commit(additions: readonly Addition[], { at }: { at: string }): Promise<Manifest> {
		return this.#change(async (manifest) => {
			let next = manifest;
			for (const addition of additions) {
				const stored = await storeContent(this.files, addition.content);
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

	/** Puts an organisation in force; those before it stay, to be gone back to. */
	saveOrganisation({ units, lineage }: Organisation, edition: Edition): Promise<Manifest> {
		return this.#change(async (manifest) => {
			const saved = {
				...edition,
				units: await storeContent(this.files, units),
				...(lineage && { lineage: await storeContent(this.files, lineage) })
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

	/** Puts an own catalogue in force; those before it stay, to be gone back to. */
	saveCatalogue(own: Uint8Array, edition: Edition): Promise<Manifest> {
		return this.#change(async (manifest) => {
			const saved = { ...edition, own: await storeContent(this.files, own) };
			return { ...manifest, catalogue: [...(manifest.catalogue ?? []), saved] };
		});
	}

	/** Puts the own catalogue before the one in force in force again; without any the product's stands alone. */
	undoCatalogue(): Promise<Manifest> {
		return this.#change(async ({ catalogue = [], ...manifest }) =>
			catalogue.length > 1 ? { ...manifest, catalogue: catalogue.slice(0, -1) } : manifest
		);
	}

	/** Learns what other tabs have changed meanwhile. */
	refresh(): Promise<Manifest> {
		return this.#change(async (manifest) => manifest);
	}

	/**
	 * Keeps the rollup in place of the one before; `of` names what it was computed from. Where `basis` is given, and
	 * another tab has committed or undone anything since, the rollup is of no more use and is let go of.
	 */
	saveRollup(bytes: Uint8Array, of: string, basis?: Manifest): Promise<Manifest> {
		return this.#change(async (manifest) =>
			basis && isOutdated(basis, manifest)
				? manifest
				: { ...manifest, rollup: { ...(await storeContent(this.files, bytes)), of } }
		);
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
			const template = { ...about, file: await storeContent(this.files, bytes) };
			const templates = [...reports.templates, template];
			return { ...manifest, reports: { ...reports, templates } };
		});
	}

	/**
	 * Puts in force what `make` says of what is in force, with the contents that it brings: how a backup comes back. The
	 * log goes on, ids are never given twice, and it throws TypeError, with nothing changed, where `make` names a content
	 * that was neither brought nor there. Without a `note` the log says what was changed.
	 */
	restore(
		contents: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
		make: (inForce: Manifest) => Manifest,
		note?: Omit<Note, 'what'>
	): Promise<Manifest> {
		return this.#change(
			async (manifest) => {
				const there = new Set(namedContents(manifest).map(({ content }) => content));
				for await (const bytes of contents) {
					there.add((await storeContent(this.files, bytes)).content);
				}
				const { log, sequence } = manifest;
				const made = make(manifest);
				const lacking = namedContents(made).find(({ content }) => !there.has(content));
				if (lacking) throw new TypeError(`nothing brought ${lacking.content}`);
				return { ...made, log, sequence: Math.max(sequence, made.sequence) };
			},
			(before, after) => (note ? { ...note, what: 'restored' } : noteOfChange(before, after))
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
		return this.refresh();
	}

	/** Starts from the manifest on disk, not from the snapshot, so that no tab overwrites what another committed. */
	#change(
		work: (manifest: Manifest) => Promise<Manifest>,
		noteOf: (before: Manifest, after: Manifest) => Note | undefined = noteOfChange
	): Promise<Manifest> {
		return this.files.exclusively(async () => {
			const before = await mendManifest(this.files, this.current);
			await sweep(this.files, before, before === this.current ? this.#loose : undefined);
			this.#loose.clear();
			for (const { content } of namedContents(before)) this.#loose.add(content);
			this.current = before;
			const after = await work(before);
			const healed = await this.heal(after);
			if (after === before && healed.length === 0) return before;
			const note =
				noteOf(before, after) ??
				(healed.length > 0 ? aboutSubmissions('healed', healed) : undefined);
			const next = note ? await this.#noted(after, note) : after;
			return (this.current = await writeManifest(this.files, next));
		});
	}

	async #noted(manifest: Manifest, note: Note): Promise<Manifest> {
		const entry = { at: this.#now(), ...note };
		const log = await withEntry(manifest.log, entry, (bytes) => storeContent(this.files, bytes));
		return { ...manifest, log };
	}
}

export type { Store };

const NO_REPORTS: KeptReports = { definitions: [], templates: [] };

function isOutdated(basis: Manifest, { sequence, submissions }: Manifest): boolean {
	const inForce = new Set(submissions.map(({ id }) => id));
	return sequence > basis.sequence || basis.submissions.some(({ id }) => !inForce.has(id));
}
