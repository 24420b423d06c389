import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REPORT_SECTIONS } from '#lib/base/report-definition.ts';
import { sectionChoices, withMoved, withSectionToggled } from '#lib/views/report-order.ts';

const chosen = fc.shuffledSubarray([...REPORT_SECTIONS]);

describe('the sections of a report', () => {
	it('stand as they are chosen, before those that are not', () => {
		const choices = sectionChoices(['tasks', 'summary']);
		expect(choices.map(({ id }) => id)).toEqual([
			...['tasks', 'summary', 'targets', 'indicators', 'scorecard', 'best-and-worst'],
			...['changes', 'missing-reports', 'data-quality', 'method']
		]);
		expect(choices.filter(({ isChosen }) => isChosen)).toHaveLength(2);
	});

	it('take their usual place when they are chosen', () => {
		expect(withSectionToggled(['summary', 'changes', 'method'], 'targets')).toEqual([
			...['summary', 'targets', 'changes', 'method']
		]);
		expect(withSectionToggled(['method', 'summary'], 'tasks')).toEqual([
			...['tasks', 'method', 'summary']
		]);
		expect(withSectionToggled([], 'tasks')).toEqual(['tasks']);
	});

	it('are those before when one is chosen and left out again', () => {
		fc.assert(
			fc.property(chosen, fc.constantFrom(...REPORT_SECTIONS), (sections, id) => {
				fc.pre(!sections.includes(id));
				const once = withSectionToggled(sections, id);
				expect(once).toHaveLength(sections.length + 1);
				expect(withSectionToggled(once, id)).toEqual(sections);
			})
		);
	});
});

describe('a member of a list', () => {
	it('moves a place, and not beyond the ends', () => {
		expect(withMoved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
		expect(withMoved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
		expect(withMoved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
		expect(withMoved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
		expect(withMoved(['a'], 'x', 1)).toEqual(['a']);
	});
});
