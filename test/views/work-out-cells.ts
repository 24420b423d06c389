import type { Fraction } from '#lib/base/fraction.ts';
import {
	differenceOf,
	productOf,
	quotientOf,
	wholeFraction
} from '#lib/base/fraction-arithmetic.ts';
import type { Withheld } from '#lib/views/guard-cells.ts';
import type { GuardedCount, GuardedSum } from '#lib/views/guard-ground.ts';

interface Published {
	counts: readonly GuardedCount[];
	sums: readonly GuardedSum[];
	withheld: ReadonlyMap<string, Withheld>;
}

/**
 * True where the sums and the counts that are shown determine the withheld one: its unit vector is a rational combination of
 * theirs (Gauss–Jordan over exact fractions).
 */
export function isPinnedDown(id: string, { counts, sums, withheld }: Published): boolean {
	const ids = counts.map((count) => count.id);
	const known = counts.filter((count) => !withheld.has(count.id) && !count.isUnprinted);
	const rows = [
		...sums.map((sum) => rowOf(ids, new Map(sum.map(({ count, factor }) => [count, factor])))),
		...known.map((count) => rowOf(ids, new Map([[count.id, 1]])))
	];
	const sought = rowOf(ids, new Map([[id, 1]]));
	return rankOf(rows) === rankOf([...rows, sought]);
}

/** All whole numbers that the withheld count may be beside what is shown, by trying every one. */
export function numbersOf(
	id: string,
	{ counts, sums, withheld, below }: Published & { below: number }
): Set<number> {
	const hidden = counts.filter((count) => withheld.has(count.id) || count.isUnprinted);
	const most = Math.max(...counts.map(({ value }) => value)) + below;
	const trial = new Map(counts.map((count) => [count.id, count.value]));
	const found = new Set<number>();
	const holds = (sum: GuardedSum): boolean =>
		sum.reduce((total, { count, factor }) => total + factor * (trial.get(count) ?? 0), 0) === 0;
	const isWithin = (part: GuardedCount): boolean =>
		part.within === undefined || trial.get(part.id)! <= trial.get(part.within)!;
	const settledBy = (at: number): GuardedSum[] => {
		const open = new Set(hidden.slice(at + 1).map((count) => count.id));
		return sums.filter((sum) => !sum.some(({ count }) => open.has(count)));
	};
	const settled = hidden.map((_, at) => settledBy(at));
	const tryFrom = (at: number): void => {
		const count = hidden[at];
		if (!count) {
			if (counts.every(isWithin)) found.add(trial.get(id) ?? 0);
			return;
		}
		const isSmall = withheld.get(count.id) === 'small';
		const [first, last] = isSmall ? [1, below - 1] : [0, most];
		for (let value = first; value <= last; value += 1) {
			trial.set(count.id, value);
			if (settled[at]!.every(holds)) tryFrom(at + 1);
		}
	};
	tryFrom(0);
	return found;
}

function rowOf(ids: readonly string[], factors: ReadonlyMap<string, number>): Fraction[] {
	return ids.map((id) => wholeFraction(BigInt(factors.get(id) ?? 0)));
}

function rankOf(rows: readonly (readonly Fraction[])[]): number {
	let waiting = rows.map((row) => [...row]);
	let rank = 0;
	for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
		const pivot = waiting.find((row) => row[column]!.numerator !== 0n);
		if (!pivot) continue;
		rank += 1;
		waiting = waiting
			.filter((row) => row !== pivot)
			.map((row) => {
				if (row[column]!.numerator === 0n) return row;
				const factor = quotientOf(row[column]!, pivot[column]!);
				return row.map((entry, at) => differenceOf(entry, productOf(factor, pivot[at]!)));
			});
	}
	return rank;
}
