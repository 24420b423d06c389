import { describe, expect, it } from 'vitest';
import { periodOfDefinition } from '#lib/base/report-definition.ts';

const PERIODS = ['2025-Q4', '2025', '2025-H1', '2026-Q1', '2026'];

describe('the period of a definition', () => {
	it('moves on with the figures, or stays the one that is named', () => {
		const periods = ['newest', 'newest-half', 'newest-year', '2024-Q2'].map((period) =>
			periodOfDefinition({ period }, PERIODS)
		);
		expect(periods).toEqual(['2026-Q1', '2025-H1', '2026', '2024-Q2']);
	});

	it('is the newest of any kind where its own kind has no figures', () => {
		expect(periodOfDefinition({ period: 'newest' }, ['2024', '2025'])).toBe('2025');
		expect(periodOfDefinition({ period: 'newest-half' }, [])).toBeUndefined();
	});
});
