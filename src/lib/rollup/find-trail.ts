import { groupBy } from '#lib/base/group-by.ts';
import type { Period } from '#lib/base/period.ts';
import type { AsideFigure, Trail, TrailCell, TrailFigure, TrailTerm } from '#lib/base/trail.ts';
import { int32Column } from '#lib/engine/columns.ts';
import { targetMapOf } from '#lib/units/target-map.ts';
import { SPAN } from './key-entries.ts';
import {
	asideCells,
	asideFigures,
	cellSources,
	childrenByShape,
	childrenOnTarget,
	countingFigures,
	figureCells,
	heldFigures,
	pendingUnits
} from './trail.sql.ts';
import { slotsAfter, type TrailQuestion, TrailTables } from './trail-tables.ts';

/**
 * The cells that a unit's figure for an indicator and a period consists of, by the rules of the rollup: its very tables,
 * made for this one indicator. Nothing but missing measures where the period has no figures.
 */
export async function findTrail(question: TrailQuestion): Promise<Trail> {
	const tables = new TrailTables(question);
	try {
		await tables.open();
		const last = Math.max(0, ...question.submissions.map(({ sequence }) => sequence));
		const reported = slotsAfter(await tables.reportedSpells(), last);
		const period = await tables.make([last], { reported, upTo: 'duty' });
		return await readTrail(question, { tables, period });
	} finally {
		await tables.close();
	}
}

interface Made {
	tables: TrailTables;
	/** The place of the period. */
	period?: number;
}

/** A cell of a figure, in the engine's numbers. */
interface CellRow {
	term: number;
	figure: TrailFigure;
	part: bigint;
	below?: bigint;
	cell: TrailCell;
}

async function readTrail(question: TrailQuestion, { tables, period }: Made): Promise<Trail> {
	const { engine, indicator } = question;
	const termOf = (measure: string): TrailTerm => ({ measure, figures: [], setAside: [] });
	const numerator = indicator.numerator.map(termOf);
	const denominator = indicator.denominator.map(termOf);
	if (period === undefined || tables.unit < 0) return { numerator, denominator, missing: [] };
	await makeFigures(question, { tables, period });
	const terms = [...numerator, ...denominator];
	const decode = (row: Record<string, unknown>): CellRow => decodeCell(row, question, tables);
	const counting = await engine.query(figureCells(), decode);
	for (const { term, figures } of figuresOf(counting)) {
		Object.assign(terms[term] ?? {}, { figures, sum: sumOf(figures) });
	}
	const aside = await engine.query(asideCells(tables.unit), decode);
	for (const { term, figures } of figuresOf(aside)) {
		Object.assign(terms[term] ?? {}, { setAside: figures });
	}
	const missing = await engine.query(pendingUnits(period, tables.unit), (row) => ({
		unit: tables.keys.units[Number(row['unit'])] ?? '',
		isPartial: row['is_reported'] === true
	}));
	return { numerator, denominator, missing };
}

/** Makes the tables of the figures that count at the unit, of those set aside, and of where they were read. */
async function makeFigures(
	{ unit, units, boundaries }: TrailQuestion,
	{ tables, period }: Required<Made>
): Promise<void> {
	await tables.create('figure', countingFigures(period));
	await tables.create('aside', asideFigures(period));
	await tables.create('source', cellSources());
	if (boundaries === undefined) {
		await tables.create('child', childrenByShape(tables.unit));
	} else {
		const { codes, lineOf } = targetMapOf(units, boundaries);
		const children = codes.filter((code) => lineOf(code)[1] === unit);
		const places = children.map((code) => tables.keys.units.indexOf(code));
		await tables.load('target_child', { unit: int32Column(places) });
		await tables.create('child', childrenOnTarget());
	}
	await tables.create('held', heldFigures(tables.unit));
}

function decodeCell(
	row: Record<string, unknown>,
	{ unit }: TrailQuestion,
	{ keys }: TrailTables
): CellRow {
	const number = (name: string): number => Number(row[name]);
	const count = (name: string): bigint => BigInt(String(row[name]));
	const hasVia = typeof row['via'] === 'number';
	return {
		term: number('term'),
		figure: {
			unit: keys.units[number('unit')] ?? '',
			via: (hasVia ? keys.units[number('via')] : undefined) ?? unit,
			period: spannedPeriod(number('slot'), number('span')),
			value: 0n,
			...(row['is_remainder'] === true && { isRemainder: true }),
			sequence: number('sequence'),
			cells: []
		},
		part: count('part'),
		...(typeof row['below'] === 'bigint' && { below: row['below'] }),
		cell: { row: number('file_row'), column: number('file_column'), value: count('value') }
	};
}

/** The period of so many quarters that ends with the quarter. */
function spannedPeriod(slot: number, span: number): Period {
	const year = Math.floor(slot / 4);
	if (span === SPAN.year) return `${year}`;
	if (span === SPAN.half) return `${year}-H${slot % 4 < 2 ? 1 : 2}`;
	return `${year}-Q${(slot % 4) + 1}`;
}

/** The figures of each term, the cells of one figure put together. */
function figuresOf(rows: readonly CellRow[]): { term: number; figures: AsideFigure[] }[] {
	const terms = groupBy(rows, ({ term }) => term);
	return [...terms].map(([term, cells]) => {
		const keyOf = ({ figure }: CellRow): string =>
			[figure.unit, figure.via, figure.period].join(' ');
		return { term, figures: [...groupBy(cells, keyOf).values()].flatMap(figureOf) };
	});
}

function figureOf(rows: readonly CellRow[]): AsideFigure[] {
	return rows.slice(0, 1).map(({ figure, part, below }) => {
		const cells = rows.map(({ cell }) => cell);
		const value = cells.reduce((sum, cell) => sum + cell.value, 0n);
		return {
			...figure,
			value,
			...(part !== value && { part }),
			cells,
			...(below !== undefined && { below })
		};
	});
}

function sumOf(figures: readonly TrailFigure[]): bigint {
	return figures.reduce((sum, { value, part = value }) => sum + part, 0n);
}
