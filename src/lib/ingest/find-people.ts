import { columnLetter } from '#lib/base/cell-address.ts';
import type { Issue } from '#lib/base/issue.ts';
import type { UnitFinder } from '#lib/units/find-unit.ts';
import { cellIssue } from './cell-issue.ts';
import type { Table } from './find-table.ts';
import type { Grid } from './grid.ts';
import { findPeopleColumn } from './people-columns.ts';
import { findPeopleHeading } from './people-headings.ts';
import { findPeopleRemark } from './people-remarks.ts';

/**
 * The one issue of a grid that holds persons, found by its headings, by what its columns hold, or by what its remarks
 * say; it quotes no cell. `undefined` for a sheet of aggregates, signed or not.
 */
export function findPeople(
	grid: Grid,
	{ tables, finder }: { tables: readonly Table[]; finder: UnitFinder }
): Issue | undefined {
	const headed = findPeopleHeading(grid, tables);
	if (headed) {
		const { row, column, heading } = headed;
		return refusal({ row, column, params: { heading } });
	}
	const listed = findPeopleColumn(grid, { tables, finder });
	if (listed) {
		const { column, sign } = listed;
		return refusal({ column, params: { [sign]: columnLetter(column) } });
	}
	const remark = findPeopleRemark(grid, tables);
	return remark && refusal({ ...remark, params: { remark: columnLetter(remark.column) } });
}

function refusal(place: { row?: number; column: number; params: Record<string, string> }): Issue {
	const column = columnLetter(place.column);
	return cellIssue({ ...place, severity: 'error', code: 'people-refused', column });
}
