import { foldKey } from '#lib/base/fold.ts';
import type { Check, Measure, Template } from '#lib/catalogue/catalogue.ts';
import type { Table, TableColumn } from './find-table.ts';
import type { RowReading } from './row-reading.ts';
import { splitTerm, weighCheck, type Addend } from './weigh-check.ts';

/** A column of figures that may count from 1 January, or in the period alone. */
export interface DoubtfulColumn {
	column: TableColumn;
	measure: Measure;
	/** True where the header or the title speaks of the period alone. */
	saysInPeriod: boolean;
}

const IN_PERIOD = /\b(?:trong|phat sinh) (?:qui|ki|thang)\b|\bphat sinh trong\b/;
const CUMULATIVE = /\b(?:lui ke|lk|tu dau nam|trong nam|tu ngai 0?1 0?1|tu 0?1 0?1)\b/;
/** An opening stock that stands at the year's start, so that what is added to it counts from there. */
const YEAR_START = /\b31 12\b|\bdau nam\b/;

/**
 * The cumulative measures of a table whose figures may be those of the period alone: its header or title says so, or
 * leaves out the "lũy kế" of the template (TEMPLATES §D 14). No column is in doubt beside one for the period alone, or
 * where what the rows hold adds up from the year's start.
 */
export function doubtfulColumns(
	{ template, columns }: Table,
	{ rows, titles }: { rows: readonly RowReading[]; titles: readonly string[] }
): DoubtfulColumn[] {
	if (!template) return [];
	const titleKey = foldKey(titles.join(' '));
	const titled = IN_PERIOD.test(titleKey) && !CUMULATIVE.test(titleKey);
	return columns.flatMap((column): DoubtfulColumn[] => {
		const { role, by, key } = column;
		if (role.kind !== 'measure' || role.measure.overTime !== 'ytd') return [];
		const { measure } = role;
		const saysInPeriod = IN_PERIOD.test(key) || (titled && by !== 'code');
		const isUnmarked = by !== 'code' && CUMULATIVE.test(foldKey(measure.header));
		if (CUMULATIVE.test(key) || !(saysInPeriod || isUnmarked)) return [];
		if (hasTwin(measure, columns) || addsUp(measure, { template, columns, rows })) return [];
		return [{ column, measure, saysInPeriod }];
	});
}

/** True where the same thing stands in a column of its own for the period alone. */
function hasTwin({ id }: Measure, columns: readonly TableColumn[]): boolean {
	return columns.some(
		({ role }) =>
			role.kind === 'measure' && role.measure.partOf === id && role.measure.overTime === 'sum'
	);
}

/** True where a rule that starts from the year's opening stock holds in every row, and something was added to it. */
function addsUp(
	{ id }: Measure,
	{
		template,
		columns,
		rows
	}: { template: Template; columns: readonly TableColumn[]; rows: readonly RowReading[] }
): boolean {
	const rule = template.checks.find(
		({ comparator, right, over }) =>
			comparator === '=' && !over && right.some((term) => splitTerm(term).measure === id)
	);
	const opening = rule && openingStock(rule, columns);
	if (!rule || !opening) return false;
	if (opening.by !== 'code' && !YEAR_START.test(opening.key)) return false;
	const added = rule.right
		.map((term) => splitTerm(term).measure)
		.filter((measure) => measure !== opening.measure);
	const weighed = rows.flatMap((row) => weighRow(rule, row) ?? []);
	const moved = rows.some(({ cells }) =>
		cells.some(
			({ measure, reading }) =>
				added.includes(measure) && reading.state === 'figure' && reading.value > 0n
		)
	);
	return moved && weighed.length > 0 && weighed.every(({ holds }) => holds);
}

/** The stock that a rule starts from, and how its column is headed. */
function openingStock(
	{ right }: Check,
	columns: readonly TableColumn[]
): (Pick<TableColumn, 'key' | 'by'> & { measure: string }) | undefined {
	const stocks = columns.flatMap(({ role, key, by }) =>
		role.kind === 'measure' && role.measure.overTime === 'end'
			? [{ key, by, measure: role.measure.id }]
			: []
	);
	return stocks.find(({ measure }) => right.includes(measure));
}

function weighRow(rule: Check, { cells }: RowReading): ReturnType<typeof weighCheck> {
	const addend = (term: string): Addend => {
		const { measure, minus } = splitTerm(term);
		const reading = cells.find((cell) => cell.measure === measure)?.reading;
		if (!reading || reading.state === 'unreadable') return { minus, weight: undefined };
		return { minus, weight: reading.state === 'figure' ? reading.value : reading.state };
	};
	return weighCheck(rule, { left: rule.left.map(addend), right: rule.right.map(addend) });
}
