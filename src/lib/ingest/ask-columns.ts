import type { Measure } from '#lib/catalogue/catalogue.ts';
import { columnValues } from './column-values.ts';
import type { Table, TableColumn } from './find-table.ts';
import type { Grid } from './grid.ts';
import { headerLikeness } from './header-likeness.ts';
import { headerKey } from './header-key.ts';
import { repeatedMeasures } from './match-columns.ts';
import type { Choice, Question } from './question.ts';
import { sumsWith } from './sums-with.ts';
import { linesBelow } from './table-line.ts';

/** What asking for columns needs: the cells, and the measures of which the analyst has said that none carries them. */
interface AskContext {
	grid: Grid;
	settled: readonly Measure[];
}

const SIMILAR = 0.5;
const LINES_SEEN = 1000;

/** A question for each measure that no column carries, or that several do, and for the units' names. */
export function askColumns(table: Table, { grid, settled }: AskContext): Question[] {
	const { template, columns } = table;
	if (!template) return [];
	const carried = columns.flatMap(({ role }) => (role.kind === 'measure' ? [role.measure] : []));
	const repeated = repeatedMeasures(columns);
	const open = openColumns(table, grid);
	const missing = template.measures.filter(
		(measure) => !carried.includes(measure) && !settled.includes(measure)
	);
	return [
		...askUnit(table, open),
		...(carried.length === 0 ? [] : missing).flatMap((measure) => {
			const choices = choicesFor(measure, { table, grid, open });
			return isWorthAsking(measure, choices) ? [question(measure, table, choices)] : [];
		}),
		...repeated.map((measure) => question(measure, table, claimsOf(measure, table)))
	];
}

/** A column that no target needs is asked for only where the sheet may have it after all. */
function isWorthAsking({ context }: Measure, choices: readonly Choice[]): boolean {
	return !context || choices.some(({ value }) => value !== 'absent');
}

function question({ id, header, context }: Measure, table: Table, choices: Choice[]): Question {
	const params = { name: header, measure: id };
	const place = { row: table.header, column: header };
	return { key: `column:${id}`, kind: 'column', params, choices, required: !context, ...place };
}

/** A column that may be chosen, and what an answer calls it. */
interface OpenColumn {
	column: TableColumn;
	value: string;
}

/** The columns that carry nothing: those with an unknown header, and nameless ones that hold something. */
function openColumns(table: Table, grid: Grid): OpenColumn[] {
	const values = columnValues(table.columns);
	const filled = new Set<number>();
	const end = Math.min(table.end, table.header + LINES_SEEN);
	for (const { texts } of linesBelow({ ...table, end }, grid)) {
		texts.forEach((text, at) => text && filled.add(at + 1));
	}
	const open = table.columns.filter(
		({ role, column }) => role.kind === 'unknown' || (role.kind === 'blank' && filled.has(column))
	);
	return open.map((column) => ({ column, value: values.get(column) ?? '' }));
}

/** The choices for a measure, the likeliest first: columns whose sums agree, similar headers, zero, the rest, none. */
function choicesFor(
	measure: Measure,
	{ table, grid, open }: { table: Table; grid: Grid; open: readonly OpenColumn[] }
): Choice[] {
	const sums = sumsWith(measure, { table, grid });
	const ranked = open.map(({ column, value }) => {
		const likeness = likenessTo(measure, column.key);
		const verdict = sums(column.column);
		const why =
			verdict === 'holds'
				? 'sum-holds'
				: verdict === 'fails'
					? 'sum-fails'
					: likeness >= SIMILAR
						? 'similar'
						: 'left-over';
		const rank = likeness + (verdict === 'holds' ? 2 : verdict === 'fails' ? -1 : 0);
		return { rank, choice: { value, label: column.name, why } };
	});
	const zero = { rank: 1, choice: { value: 'zero', why: 'sum-holds' } };
	const choices = sums('zero') === 'holds' ? [...ranked, zero] : ranked;
	return [
		...choices.toSorted((a, b) => b.rank - a.rank).map(({ choice }) => choice),
		{ value: 'absent' }
	];
}

function likenessTo({ header, name, synonyms }: Measure, key: string): number {
	const names = [header, name.vi, ...synonyms].map(headerKey);
	return Math.max(...names.map((each) => headerLikeness(each, key)));
}

function claimsOf(measure: Measure, { columns }: Table): Choice[] {
	const values = columnValues(columns);
	return columns
		.filter(({ role }) => role.kind === 'measure' && role.measure === measure)
		.map((column) => ({
			value: values.get(column) ?? '',
			label: `${column.name} (${column.column})`,
			why: column.by === 'exact' ? 'exact' : 'synonym'
		}));
}

function askUnit({ columns, header }: Table, open: readonly OpenColumn[]): Question[] {
	if (columns.some(({ role }) => role.kind === 'unit' || role.kind === 'unit-code')) return [];
	const choices = open.map(({ column, value }): Choice => ({
		value,
		label: column.name,
		why: 'left-over'
	}));
	const params = { name: 'Đơn vị', measure: 'unit' };
	const place = { row: header, column: 'Đơn vị' };
	return [{ key: 'column:unit', kind: 'column', params, choices, required: true, ...place }];
}
