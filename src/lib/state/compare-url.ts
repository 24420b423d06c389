import { isPeriod, type Period } from '#lib/base/period.ts';
import type { CompareRows } from '#lib/views/compare-rows.ts';

/** What a link says of a comparison. */
export interface CompareChoice {
	/** The codes of the units that stand side by side, in order; empty where none are named. */
	units: readonly string[];
	/** The periods of one unit that stand side by side; absent where units do. */
	periods?: readonly Period[];
	rows: CompareRows;
}

/** The names under which the choice stands in an address. */
export const COMPARE_NAMES = { units: 'with', periods: 'periods', rows: 'rows' } as const;

const NAMED_ROWS = ['known', 'headline', 'differ'] as const;

/** The choice as the address says it; what stands there twice counts once, what is no period not at all. */
export function parseCompareChoice(own: (name: string) => string | undefined): CompareChoice {
	const periods = own(COMPARE_NAMES.periods);
	const rows = own(COMPARE_NAMES.rows) ?? 'known';
	return {
		units: listed(own(COMPARE_NAMES.units)),
		...(periods !== undefined && { periods: listed(periods).filter(isPeriod) }),
		rows: NAMED_ROWS.find((name) => name === rows) ?? listed(rows)
	};
}

/** The choice of rows as the address says it; nothing for what is shown unless another is chosen. */
export function formatCompareRows(rows: CompareRows): string | undefined {
	if (rows === 'known') return undefined;
	return typeof rows === 'string' ? rows : rows.join(',') || undefined;
}

function listed(text = ''): string[] {
	return [...new Set(text.split(',').map((each) => each.trim()))].filter(Boolean);
}
