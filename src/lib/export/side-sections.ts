import type { ReportBlock } from '#lib/views/report.ts';
import { isTooWide } from './docx-table-measures.ts';
import { numberedTable } from './docx-table.ts';
import { paperTable } from './paper-table.ts';

/**
 * True where a table of the section is wider than an upright page of that width, in twentieths of a point: then all its tables
 * lie on their side, so that a table in several parts is not turned from one to the next.
 */
export function liesOnSide(
	blocks: readonly ReportBlock[],
	{ width, numberTitle }: { width: number; numberTitle: string }
): boolean {
	return blocks.some(
		(block) =>
			block.kind === 'table' &&
			isTooWide(numberedTable(paperTable(block.table), numberTitle), width)
	);
}
