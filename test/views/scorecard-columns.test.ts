import { describe, expect, it } from 'vitest';
import { chosenColumns, columnGroups, scorecardColumns } from '#lib/views/scorecard-columns.ts';
import { cityOf } from './scorecard-ground.ts';

const { facts } = cityOf();
const columns = scorecardColumns(facts, { path: ['MH'], period: '2024', language: 'vi' });
const ids = (of: readonly { id: string }[]): string[] => of.map(({ id }) => id);
const HEADLINES = [
	'grassroots-rated-good',
	'committee-political-theory',
	'plan-women',
	'plan-young'
];

describe('the columns of a scorecard', () => {
	it('are all indicators, the headline ones first, with what is asked in the period', () => {
		expect(ids(columns.slice(0, 4))).toEqual(HEADLINES);
		expect(columns).toHaveLength(facts.catalogue.indicators.length);
		const women = columns.find(({ id }) => id === 'plan-women');
		expect([women?.goal, women?.isUsual]).toEqual(['từ 25%', true]);
	});

	it('are, unless chosen, the headline ones and those with a target that asks for a level', () => {
		const usual = chosenColumns(columns);
		expect(usual.every(({ id, goal }) => goal !== undefined || HEADLINES.includes(id))).toBe(true);
		expect(ids(usual)).not.toContain('rotation-swap');
	});

	it('stand in the order in which they were chosen, each once, whatever else was named', () => {
		expect(
			ids(chosenColumns(columns, ['plan-women', 'nothing', 'hcm-theme', 'plan-women']))
		).toEqual(['plan-women', 'hcm-theme']);
		expect(chosenColumns(columns, ['nothing'])).toEqual(chosenColumns(columns));
	});
});

describe('the columns to choose from', () => {
	const find = (by: 'document' | 'topic', text: string): [string, string[]][] =>
		columnGroups(columns, { by, text, catalogue: facts.catalogue, language: 'vi' }).map(
			({ title, columns: found }) => [title, ids(found)]
		);

	it('are found without accents, by document', () => {
		expect(find('document', 'nu CAP uy vien')).toEqual([
			['Đà Nẵng · CTHĐ Thành ủy Đà Nẵng thực hiện NQ 21 (2022)', ['women-committee']]
		]);
	});

	it('are found by field of work', () => {
		expect(find('topic', 'hoan thanh tot')).toEqual([
			['Xếp loại chất lượng', ['grassroots-rated-good', 'members-rated-good']]
		]);
	});

	it('stand each in one group, whatever the grouping', () => {
		for (const by of ['document', 'topic'] as const) {
			const found = find(by, '').flatMap(([, group]) => group);
			expect(found.toSorted()).toEqual(ids(columns).toSorted());
		}
	});
});
