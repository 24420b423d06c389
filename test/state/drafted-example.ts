import type { Drafted } from '#lib/state/drafted.ts';

/** A draft of the example sheet B1 with nothing wrong. */
export const drafted: Drafted = {
	file: 'B1.csv',
	sha256: 'a'.repeat(64),
	template: 'B1',
	periods: ['2024-Q4'],
	rows: { read: 5, accepted: 5, rejected: 0 },
	totals: { 'b1.xl': 132n },
	issues: [],
	questions: [],
	answers: {},
	matches: { headers: ['don vi', 'tong so'], columns: [], units: [], totals: [] },
	figures: 50,
	content: new Uint8Array(),
	kinds: [],
	troubled: new Uint32Array(),
	extent: { first: 5, last: 10 },
	corrections: []
};
