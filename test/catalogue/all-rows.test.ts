import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addDays } from '#lib/base/local-day.ts';
import type { Due, Target, Undertaking } from '#lib/catalogue/catalogue.ts';
import { documentOf } from '#lib/catalogue/find-in-catalogue.ts';
import { productCatalogueWhole } from '#lib/catalogue/load-catalogue.ts';

type Row = Record<string, string>;
type Threshold = NonNullable<Target['threshold']>;

/** The rows of the documents, and their tasks, as they were listed before the catalogue was made. */
const rows = fixture('rows.csv');
const tasks = fixture('tasks.csv');

const catalogue = await productCatalogueWhole();
const targets = new Map(catalogue.targets.map((target) => [target.id, target]));
const undertakings = new Map(catalogue.undertakings.map((each) => [each.id, each]));

const FIGURES = rows.filter(({ kind }) => kind !== 'milestone' && kind !== 'duty');
const MILESTONES = rows.filter(({ kind }) => kind === 'milestone');
const DUTIES = rows.filter(({ kind }) => kind === 'duty');

describe('the catalogue', () => {
	it('holds 121 rows and 244 tasks, kind by kind', () => {
		expect(countByKind(catalogue.targets)).toEqual({
			...{ ratio: 36, band: 3, count: 6, presence: 3, rank: 1, trend: 18, external: 6 }
		});
		expect(countByKind(catalogue.undertakings)).toEqual({ milestone: 19, duty: 29, task: 244 });
	});

	it('holds every row of the documents and no other', () => {
		const tasksOf = catalogue.undertakings.filter(({ kind }) => kind === 'task');
		const others = catalogue.undertakings.filter(({ kind }) => kind !== 'task');
		const kinds = [...catalogue.targets, ...others].map(({ id, kind }) => `${id} ${kind}`);
		expect(kinds.sort()).toEqual(rows.map(({ id, kind }) => `${id} ${kind}`).sort());
		expect(tasksOf.map(({ id }) => id).sort()).toEqual(tasks.map(({ id }) => id).sort());
	});

	it('cites document, section and words for every row', () => {
		for (const { id, document, section, quote } of [
			...catalogue.targets,
			...catalogue.undertakings
		]) {
			expect(documentOf(catalogue, document), id).toBeDefined();
			expect([section.length > 0, quote.length > 10], id).toEqual([true, true]);
		}
	});

	it('names the document of every row', () => {
		for (const { id = '', document = '' } of rows) {
			const part = targets.get(id) ?? undertakings.get(id);
			const { number = '' } = documentOf(catalogue, part?.document ?? '') ?? {};
			expect(number.startsWith(document), id).toBe(true);
		}
	});
});

describe('a target with a figure', () => {
	it.each(FIGURES)('$id asks for what the document asks', (row) => {
		const target = targets.get(row.id ?? '');
		expect(target?.threshold).toEqual(thresholdIn(row));
		expect([target?.from, target?.to]).toEqual([yearIn(row.from), yearIn(row.to)]);
		const direction = { trend_up: 'up', trend_down: 'down' }[row.comparator ?? ''];
		expect(target?.direction).toBe(direction);
	});
});

describe('a milestone', () => {
	it.each(MILESTONES)('$id is due in the year that the document names', ({ id = '', to }) => {
		expect(undertakings.get(id)?.due).toEqual(
			to ? { kind: 'once', last: `${to}-12-31` } : { kind: 'open' }
		);
	});
});

describe('a duty', () => {
	it.each(DUTIES)(
		'$id is due on the last day in time',
		({ id = '', comparator, value = '', from }) => {
			const due = undertakings.get(id)?.due;
			if (comparator === 'deadline_lt') {
				const [day = '', month = '', year = from ?? ''] = value.split('/');
				expect(firstDayOf(due)).toBe(addDays(`${year}-${month}-${day}`, -1));
			} else if (due?.kind === 'recurring') {
				expect(due).toMatchObject({ first: `${from}-12-31`, months: 12 });
			} else {
				expect(due).toEqual({ kind: 'open' });
			}
		}
	);

	it('is owed by each unit where units report upwards', () => {
		const owed = catalogue.undertakings.filter(({ owedBy }) => owedBy === 'each-unit');
		expect(owed.map(({ id }) => id).sort()).toEqual([
			...['dn-report-annual-15-12', 'dn-unit-plan', 'vt-plan-submitted'],
			...['vt-report-6m', 'vt-report-annual']
		]);
	});
});

describe('a task', () => {
	it.each(tasks)('$id is due when the document says', ({ id = '', due_kind, due_date = '' }) => {
		const task = undertakings.get(id);
		const [named] = /\d{4}-\d\d-\d\d/.exec(due_date) ?? [];
		const isBefore = task?.dueText?.includes('trước ngày') ?? false;
		const last = named && isBefore ? addDays(named, -1) : named;
		const hasNoDay = (due_kind === 'once' || due_kind === 'recurring') && !named;
		expect([task?.due.kind, firstDayOf(task?.due)]).toEqual([hasNoDay ? 'open' : due_kind, last]);
	});

	it('is named by the sentence of the document, which it quotes', () => {
		const ofTasks = catalogue.undertakings.filter(({ kind }) => kind === 'task');
		expect(ofTasks.filter(({ name, quote }) => name.vi !== quote || name.en !== quote)).toEqual([]);
		expect(ofTasks.filter(({ lead }) => !lead)).toEqual([]);
	});
});

/** What the documents' words mean as a threshold: "each cell" and "each standing committee" is 100 % of them. */
function thresholdIn({
	id = '',
	kind,
	comparator = '',
	value = '',
	max = ''
}: Row): Threshold | undefined {
	const ofEach = kind === 'presence' || comparator === 'eq_ratio' || /-(sessions|theme)$/.test(id);
	if (ofEach) return { comparator: '=', value: '100' };
	const comparators: Record<string, Threshold['comparator']> = {
		...{ gt: '>', gte: '>=', eq: '=', band: 'between' },
		...{ count_gte: '>=', count_eq: '=', rank_lte: '<=' }
	};
	const known = comparators[comparator];
	return known && { comparator: known, value, ...(max && { max }) };
}

function firstDayOf(due: Due | undefined): string | undefined {
	switch (due?.kind) {
		case 'once':
		case 'conditional':
			return due.last;
		case 'recurring':
			return due.first;
		case 'continuous':
			return due.until;
		case 'open':
		case undefined:
			return undefined;
	}
}

function countByKind(parts: readonly (Target | Undertaking)[]): Record<string, number> {
	const kinds = [...new Set(parts.map(({ kind }) => kind))];
	return Object.fromEntries(
		kinds.map((kind) => [kind, parts.filter((part) => part.kind === kind).length])
	);
}

function yearIn(text = ''): number | undefined {
	return text ? Number(text) : undefined;
}

function fixture(name: string): Row[] {
	const path = join(import.meta.dirname, '../fixtures/catalogue', name);
	const [head = '', ...lines] = readFileSync(path, 'utf8').trim().split('\n');
	const fields = head.split(',');
	return lines.map((line) => {
		const cells = line.split(',');
		return Object.fromEntries(fields.map((field, index) => [field, cells[index] ?? '']));
	});
}
