import { describe, expect, test } from 'vitest';
import { firstStep, nextStep, type TableFacts, wizardSteps } from '#lib/views/wizard-steps.ts';

const clean: TableFacts = { periods: ['2024'], kinds: [], questions: [], unreasoned: 0 };

function error(code: string, count = 1): TableFacts['kinds'][number] {
	return { severity: 'error', code, count };
}

function statesOf(...tables: TableFacts[]): string[] {
	return wizardSteps(tables).map(({ state, asks }) => (asks > 0 ? `${state} ${asks}` : state));
}

describe('wizardSteps', () => {
	test('leaves nothing to do for a clean table, which opens at what it would change', () => {
		expect(statesOf(clean)).toEqual(['done', 'done', 'done', 'done', 'done', 'done']);
		expect(firstStep(wizardSteps([clean]))).toBe('compare');
	});

	test('counts a name that is not known once, though error and question stand beside each other', () => {
		const table = {
			...clean,
			kinds: [error('unknown-unit', 4), error('not-a-number', 2)],
			questions: [{ kind: 'unit', required: true }]
		};
		expect(statesOf(table)).toEqual(['done', 'done', 'done', 'asks 3', 'later', 'later']);
		expect(firstStep(wizardSteps([table]))).toBe('settle');
	});

	test('reaches nothing behind a header that was not found', () => {
		const table = { ...clean, kinds: [error('no-table')] };
		expect(statesOf(table)).toEqual(['done', 'asks 1', 'later', 'later', 'later', 'later']);
	});

	test('asks for a missing column once', () => {
		const table = {
			...clean,
			kinds: [error('missing-column')],
			questions: [{ kind: 'column', required: true }]
		};
		expect(statesOf(table)).toEqual(['done', 'done', 'asks 1', 'done', 'later', 'later']);
	});

	test('asks for the period only where the table has none', () => {
		const table = { ...clean, kinds: [error('no-period')] };
		expect(statesOf({ ...table, periods: [] })[0]).toBe('asks 1');
		expect(statesOf(table)[0]).toBe('done');
	});

	test('waits for reasons at the end, and opens there after comparing', () => {
		const steps = wizardSteps([{ ...clean, unreasoned: 2 }]);
		expect(steps.at(-1)).toEqual({ name: 'confirm', state: 'asks', asks: 2 });
		expect(firstStep(steps)).toBe('compare');
		expect(nextStep(steps, 'compare')).toBe('confirm');
		expect(nextStep(steps, 'confirm')).toBeUndefined();
	});

	test('opens at a question that may be left open, and holds nothing back for it', () => {
		const table = { ...clean, questions: [{ kind: 'column', required: false }] };
		expect(statesOf(table)).toEqual(['done', 'done', 'asks 1', 'done', 'done', 'done']);
		expect(firstStep(wizardSteps([table]))).toBe('columns');
	});

	test('adds the tables of a file up', () => {
		const asking = { ...clean, questions: [{ kind: 'blank', required: true }] };
		expect(statesOf(asking, clean, asking)[3]).toBe('asks 2');
		expect(nextStep(wizardSteps([asking]), 'tables')).toBe('settle');
	});
});
