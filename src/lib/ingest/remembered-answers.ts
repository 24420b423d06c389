import type { Answers, Layout } from '#lib/base/layout.ts';
import { findLayout } from './find-layout.ts';
import { headerKeys, type Table } from './find-table.ts';

const WITHOUT_COLUMN = ['absent', 'zero'];

/**
 * What was answered for earlier sheets of the table's layout. That a sheet had no column for a measure is forgotten
 * where this one has it under a header that those did not have: its figures must not be passed over.
 */
export function rememberedAnswers(table: Table, layouts: readonly Layout[]): Answers {
	const template = table.template?.id ?? 'long';
	const layout = findLayout(layouts, { template, headers: headerKeys(table.columns) });
	if (!layout) return {};
	const carriedAnew = new Set(
		table.columns.flatMap(({ key, role }) =>
			role.kind === 'measure' && !layout.headers.includes(key) ? [`column:${role.measure.id}`] : []
		)
	);
	return Object.fromEntries(
		Object.entries(layout.answers).filter(
			([key, value]) => !(carriedAnew.has(key) && WITHOUT_COLUMN.includes(value))
		)
	);
}
