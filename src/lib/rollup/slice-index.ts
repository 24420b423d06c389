import type { IsoDate, Period } from '#lib/base/period.ts';
import type { Unit } from '#lib/units/unit.ts';

/** How an index of slices calls itself. */
export const SLICES_FORMAT = 'thuocdo-slices-1';

/** The rollup cut up by the organisation: the units below a unit are read when it is entered, and not before. */
export interface SliceIndex {
	format: typeof SLICES_FORMAT;
	/** The day whose units every period is shown on; absent where each period stands on its own map. */
	boundaries?: IsoDate;
	/** Every period with figures, oldest first. */
	periods: readonly Period[];
	/** The units without any above them, and those next below: what is read at once. */
	top: SliceFile;
	/** By the code of a unit, the units next below it. */
	below: Readonly<Record<string, SliceFile>>;
}

/** A file with the totals of some units, as `rollUp` gives them, gzipped. */
export interface SliceFile {
	/** Its name beside the index. */
	file: string;
	/** Its size, and that of its content. */
	bytes: number;
	content: number;
	/** Of the file as it is, in hexadecimal digits. */
	sha256: string;
}

/** The units of one slice. */
export interface SliceUnits {
	/** The unit that they stand below; absent for the uppermost slice. */
	above?: string;
	/** Codes, in order. */
	units: readonly string[];
}

/**
 * Which units go into which slice, a branch of the organisation after the other: a unit goes below each that it ever
 * stood below, and those without any above them with the units next below.
 */
export function sliceUnits(units: readonly Unit[]): SliceUnits[] {
	const below = new Map<string, Set<string>>();
	const roots = new Set<string>();
	for (const { code, parent } of units) {
		if (parent === undefined) roots.add(code);
		else below.set(parent, (below.get(parent) ?? new Set()).add(code));
	}
	const top = new Set(roots);
	for (const root of roots) for (const code of below.get(root) ?? []) top.add(code);
	const slices: SliceUnits[] = [{ units: [...top].sort() }];
	const seen = new Set<string>(roots);
	const waiting = [...top].filter((code) => !roots.has(code)).sort();
	for (let code = waiting.shift(); code !== undefined; code = waiting.shift()) {
		if (seen.has(code)) continue;
		seen.add(code);
		const next = [...(below.get(code) ?? [])].sort();
		if (next.length > 0) slices.push({ above: code, units: next });
		waiting.unshift(...next);
	}
	return slices;
}
