import { expect, test } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { sourcesOf } from '#lib/views/sources.ts';
import type { SubmissionFacts } from '#lib/views/submission-list.ts';
import { indicatorOf } from './example-facts.ts';

const asked = {
	indicator: indicatorOf('grassroots-rated-good'),
	period: '2024',
	language: 'vi',
	today: '2026-11-22',
	most: 2
} as const;

function submission(id: string, given: Partial<SubmissionFacts>): SubmissionFacts {
	return {
		...{ id, file: `${id}.csv`, template: 'B1', periods: ['2024-Q4'], at: '2026-11-20T03:00:00Z' },
		...{ state: 'official', rows: { accepted: 3 }, issues: [] },
		...given
	};
}

function sources(...submissions: SubmissionFacts[]) {
	return sourcesOf(submissions, productCatalogue(), asked);
}

test('the sources are the submissions of the sheets and quarters that the figure is made of', () => {
	const found = sources(
		submission('a', {}),
		submission('b', { template: 'B4' }),
		submission('c', { periods: ['2023-Q4'] }),
		submission('d', { template: 'long', periods: ['2024'] }),
		submission('e', { state: 'provisional', note: 'số quý II' })
	);
	expect(found?.lines.map(({ id, note }) => [id, note])).toEqual([
		['e', 'số quý II'],
		['d', '']
	]);
	expect(found?.others).toBe(1);
	expect(found?.sentence).toBe(
		'3 lượt nộp có số liệu của năm 2024; lượt mới nhất ngày 20/11/2026, cách đây 2 ngày. 1 lượt là số tạm tính.'
	);
});

test('the age is told by days in Viet Nam', () => {
	const late = submission('a', { at: '2026-11-21T16:59:59Z' });
	expect(sources(late)?.sentence).toContain('hôm qua.');
	expect(sources({ ...late, at: '2026-11-21T17:00:00Z' })?.sentence).toContain('hôm nay.');
});

test('where nothing was submitted there are none', () => {
	expect(sources(submission('a', { template: 'B4' }))).toBeUndefined();
});
