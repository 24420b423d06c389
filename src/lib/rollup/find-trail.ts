import type { Period } from '#lib/base/period.ts';
import type { AsideFigure, Trail, TrailCell, TrailFigure, TrailTerm } from '#lib/base/trail.ts';
import { sql } from '#lib/engine/sql.ts';
import { createTable, dropTable } from '#lib/engine/table.sql.ts';
import { SPAN } from './key-entries.ts';
import {
	asideFigures,
	cellSources,
	countingFigures,
	figureCells,
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
		for (const name of ['figure', 'aside', 'source']) await question.engine.run(dropTable(name));
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
	below?: bigint;
	cell: TrailCell;
}

async function readTrail(question: TrailQuestion, { tables, period }: Made): Promise<Trail> {
	const { engine, indicator } = question;
	const termOf = (measure: string): TrailTerm => ({ measure, figures: [], setAside: [] });
	const numerator = indicator.numerator.map(termOf);
	const denominator = indicator.denominator.map(termOf);
	if (period === undefined || tables.unit < 0) return { numerator, denominator, missing: [] };
	await engine.run(createTable('figure', countingFigures(period)));
	await engine.run(createTable('aside', asideFigures(period)));
	await engine.run(createTable('source', cellSources()));
	const terms = [...numerator, ...denominator];
	const decode = (row: Record<string, unknown>): CellRow => decodeCell(row, question, tables);
	const counting = await engine.query(figureCells(sql`figure`, tables.unit), decode);
	for (const { term, figures } of figuresOf(counting)) {
		Object.assign(terms[term] ?? {}, { figures, sum: sumOf(figures) });
	}
	const aside = await engine.query(figureCells(sql`aside`, tables.unit), decode);
	for (const { term, figures } of figuresOf(aside)) {
		Object.assign(terms[term] ?? {}, { setAside: figures });
	}
	const missing = await engine.query(pendingUnits(period, tables.unit), (row) => ({
		unit: tables.keys.units[Number(row['unit'])] ?? '',
		isPartial: row['is_reported'] === true
	}));
	return { numerator, denominator, missing };
}

function decodeCell(
	row: Record<string, unknown>,
	{ unit }: TrailQuestion,
	{ keys }: TrailTables
): CellRow {
	const number = (name: string): number => Number(row[name]);
	const via = row['via'] === null ? unit : (keys.units[number('via')] ?? unit);
	return {
		term: number('term'),
		figure: {
			unit: keys.units[number('unit')] ?? '',
			via,
			period: spannedPeriod(number('slot'), number('span')),
			value: BigInt(String(row['value'])),
			sequence: number('sequence'),
			cells: []
		},
		...(row['below'] !== null && { below: BigInt(String(row['below'])) }),
		cell: {
			row: number('file_row'),
			column: number('file_column'),
			value: BigInt(String(row['cell_value']))
		}
	};
}

/** The period of so many quarters that ends with the quarter. */
function spannedPeriod(slot: number, span: number): Period {
	const year = Math.floor(slot / 4);
	if (span === SPAN.year) return `${year}`;
	if (span === SPAN.half) return `${year}-H${slot % 4 < 2 ? 1 : 2}`;
	return `${year}-Q${(slot % 4) + 1}`;
}

/** The figures of each term, rows of the same figure put together: they stand one below the other. */
function figuresOf(rows: readonly CellRow[]): { term: number; figures: AsideFigure[] }[] {
	const terms = new Map<number, Map<string, AsideFigure>>();
	for (const { term, figure, below, cell } of rows) {
		const figures = terms.get(term) ?? new Map<string, AsideFigure>();
		terms.set(term, figures);
		const key = `${figure.unit} ${figure.period}`;
		const known = figures.get(key) ?? { ...figure, ...(below !== undefined && { below }) };
		figures.set(key, { ...known, cells: [...known.cells, cell] });
	}
	return [...terms].map(([term, figures]) => ({ term, figures: [...figures.values()] }));
}

function sumOf(figures: readonly TrailFigure[]): bigint {
	return figures.reduce((sum, { value }) => sum + value, 0n);
}
