import type { Sql } from '#lib/engine/sql.ts';
import { belows, branches, members, nodes, reporters } from './branches.sql.ts';
import { mapDays, periods } from './calendar.sql.ts';
import { coverages, duties } from './coverage.sql.ts';
import { claims, hangs, shownUnits } from './hang.sql.ts';
import { cells } from './in-force.sql.ts';
import { countedFigures } from './parent-rule.sql.ts';
import { lastDenominators, pendingShares } from './pending.sql.ts';
import { answers, bases, readings } from './readings.sql.ts';
import { lags, ownFigures, remainders, totals, unallocatedUnits } from './totals.sql.ts';
import { yearAnswers, yearCells, yearCountedFigures } from './year-sum.sql.ts';

/** A table that the rollup passes through. */
export interface RollupTable {
	name: string;
	rows: () => Sql;
	/** The large tables that nothing after this one reads: they are dropped for their memory. */
	spent?: readonly string[];
}

/** The figures in force. */
const CELL_TABLE: RollupTable = { name: 'cell', rows: cells, spent: ['entry'] };

/** What the periods and the organisation are, whatever the indicators: from the table `cell` and the input tables. */
export const ORGANISATION_TABLES: readonly RollupTable[] = [
	{ name: 'period', rows: periods },
	{ name: 'map_day', rows: mapDays },
	{ name: 'node', rows: nodes },
	{ name: 'branch', rows: branches },
	{ name: 'below', rows: belows },
	{ name: 'hang', rows: hangs },
	{ name: 'claim', rows: claims },
	{ name: 'shown', rows: shownUnits },
	{ name: 'member', rows: members },
	{ name: 'reporter', rows: reporters }
];

/** What the indicators of the tables `indicator` and `term` add up to. */
export const FIGURE_TABLES: readonly RollupTable[] = [
	{ name: 'basis', rows: bases },
	{ name: 'reading', rows: readings },
	{ name: 'answer', rows: answers },
	{ name: 'counted', rows: countedFigures },
	{ name: 'year_cell', rows: yearCells },
	{ name: 'year_answer', rows: yearAnswers },
	{ name: 'year_counted', rows: yearCountedFigures },
	{ name: 'own', rows: ownFigures },
	{ name: 'total', rows: totals },
	{ name: 'remainder', rows: remainders },
	{ name: 'lag', rows: lags },
	{ name: 'duty', rows: duties, spent: ['answer', 'counted'] },
	{ name: 'unallocated', rows: unallocatedUnits },
	{ name: 'last_denominator', rows: () => lastDenominators() },
	{ name: 'coverage', rows: coverages },
	{ name: 'pending_share', rows: pendingShares, spent: ['own', 'duty', 'last_denominator'] }
];

/** The tables of the rollup in the order in which they are made, each from those before it and the input tables. */
export const ROLLUP_TABLES: readonly RollupTable[] = [
	CELL_TABLE,
	...ORGANISATION_TABLES,
	...FIGURE_TABLES
];
