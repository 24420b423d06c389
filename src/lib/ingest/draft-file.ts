import { AppError } from '#lib/base/app-error.ts';
import { type DraftContext, draftGrid } from './draft-grid.ts';
import type { Draft } from './draft.ts';
import type { Grid } from './grid.ts';
import { hasPeople, isRefused } from './has-people.ts';
import { isBlankGrid, readFile } from './read-file.ts';

/**
 * What a file would bring if it were committed: one draft a table. Of a workbook, hidden and empty sheets are left out,
 * and those without a table (cover, instructions) where another sheet has one. Where a sheet tells of persons, even a
 * hidden one, there is nothing but the drafts that say so. Throws an `AppError` where the file
 * cannot be read, `file.all-hidden` where every sheet that holds anything is hidden.
 */
export async function draftFile({
	name,
	bytes,
	...context
}: DraftContext & { name: string; bytes: Uint8Array }): Promise<Draft[]> {
	const sha256 = await hashOf(bytes);
	const { shown } = sortSheets(await readFile({ name, bytes }), { file: name, ...context });
	const drafts = shown.flatMap((grid) => draftGrid({ grid, file: name, sha256, ...context }));
	const refused = drafts.filter(isRefused);
	if (refused.length > 0) return refused;
	const ofTables = drafts.filter((draft) => !isWithoutTable(draft));
	return ofTables.length > 0 ? ofTables : drafts;
}

/**
 * The sheets of a file that are drafted, and the names of those that hold something but are hidden and left out; a
 * hidden sheet that tells of persons is drafted, to be refused. Throws AppError `file.all-hidden` where none is left.
 */
export function sortSheets(
	grids: readonly Grid[],
	{ file, ...context }: Pick<DraftContext, 'catalogue' | 'units' | 'lineage'> & { file: string }
): { shown: Grid[]; hidden: string[] } {
	const filled = grids.filter((grid) => !isBlankGrid(grid));
	const shown = filled.filter((grid) => !grid.hidden || hasPeople(grid, context));
	if (shown.length === 0) throw new AppError('file.all-hidden', { file });
	const hidden = filled.filter((grid) => grid.hidden).map(({ sheet }) => sheet ?? '');
	return { shown, hidden };
}

function isWithoutTable({ issues }: Draft): boolean {
	return issues.some(({ code }) => code === 'no-table');
}

/** The SHA-256 of the bytes, hexadecimal. */
async function hashOf(bytes: Uint8Array): Promise<string> {
	const digest = await globalThis.crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
	return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
