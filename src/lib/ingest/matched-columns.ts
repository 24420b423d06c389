import type { MatchedColumn, Matches } from './draft.ts';
import { headerKeys, type Table } from './find-table.ts';
import type { ColumnRole } from './column-role.ts';

/** What the header cells of a table were taken for, and the keys that its layout is known by. */
export function matchedColumns({
	header,
	columns
}: Table): Pick<Matches, 'header' | 'headers' | 'columns'> {
	const named = columns.filter(({ key, by }) => key !== '' || by !== undefined);
	return {
		header,
		headers: headerKeys(columns),
		columns: named.map(({ column, name, role, by, period }): MatchedColumn => ({
			column,
			header: name,
			carries: carriedBy(role),
			...(by && { by }),
			...(period && { period })
		}))
	};
}

const IGNORED: readonly ColumnRole['kind'][] = [
	'unknown',
	'blank',
	'percent-companion',
	'beside-form'
];

function carriedBy(role: ColumnRole): string {
	if (role.kind === 'measure') return role.measure.id;
	if (role.kind === 'attribute') return role.attribute.id;
	if (role.kind === 'progress') return `progress-${role.part}`;
	return IGNORED.includes(role.kind) ? 'ignored' : role.kind;
}
