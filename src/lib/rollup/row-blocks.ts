import type { IsoDate, Period } from '#lib/base/period.ts';
import type { RollupKeys } from './rollup-keys.ts';

/** What the rows of a rollup are of. */
export interface RowGround {
	keys: RollupKeys;
	/** What each unit and period has a row of: an indicator, or several that share it. */
	rowNames: readonly string[];
	/** Oldest first. */
	periodNames: readonly Period[];
	/** For each period the units, by their places and in order, that it is shown for. */
	shown: readonly Int32Array[];
	/** For each row name, whether it is purely of year-end figures. */
	isYearly: readonly boolean[];
	/** The day whose units all periods are shown on. */
	boundaries?: IsoDate;
}

/** Where the rows of each unit and period stand: a block of one row for each row name. */
export interface RowBlocks {
	/** The unit and the period of each block, in their order. */
	unit: Int32Array;
	period: Int32Array;
	/** For each period, and each unit that it is shown for, the first row of their block. */
	firstRows: readonly Int32Array[];
}

/** The blocks by unit, then period. */
export function blocksOf({
	keys,
	rowNames,
	shown
}: Pick<RowGround, 'keys' | 'rowNames' | 'shown'>): RowBlocks {
	const count = shown.reduce((sum, units) => sum + units.length, 0);
	const [unit, period] = [new Int32Array(count), new Int32Array(count)];
	const firstRows = shown.map((units) => new Int32Array(units.length));
	/** Of each period the place of the next unit that it is shown for. */
	const next = shown.map(() => 0);
	let block = 0;
	for (let place = 0; place < keys.units.length; place += 1) {
		for (const [at, units] of shown.entries()) {
			const nextAt = next[at] ?? 0;
			if (units[nextAt] !== place) continue;
			next[at] = nextAt + 1;
			const rows = firstRows[at];
			if (rows) rows[nextAt] = block * rowNames.length;
			[unit[block], period[block]] = [place, at];
			block += 1;
		}
	}
	return { unit, period, firstRows };
}
