import { encodeEntries } from '#lib/rollup/encode-entries.ts';
import type { RollupSubmission } from '#lib/rollup/key-entries.ts';

/** A submission with both figures of a share, `end.a` and `end.b`, by unit, for the last quarter of 2025. */
export function file(
	sequence: number,
	figures: Record<string, [bigint, bigint]>
): RollupSubmission {
	const entries = Object.entries(figures).flatMap(([unit, values], row) =>
		values.map((value, column) => ({
			...{ unit, period: '2025-Q4', measure: ['end.a', 'end.b'][column] ?? '' },
			...{ state: 'figure' as const, value, row: row + 1, column: column + 1 }
		}))
	);
	return { sequence, bytes: encodeEntries(entries) };
}
