import { compareNames } from '#lib/base/compare-names.ts';
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
	order: AnswerOrder | undefined
): QueryRows['rows'] {
	const at = columns.findIndex(({ name }) => name === order?.column);
	const column = columns[at];
	if (!order || !column) return rows;
	const compare = comparison(cellKind(column));
	const sign = order.isDown ? -1 : 1;
	return rows.toSorted((one, other) => {
		const [a, b] = [one[at], other[at]];
		if (a === undefined || b === undefined)
			return Number(a === undefined) - Number(b === undefined);
		return sign * compare(a, b);
	});
}

function comparison(kind: ReturnType<typeof cellKind>): (a: string, b: string) => number {
	switch (kind) {
		case 'whole':
		case 'decimal':
			return compareDecimals;
		case 'float':
			return (a, b) => numberOf(a) - numberOf(b);
		case 'day':
		case 'moment':
		case 'other':
			return compareNames;
	}
}

/** Exact, however many digits there are: both as whole numbers of the smaller of their last places. */
function compareDecimals(a: string, b: string): number {
	const places = Math.max(placesOf(a), placesOf(b));
	const [left, right] = [scaled(a, places), scaled(b, places)];
	return left < right ? -1 : Number(left > right);
}

function placesOf(decimal: string): number {
	return decimal.split('.')[1]?.length ?? 0;
}

function scaled(decimal: string, places: number): bigint {
	return BigInt(decimal.replace('.', '') + '0'.repeat(places - placesOf(decimal)));
}

/** What is no number, of `inf` and `nan`, stands above all others. */
function numberOf(text: string): number {
	if (text === '-inf') return -Number.MAX_VALUE;
	const number = Number(text);
	return Number.isFinite(number) ? number : Number.MAX_VALUE;
}
