import type { Language } from '#lib/base/language.ts';
import type { QueryRows } from '#lib/base/query-answer.ts';
import { cellKind } from './answer-cells.ts';

/** By which column the rows are ordered; each way cells without content come last. */
export interface AnswerOrder {
	column: string;
	isDown: boolean;
}

/** The rows in the order; as the query gave them where it has no such column, or none is chosen. */
export function orderRows(
	{ columns, rows }: QueryRows,
	order: AnswerOrder | undefined,
	language: Language
): QueryRows['rows'] {
	const at = columns.findIndex(({ name }) => name === order?.column);
	const column = columns[at];
	if (!order || !column) return rows;
	const kind = cellKind(column);
	const compare = comparison(kind === 'whole' ? 'whole' : kind, language);
	const sign = order.isDown ? -1 : 1;
	return rows.toSorted((one, other) => {
		const [a, b] = [one[at], other[at]];
		if (a === undefined || b === undefined)
			return Number(a === undefined) - Number(b === undefined);
		return sign * compare(a, b);
	});
}

function comparison(
	kind: ReturnType<typeof cellKind>,
	language: Language
): (a: string, b: string) => number {
	const { compare } = new Intl.Collator(language, { numeric: true });
	if (kind === 'whole')
		return (a, b) => {
			const [left, right] = [BigInt(a), BigInt(b)];
			return left < right ? -1 : Number(left > right);
		};
	if (kind === 'decimal' || kind === 'float')
		return (a, b) => numberOf(a) - numberOf(b) || compare(a, b);
	return compare;
}

/** What is no number, of `inf` and `nan`, stands above all others. */
function numberOf(text: string): number {
	if (text === '-inf') return -Number.MAX_VALUE;
	const number = Number(text);
	return Number.isFinite(number) ? number : Number.MAX_VALUE;
}
