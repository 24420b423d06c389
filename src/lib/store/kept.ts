import { AppError } from '#lib/base/app-error.ts';
import { mapAtOnce } from '#lib/base/map-at-once.ts';
import type { CatalogueEdition, StoredFile } from './edition.ts';
import type { Files } from './files.ts';
import { keepFirstScreen } from './keep-first-screen.ts';
import type { OfficeTemplate } from './kept-report.ts';
import { readLog, type WholeLog } from './log.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { readContent } from './stored-content.ts';
import type { Submission } from './submission.ts';

/** A unit list and a lineage list, each as the bytes of its file. */
export interface Organisation {
	units: Uint8Array;
	lineage?: Uint8Array;
}

/** What can be read of what is kept: a part that is damaged is named, and the others are as they were. */
export class Kept {
	protected readonly files: Files;
	/** What is in force, as it was last read or written. */
	protected current: Manifest;
	/** Ids of submissions in force whose contents were found damaged or lost. */
	readonly #damaged = new Set<string>();

	constructor(files: Files, manifest: Manifest) {
		this.files = files;
		this.current = manifest;
	}

	/** What is in force, as this store last read or wrote it; other tabs may have moved on. */
	get manifest(): Manifest {
		return this.current;
	}

	/** The submissions in force that were found damaged or lost so far; committing the same file anew heals them. */
	get damaged(): Submission[] {
		return this.current.submissions.filter(({ id }) => this.#damaged.has(id));
	}

	/** What is in force but for the submissions found damaged: all that figures can be made of. */
	get readable(): Manifest {
		const { submissions } = this.current;
		return this.#damaged.size === 0
			? this.current
			: { ...this.current, submissions: submissions.filter(({ id }) => !this.#damaged.has(id)) };
	}

	/**
	 * The entries of the submission as they were committed. Throws AppError `store.damaged-file` where they are damaged
	 * or lost, `store.undone` where another tab took the submission back.
	 */
	async content({ id, file, content, contentSha256 }: Submission): Promise<Uint8Array> {
		const bytes = await readContent(this.files, { content, sha256: contentSha256 });
		if (bytes) return bytes;
		const { submissions } = await readManifest(this.files);
		const inForce = submissions.some((submission) => submission.id === id);
		if (inForce) this.#damaged.add(id);
		throw new AppError(inForce ? 'store.damaged-file' : 'store.undone', { file });
	}

	/** The entries of each, as `content` gives them; where some are damaged it throws once all of those are known. */
	async contents(submissions: readonly Submission[]): Promise<Uint8Array[]> {
		const found = await mapAtOnce(submissions, (submission) =>
			this.content(submission).catch(asDamage)
		);
		const fault = found.find((each) => each instanceof AppError);
		if (fault) throw fault;
		return found.flatMap((each) => (each instanceof AppError ? [] : [each]));
	}

	/** Reads every content in force, each after a pause, to learn which are damaged. */
	async check(pause: () => Promise<unknown>): Promise<void> {
		for (const submission of this.current.submissions) {
			await pause();
			await this.content(submission).catch(asDamage);
		}
	}

	/** The organisation of an edition, or in force; `undefined` where none was saved. Throws AppError `store.damaged-units`. */
	async organisation(saved = this.current.organisation?.at(-1)): Promise<Organisation | undefined> {
		if (!saved) return undefined;
		const units = await readContent(this.files, saved.units);
		const lineage = saved.lineage && (await readContent(this.files, saved.lineage));
		if (!units || (saved.lineage && !lineage)) throw new AppError('store.damaged-units');
		return { units, ...(lineage && { lineage }) };
	}

	/** The bytes of an own catalogue; throws AppError `store.damaged-catalogue` where they are damaged or lost. */
	async ownCatalogue({ own }: CatalogueEdition): Promise<Uint8Array> {
		const bytes = await readContent(this.files, own);
		if (!bytes) throw new AppError('store.damaged-catalogue');
		return bytes;
	}

	/** The kept rollup; `undefined` where it is absent, damaged or computed from something else. */
	async rollup(of: string): Promise<Uint8Array | undefined> {
		const { rollup } = this.current;
		return rollup?.of === of ? readContent(this.files, rollup) : undefined;
	}

	/** The bytes of a template; throws AppError `store.damaged-template` where they are damaged or lost. */
	async templateBytes({ name, file }: OfficeTemplate): Promise<Uint8Array> {
		const bytes = await readContent(this.files, file);
		if (!bytes) throw new AppError('store.damaged-template', { file: name });
		return bytes;
	}

	/** The bytes of a stored file; `undefined` where they are damaged or lost. */
	bytesOf(file: StoredFile): Promise<Uint8Array | undefined> {
		return readContent(this.files, file);
	}

	/** Keeps what the first screen shows of the manifest, so that the next visit begins with it. */
	keepFirstScreen(manifest: Manifest, bytes: Uint8Array): Promise<void> {
		return keepFirstScreen(this.files, manifest, bytes);
	}

	/** The log, the oldest entry first. */
	async log(): Promise<WholeLog> {
		const { log } = this.current;
		if (!log) return { entries: [], dropped: 0, lost: 0 };
		return readLog(log, (file) => readContent(this.files, file));
	}

	/** Those known as damaged whose contents are whole again. */
	protected async heal({ submissions }: Manifest): Promise<Submission[]> {
		const healed = [];
		for (const submission of submissions.filter(({ id }) => this.#damaged.has(id))) {
			const { content, contentSha256: sha256 } = submission;
			if (!(await readContent(this.files, { content, sha256 }, 'from-disk'))) continue;
			this.#damaged.delete(submission.id);
			healed.push(submission);
		}
		return healed;
	}
}

function asDamage(error: unknown): AppError {
	if (error instanceof AppError) return error;
	throw error;
}
