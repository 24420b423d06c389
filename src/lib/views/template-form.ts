import type { TemplateColumn } from './template-columns.ts';
import type { TemplateRule } from './template-rules.ts';

/** What a cell of a template is, which is all that its looks, its lock and its checks depend on. */
export type TemplateLook =
	| 'body'
	| 'body-own'
	| 'form-number'
	| 'title'
	| 'period'
	| 'heading'
	| 'known-heading'
	| 'code'
	| 'index'
	| 'unit-code'
	| 'number'
	| 'unit'
	| 'text'
	| 'figure'
	| 'closed'
	| 'notes'
	| 'known'
	| 'total-label'
	| 'total'
	| 'remark'
	| 'place-date'
	| 'signature';

/** One cell: its look, what stands in it, or the rows of its column that it is the sum of, both from 1. */
export interface TemplateCell {
	look: TemplateLook;
	value?: string | number | bigint;
	sum?: { from: number; to: number };
}

/** A rectangle of cells, its ends included, from 1. */
export interface CellRange {
	top: number;
	left: number;
	bottom: number;
	right: number;
}

/** A sheet to be filled in, as plain data: what stands where, and how each part is to be treated. */
export interface TemplateSheet {
	/** `B1` … `B7`. */
	name: string;
	columns: readonly TemplateColumn[];
	/** Row by row; a hole where nothing stands. */
	rows: (TemplateCell | undefined)[][];
	merges: CellRange[];
	/** The rows of the header, from 1; the codes, hidden, stand in one of them. */
	header: { from: number; codes: number; to: number };
	/** The rows of the units, from 1. */
	units: { from: number; to: number };
	/** True where rows may be inserted and name their unit themselves. */
	isOpen: boolean;
	/** What each row is held to while it is filled in. */
	rules: TemplateRule[];
	/** How many columns belong to the form; those behind it are not printed. */
	width: number;
}
