import type { Check, Measure } from '#lib/catalogue/catalogue.ts';
import type { Table } from './find-table.ts';
import type { Grid } from './grid.ts';
import { readNumber } from './read-number.ts';
import { isIndexRow } from './row-labels.ts';
import { linesBelow, type Line } from './table-line.ts';
import { splitTerm } from './weigh-check.ts';

const LINES_TRIED = 1000;

/** Whether the template's equations hold where a column, or zero, stands for the measure. */
export type SumsWith = (column: number | 'zero') => 'holds' | 'fails' | undefined;

/**
 * Tries the equations of the template that a measure belongs to on the first 1000 lines of the table, totals included;
 * the answer is `undefined` where no line has all the other figures.
 */
export function sumsWith({ id }: Measure, { table, grid }: { table: Table; grid: Grid }): SumsWith {
	const checks = (table.template?.checks ?? []).filter(
		({ comparator, left, right }) =>
			comparator === '=' && [...left, ...right].some((term) => splitTerm(term).measure === id)
	);
	const end = Math.min(table.end, table.header + LINES_TRIED);
	const lines =
		checks.length === 0
			? []
			: [...linesBelow({ ...table, end }, grid)].filter(({ texts }) => !isIndexRow(texts));
	const periods = new Set(table.columns.map(({ period }) => period));
	return (column) => {
		const verdicts = [...periods].flatMap((period) => {
			const places = new Map(
				table.columns.flatMap((each): [string, number][] =>
					each.role.kind === 'measure' && (each.period ?? period) === period
						? [[each.role.measure.id, each.column]]
						: []
				)
			);
			const own = table.columns[column === 'zero' ? -1 : column - 1];
			if (own && (own.period ?? period) !== period) return [];
			const figure = figureFinder({ id, column, places });
			return checks.flatMap((check) => lines.map((line) => holdsOn(check, line, figure)));
		});
		const known = verdicts.filter((each) => each !== undefined);
		if (known.length === 0) return undefined;
		return known.every(Boolean) ? 'holds' : 'fails';
	};
}

type FigureOf = (line: Line, measure: string) => bigint | undefined;

function figureFinder(options: {
	id: string;
	column: number | 'zero';
	places: ReadonlyMap<string, number>;
}): FigureOf {
	const { id, column, places } = options;
	return ({ cells }, measure) => {
		if (measure === id && column === 'zero') return 0n;
		const place = measure === id && column !== 'zero' ? column : places.get(measure);
		if (place === undefined) return undefined;
		const reading = readNumber(cells[place - 1] ?? null);
		return reading.state === 'figure' ? reading.value : undefined;
	};
}

function holdsOn({ left, right }: Check, line: Line, figure: FigureOf): boolean | undefined {
	const [whole, parts] = [left, right].map((terms) => sumOf(terms, line, figure));
	return whole === undefined || parts === undefined ? undefined : whole === parts;
}

function sumOf(terms: readonly string[], line: Line, figure: FigureOf): bigint | undefined {
	let sum = 0n;
	for (const term of terms) {
		const { measure, minus } = splitTerm(term);
		const value = figure(line, measure);
		if (value === undefined) return undefined;
		sum += minus ? -value : value;
	}
	return sum;
}
