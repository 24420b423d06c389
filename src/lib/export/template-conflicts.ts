import { colToLetter, type ConditionalRule } from 'hucre/xlsx';
import type { TemplateSheet } from '#lib/views/template-form.ts';
import type { RuleSide, TemplateRule } from '#lib/views/template-rules.ts';
import { conflictStyle } from './template-style.ts';

/** What colours the left-hand cells of every rule that a row breaks, as soon as its figures are there. */
export function conflictRules({ rules, units }: TemplateSheet): ConditionalRule[] {
	const { from, to } = units;
	return rules.flatMap((rule, at) =>
		rule.left.added.map((column): ConditionalRule => {
			const letter = colToLetter(column - 1);
			return {
				type: 'expression',
				priority: rule.severity === 'error' ? at + 1 : rules.length + at + 1,
				formula: brokenIn(rule, from),
				range: `${letter}${from}:${letter}${to}`,
				style: conflictStyle(rule.severity)
			};
		})
	);
}

/** True where the rule can be judged in the row and does not hold; "x" adds nothing to a sum. */
function brokenIn({ comparator, missing, left, right }: TemplateRule, row: number): string {
	const [first, second] = [sumOf(left, row), sumOf(right, row)];
	const judged = canBeJudged({ missing, left, right }, row);
	return `AND(${judged},${first}${comparator === '=' ? '<>' : '>'}${second})`;
}

/** What the rule says about blank cells and "x"; a side without any figure is never judged. */
function canBeJudged(
	{ missing, left, right }: Pick<TemplateRule, 'missing' | 'left' | 'right'>,
	row: number
): string {
	const [first, second] = [cellsOf(left, row), cellsOf(right, row)];
	const all = [...first, ...second];
	const some = `COUNT(${first.join()})>0,COUNT(${second.join()})>0`;
	switch (missing) {
		case 'skip':
			return `COUNT(${all.join()})=${all.length}`;
		case 'x-is-zero':
			return `${some},COUNTA(${all.join()})=${all.length},${noDash(all)}`;
		case 'blank-is-zero':
			return some;
	}
}

/** A dash stands for a blank cell. */
function noDash(cells: readonly string[]): string {
	return cells.map((cell) => `${cell}<>"-"`).join();
}

function cellsOf({ added, subtracted }: RuleSide, row: number): string[] {
	return [...added, ...subtracted].map((column) => `$${colToLetter(column - 1)}${row}`);
}

function sumOf({ added, subtracted }: RuleSide, row: number): string {
	const sum = `SUM(${cellsOf({ added, subtracted: [] }, row).join()})`;
	if (subtracted.length === 0) return sum;
	return `(${sum}-SUM(${cellsOf({ added: subtracted, subtracted: [] }, row).join()}))`;
}
