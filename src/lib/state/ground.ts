import { AppError } from '#lib/base/app-error.ts';
import type { ProgressFact } from '#lib/base/progress.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { mergeCatalogue, NOTHING_OWN, type OwnCatalogue } from '#lib/catalogue/own-catalogue.ts';
import { readProgress } from '#lib/rollup/read-progress.ts';
import type { Edition } from '#lib/store/edition.ts';
import type { Manifest } from '#lib/store/manifest.ts';
import type { Store } from '#lib/store/store.ts';
import type { Submission } from '#lib/store/submission.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import type { Unit } from '#lib/units/unit.ts';
import { openLineage } from './open-lineage.ts';
import { openUnits } from './open-units.ts';

/** What the submissions in force are read against: the organisation and what is monitored in it. */
export interface Ground {
	store: Store;
	/** What is in force and can be read. */
	manifest: Manifest;
	/** The submissions in force that cannot. */
	damaged: readonly Submission[];
	units: readonly Unit[];
	lineage: readonly LineageEvent[];
	/** The product's catalogue with the organisation's own parts in it. */
	catalogue: Catalogue;
	own: OwnCatalogue;
	/** What the sheets B8 in force say. */
	progress: readonly ProgressFact[];
}

/** Gives what the work gives, or says what went wrong and gives `undefined`. */
type Attempt = <T>(work: () => Promise<T>) => Promise<T | undefined>;

/** The ground as the store keeps it; a part that is damaged is told and left out, the rest holds. */
export async function openGround(store: Store, attempt: Attempt): Promise<Ground> {
	const kept = await attempt(async () => ({ organisation: await store.organisation() }));
	const own = (await attempt(() => openOwnCatalogue(store))) ?? NOTHING_OWN;
	const units = kept ? await openUnits(kept.organisation?.units) : [];
	const progress = (await attempt(() => openProgress(store))) ?? [];
	return {
		store,
		manifest: store.readable,
		damaged: store.damaged,
		units,
		lineage: kept ? await openLineage(kept.organisation, units) : [],
		catalogue: mergeCatalogue(productCatalogue(), own),
		own,
		progress
	};
}

/**
 * True where both give the same answers to any question. What is kept beside the figures may differ: a note in the log, a
 * layout, a definition of a report.
 */
export function isSameGround(one: Ground | undefined, other: Ground | undefined): boolean {
	if (!one || !other) return one === other;
	return (
		one.manifest.submissions === other.manifest.submissions &&
		one.units === other.units &&
		one.lineage === other.lineage &&
		one.catalogue === other.catalogue
	);
}

/** Contents with the sequences of the submissions that they belong to, in the same order. */
export function withSequences(
	submissions: readonly Submission[],
	contents: readonly Uint8Array[]
): { sequence: number; bytes: Uint8Array }[] {
	return contents.map((bytes, place) => ({ sequence: submissions[place]?.sequence ?? 0, bytes }));
}

async function openProgress(store: Store): Promise<ProgressFact[]> {
	const sheets = store.readable.submissions.filter(({ template }) => template === 'B8');
	const contents = await store.contents(sheets);
	return readProgress(withSequences(sheets, contents));
}

async function openOwnCatalogue(store: Store): Promise<OwnCatalogue> {
	const edition = store.manifest.catalogue?.at(-1);
	if (!edition) return NOTHING_OWN;
	const text = new TextDecoder().decode(await store.ownCatalogue(edition));
	try {
		return { ...NOTHING_OWN, ...(JSON.parse(text) as Partial<OwnCatalogue>) };
	} catch {
		throw new AppError('store.damaged-catalogue');
	}
}

/** The own catalogue as the store keeps it. */
export function encodeOwnCatalogue(own: OwnCatalogue): Uint8Array {
	return new TextEncoder().encode(JSON.stringify(own));
}

/** An edition kept now, with the analyst's note. */
export function editionOf(note?: string): Edition {
	return { at: new Date().toISOString(), ...(note && { note }) };
}
