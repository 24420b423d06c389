import { AppError } from '#lib/base/app-error.ts';
import type { Layout } from '#lib/base/layout.ts';
import {
	type CatalogueEdition,
	isCatalogueEdition,
	isOrganisationEdition,
	isStoredFile,
	type OrganisationEdition,
	type StoredFile
} from './edition.ts';
import type { Files } from './files.ts';
import { isKeptReports, type KeptReports } from './kept-report.ts';
import { isLog, type Log } from './log.ts';
import { sha256Of } from './sha256.ts';
import { count, listOf, oneOf, optional, record, tableOf, text, textLike } from './shape.ts';
import { contentPath, isSubmission, sha256Text, type Submission } from './submission.ts';

/** The kept rollup. */
export interface StoredRollup extends StoredFile {
	/** Names what it was computed from. */
	of: string;
}

/** The last time that all was taken to a safe place. */
export interface Backup {
	/** When, ISO 8601 in UTC. */
	at: string;
	/** The sequence of the newest submission then. */
	sequence: number;
}

/** What is in force: the one file that a commit swaps; all others are named here or are nothing. */
export interface Manifest {
	readonly format: number;
	/** The sequence of the newest submission ever, undone ones too. */
	readonly sequence: number;
	/** In the order of commit. */
	readonly submissions: readonly Submission[];
	/** Every organisation saved, the one in force last; absent for the sample city. */
	readonly organisation?: readonly OrganisationEdition[];
	/** Every own catalogue saved, the one in force last; absent for the product's alone. */
	readonly catalogue?: readonly CatalogueEdition[];
	readonly rollup?: StoredRollup;
	/** What was settled about kinds of sheets, the newest last. */
	readonly layouts?: readonly Layout[];
	/** What is kept for reports; absent where nothing is. */
	readonly reports?: KeptReports;
	/** What was done, by time; absent until something is. */
	readonly log?: Log;
	/** The last backup; absent where there was none. */
	readonly backup?: Backup;
}

/**
 * Format 2 brought layouts, answers and corrections; 3 the editions of organisation and catalogue; 4 what is kept for
 * reports; 5 the log and the last backup. A manifest is written in the oldest format that holds all of it, so that an
 * older version opens what it can keep whole and refuses what it would lose.
 */
const FORMAT = 3;
const FORMAT_WITH_REPORTS = 4;
const FORMAT_WITH_LOG = 5;

/** What formats 1 and 2 had in place of the editions of the organisation. */
type OldManifest = Omit<Manifest, 'organisation' | 'catalogue' | 'reports' | 'log' | 'backup'> & {
	units?: StoredFile;
};

const MAIN = 'manifest.json';
const COPY = 'manifest.copy.json';
const SEALED = /^\{"sha256":"([0-9a-f]{64})","manifest":(\{.*\})\}$/s;

const isTime = textLike(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);

const SAME_IN_ALL_FORMATS = {
	sequence: count,
	submissions: listOf(isSubmission),
	rollup: optional(record<StoredRollup>({ content: contentPath, sha256: sha256Text, of: text })),
	layouts: optional(
		listOf(
			record<Layout>({ template: text, name: text, headers: listOf(text), answers: tableOf(text) })
		)
	)
};

const isManifest = record<Manifest>({
	...SAME_IN_ALL_FORMATS,
	format: oneOf(FORMAT, FORMAT_WITH_REPORTS, FORMAT_WITH_LOG),
	reports: optional(isKeptReports),
	log: optional(isLog),
	backup: optional(record<Backup>({ at: isTime, sequence: count })),
	organisation: optional(listOf(isOrganisationEdition)),
	catalogue: optional(listOf(isCatalogueEdition))
});

const isOldManifest = record<OldManifest>({
	...SAME_IN_ALL_FORMATS,
	format: oneOf(1, 2),
	units: optional(isStoredFile)
});

/** How the manifests that were read or written here stand on the disk. */
const texts = new WeakMap<Manifest, string>();

/** A manifest without submissions, units or rollup, that goes on counting from the sequence. */
export function emptyManifest(sequence: number): Manifest {
	return { format: FORMAT, sequence, submissions: [] };
}

