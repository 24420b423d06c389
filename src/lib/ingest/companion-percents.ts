import type { Measure, PercentColumn, Template } from '#lib/catalogue/catalogue.ts';
import { statesPercentage } from './check-percentages.ts';
import type { Table, TableColumn } from './find-table.ts';
import type { Grid } from './grid.ts';
import { readNumber } from './read-number.ts';
import { linesBelow, type Line } from './table-line.ts';

const LINES_TRIED = 1000;

/**
 * The table with each percentage behind a count ("SL | TL %") compared from now on with that count's share of its whole,
 * where the sheet's own figures show that it is that share; the others stay as they are.
 */
export function withCompanions(table: Table, grid: Grid): Table {
	const { template } = table;
	if (!template || table.columns.every(({ role }) => role.kind !== 'percent-companion')) {
		return table;
	}
	const end = Math.min(table.end, table.header + LINES_TRIED);
	const lines = [...linesBelow({ ...table, end }, grid)];
	const columns = table.columns.map((column, at): TableColumn => {
		if (column.role.kind !== 'percent-companion') return column;
		const counted = table.columns.slice(0, at).findLast(({ role }) => role.kind !== 'blank');
		if (counted?.role.kind !== 'measure' || counted.period !== column.period) return column;
		const { measure } = counted.role;
		const whole = table.columns.find(
			({ role, period }) =>
				role.kind === 'measure' &&
				period === column.period &&
				isWholeOf(role.measure, measure, template)
		);
		if (whole?.role.kind !== 'measure' || !isShare(lines, { column, counted, whole })) {
			return column;
		}
		const percent: PercentColumn = {
			header: column.name,
			synonyms: [],
			numerator: [measure.id],
			denominator: [whole.role.measure.id]
		};
		return { ...column, role: { kind: 'percent', percent }, by: 'path' };
	});
	return { ...table, columns };
}

/** True where the template says that the one is a part of the other: xl = xs + tot + …, nu ≤ cuv. */
function isWholeOf({ id: whole }: Measure, { id: part }: Measure, { checks }: Template): boolean {
	return checks.some(
		({ left, right, comparator }) =>
			(comparator === '=' && left.length === 1 && left[0] === whole && right.includes(part)) ||
			(comparator === '<=' && left.length === 1 && left[0] === part && right[0] === whole)
	);
}

/** True where most lines that state a percentage state that of the count in its whole. */
function isShare(
	lines: readonly Line[],
	places: { column: TableColumn; counted: TableColumn; whole: TableColumn }
): boolean {
	const verdicts = lines.flatMap(({ cells }) => {
		const [part, whole] = [places.counted, places.whole].map(({ column }) => {
			const reading = readNumber(cells[column - 1] ?? null);
			return reading.state === 'figure' ? reading.value : undefined;
		});
		if (part === undefined || !whole) return [];
		const own = { numerator: part * 100n, denominator: whole };
		return statesPercentage(cells[places.column.column - 1] ?? null, own) ?? [];
	});
	return verdicts.filter(Boolean).length * 2 > verdicts.length;
}
