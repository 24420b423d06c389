import { AppError } from '#lib/base/app-error.ts';
import { gunzip } from '#lib/base/gzipped.ts';
import type { IndicatorTotal, Totals } from '#lib/base/indicator-total.ts';
import type { IsoDate, Period } from '#lib/base/period.ts';
import { readRollup } from './read-rollup.ts';
import { type SliceFile, type SliceIndex, SLICES_FORMAT } from './slice-index.ts';

/** Where slices come from. */
export interface SliceSource {
	/** The bytes of a file beside the index, as they are. */
	read(file: string): Promise<Uint8Array>;
	/** SHA-256 in hexadecimal digits. */
	digest(bytes: Uint8Array): Promise<string>;
	/** How many entered branches are kept; the one entered longest ago gives way. */
	branches?: number;
}

const BRANCHES = 12;

/** What stands next below a unit that was entered, once it came. */
interface Branch {
	coming: Promise<Totals>;
	totals?: Totals;
}

/**
 * The totals of a published rollup, of which the uppermost units are there at once and each branch once it was entered.
 * Rejects with AppError `slices.unreadable` where a file is no slice, or not the one that the index names.
 */
export async function openSlices(source: SliceSource): Promise<SlicedTotals> {
	const index = indexOf(await source.read('index.json'));
	return new SlicedTotals(index, source, await readSlice(index.top, source));
}

/** Totals that are read branch by branch; of units in branches not entered, `total` knows nothing. */
export class SlicedTotals implements Totals {
	readonly periods: readonly Period[];
	readonly boundaries?: IsoDate;
	readonly #index: SliceIndex;
	readonly #source: SliceSource;
	readonly #top: Totals;
	/** By the unit that was entered, the one entered last at the end. */
	readonly #below = new Map<string, Branch>();

	constructor(index: SliceIndex, source: SliceSource, top: Totals) {
		this.#index = index;
		this.#source = source;
		this.#top = top;
		this.periods = index.periods;
		if (index.boundaries !== undefined) this.boundaries = index.boundaries;
	}

	/** Reads what stands next below each unit of the path, from the root down, where it is not there yet. */
	async enter(path: readonly string[]): Promise<void> {
		await Promise.all(path.map((unit) => this.#enterOne(unit)));
	}

	/** True where the units next below each unit of the path are there, or there are none: `enter` has nothing to read. */
	isEntered(path: readonly string[]): boolean {
		return path.every((unit) => !this.#index.below[unit] || this.#below.get(unit)?.totals);
	}

	total(unit: string, period: Period, indicator: string): IndicatorTotal | undefined {
		const found = this.#top.total(unit, period, indicator);
		if (found) return found;
		for (const { totals } of this.#below.values()) {
			const total = totals?.total(unit, period, indicator);
			if (total) return total;
		}
		return undefined;
	}

	async #enterOne(unit: string): Promise<void> {
		const file = this.#index.below[unit];
		if (!file) return;
		const branch = this.#below.get(unit) ?? { coming: this.#read(unit, file) };
		this.#below.delete(unit);
		this.#below.set(unit, branch);
		branch.totals = await branch.coming;
		const [oldest] = this.#below.keys();
		const most = this.#source.branches ?? BRANCHES;
		if (this.#below.size > most && oldest !== undefined) this.#below.delete(oldest);
	}

	async #read(unit: string, file: SliceFile): Promise<Totals> {
		try {
			return await readSlice(file, this.#source);
		} catch (cause) {
			this.#below.delete(unit);
			throw cause;
		}
	}
}

function indexOf(bytes: Uint8Array): SliceIndex {
	const unreadable = new AppError('slices.unreadable', { file: 'index.json' });
	try {
		const index = JSON.parse(new TextDecoder().decode(bytes)) as Partial<SliceIndex> | null;
		if (index?.format === SLICES_FORMAT && index.periods && index.top && index.below)
			return index as SliceIndex;
	} catch (cause) {
		throw Object.assign(unreadable, { cause });
	}
	throw unreadable;
}

async function readSlice({ file, sha256 }: SliceFile, source: SliceSource): Promise<Totals> {
	const unreadable = new AppError('slices.unreadable', { file });
	const bytes = await source.read(file);
	if ((await source.digest(bytes)) !== sha256) throw unreadable;
	try {
		return readRollup(await gunzip(bytes));
	} catch (cause) {
		throw Object.assign(unreadable, { cause });
	}
}