/**
 * The manifest in force: the main file, or its copy where that one is damaged. Throws AppError `store.damaged` where
 * both are, and `store.newer` for one written by a newer version.
 */
export async function readManifest(files: Files): Promise<Manifest> {
	const manifest = (await readOne(files, MAIN)) ?? (await readOne(files, COPY));
	if (!manifest) throw new AppError('store.damaged');
	return manifest;
}

/**
 * Puts the manifest in force and gives it as it reads back. The copy is written first: the main file is the moment of
 * the swap, and damage to either of the two loses nothing.
 */
export async function writeManifest(files: Files, manifest: Manifest): Promise<Manifest> {
	const text = await seal({ ...manifest, format: formatOf(manifest) });
	const bytes = new TextEncoder().encode(text);
	const written = await unseal(text);
	if (!written) throw new TypeError('the manifest would not be readable again');
	await files.write(COPY, bytes);
	// Never two torn files: the main one is only touched once the copy is known to be whole.
	const copy = await files.read(COPY);
	if (!copy || textOf(copy) !== text) throw new AppError('store.not-written');
	await files.write(MAIN, bytes);
	return written;
}

/**
 * The manifest in force, after the main file and its copy are made one again where they differ: only the worse of the
 * two is written, so that there is never a moment without a whole one. A first manifest where the files are new; the
 * very one that is `known` where that still stands on the disk.
 */
export async function mendManifest(files: Files, known?: Manifest): Promise<Manifest> {
	const [main, copy] = [await files.read(MAIN), await files.read(COPY)];
	const text = main && textOf(main);
	const areSame = text !== undefined && copy && text === textOf(copy);
	if (areSame && known && texts.get(known) === text) return known;
	const inForce = text === undefined ? undefined : await unseal(text);
	if (main && inForce) {
		if (!areSame) await files.write(COPY, main);
		return inForce;
	}
	const spare = copy && (await unseal(textOf(copy)));
	if (copy && spare) {
		await files.write(MAIN, copy);
		return spare;
	}
	const isNew = !main && (await files.list('contents')).length === 0;
	if (isNew) return writeManifest(files, emptyManifest(0));
	throw new AppError('store.damaged');
}

async function readOne(files: Files, path: string): Promise<Manifest | undefined> {
	const bytes = await files.read(path);
	return bytes && unseal(textOf(bytes));
}

/** The checksum with which the manifest begins on the disk: it stands for all that the manifest says. */
export async function sealOf(manifest: Manifest): Promise<string> {
	const [, seal] = SEALED.exec(texts.get(manifest) ?? '') ?? [];
	if (seal !== undefined) return seal;
	return sha256Of(new TextEncoder().encode(JSON.stringify(manifest)));
}

async function seal(manifest: Manifest): Promise<string> {
	const body = JSON.stringify(manifest);
	return `{"sha256":"${await sha256Of(new TextEncoder().encode(body))}","manifest":${body}}`;
}

async function unseal(text: string): Promise<Manifest | undefined> {
	const [, sha256, body] = SEALED.exec(text) ?? [];
	if (body === undefined || (await sha256Of(new TextEncoder().encode(body))) !== sha256) return;
	const manifest = manifestFrom(JSON.parse(body));
	if (manifest) texts.set(manifest, text);
	return manifest;
}

/** The manifest that was read, in today's format; `undefined` where it is none. Throws AppError `store.newer`. */
export function manifestFrom(manifest: unknown): Manifest | undefined {
	if (isNewer(manifest)) throw new AppError('store.newer', { format: manifest.format });
	if (isOldManifest(manifest)) return brought(manifest);
	return isManifest(manifest) ? manifest : undefined;
}

/** An older manifest in today's format. */
function brought({ units, ...manifest }: OldManifest): Manifest {
	return { ...manifest, format: FORMAT, ...(units && { organisation: [{ units }] }) };
}

function formatOf({ reports, log, backup }: Manifest): number {
	if (log || backup) return FORMAT_WITH_LOG;
	return reports ? FORMAT_WITH_REPORTS : FORMAT;
}

function isNewer(value: unknown): value is { format: number } {
	const format = (value as { format?: unknown } | null)?.format;
	return typeof format === 'number' && format > FORMAT_WITH_LOG;
}

function textOf(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes);
}
