/** What a spreadsheet takes for the start of a formula, in full width too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
/** A number, a percentage or a lone dash is no formula, whatever its sign. */
const PLAIN = /^(?:[+-]?\d+(?:[.,]\d+)*\s?%?|-)$/u;
/** Where a spreadsheet that splits lines at semicolons or tabs would begin a cell of its own. */
const INNER = /([;\t\r\n])(?=[=@＝＠]|[+\-＋－](?!\d))/gu;

/**
 * The text as a cell that no spreadsheet takes for a formula: with an apostrophe before `=`, `+`, `-`, `@`, tab and line
 * breaks at its start, and before what would be such a start where lines are split otherwise. Numbers stay as they are.
 */
export function neutralText(text: string): string {
	const inner = text.replace(INNER, "$1'");
	return FORMULA.test(inner) && !PLAIN.test(inner) ? `'${inner}` : inner;
}
