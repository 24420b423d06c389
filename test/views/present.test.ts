import { describe, expect, it } from 'vitest';
import { overviewLines } from '#lib/views/overview-lines.ts';
import { choiceName, namedChoice, slidePlace, slidesOf, usualChoice } from '#lib/views/present.ts';
import { lateOf } from '#lib/views/present-late.ts';
import type { LedgerRow } from '#lib/views/ledger-rows.ts';
import { factsOf, type Figure } from './example-facts.ts';

const figure = (indicator: string, numerator: number): Figure => ({
	...{ unit: 'MH', period: '2025', indicator, numerator, denominator: 100 }
});
const lines = overviewLines(
	factsOf(figure('cell-meeting', 90), figure('plan-completed', 70), figure('military-cell', 100)),
	{ path: ['MH'], period: '2025', language: 'vi' }
);
const HEADLINES = [
	'grassroots-rated-good',
	'committee-political-theory',
	'plan-women',
	'plan-young'
];
const shown = (slides: ReturnType<typeof slidesOf>): string[] =>
	slides.map((slide) => (slide.kind === 'indicator' ? slide.line.reading.indicator : slide.kind));

describe('the slides', () => {
	it('are the title, the headline indicators, those farthest from their targets, what is late', () => {
		expect(shown(slidesOf(lines))).toEqual([
			...['title', ...HEADLINES],
			...['plan-completed', 'cell-meeting', 'late']
		]);
	});

	it('show the others that are chosen, in the order of the catalogue', () => {
		const slides = slidesOf(lines, ['military-cell', 'admission-rate', 'plan-women', 'unknown']);
		expect(shown(slides)).toEqual([
			...['title', ...HEADLINES],
			...['admission-rate', 'military-cell', 'late']
		]);
		expect(shown(slidesOf(lines, []))).toEqual(['title', ...HEADLINES, 'late']);
	});

	it('are found by the number in an address, the nearest where there is none of it', () => {
		const slides = slidesOf(lines, []);
		expect(
			[undefined, '1', '3', '99', '-2', 'x'].map((named) => slidePlace(named, slides))
		).toEqual([0, 0, 2, 5, 0, 0]);
	});
});

describe('the choice of slides in an address', () => {
	it('goes unsaid where it is the usual one', () => {
		expect(choiceName(usualChoice(lines), lines)).toBeUndefined();
		expect(namedChoice(undefined)).toBeUndefined();
	});

	it('is read as it was written', () => {
		for (const ids of [[], ['cell-meeting'], ['military-cell', 'cell-meeting', 'hcm-theme']])
			expect(namedChoice(choiceName(ids, lines))).toEqual(ids);
	});
});

describe('what is late', () => {
	const row = (id: string, state: string, dueDay: string): LedgerRow =>
		({ id, dueDay, look: { state } }) as unknown as LedgerRow;

	it('is what is overdue, the longest first, then what nobody spoke of', () => {
		const rows = [
			...[row('a', 'unreported', '2023-01-01'), row('b', 'overdue', '2025-02-01')],
			...[row('c', 'done', '2022-01-01'), row('d', 'overdue', '2024-02-01')]
		];
		const { rows: shownRows, ...counts } = lateOf(rows, 2);
		expect(shownRows.map(({ id }) => id)).toEqual(['d', 'b']);
		expect(counts).toEqual({ overdue: 2, unreported: 1, more: 1 });
	});
});
