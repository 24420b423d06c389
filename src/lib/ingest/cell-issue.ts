import { cleanText } from '#lib/base/fold.ts';
import type { Issue, Severity } from '#lib/base/issue.ts';
import type { Cell } from './grid.ts';
import { isPersonal } from './personal-text.ts';

/** What an issue says; see `Issue`. */
export interface CellIssue {
	severity: Severity;
	code: string;
	/** From 1. */
	row?: number;
	/** The column's header, or its letter. */
	column?: string;
	/** The offending cell. */
	cell?: Cell;
	params?: Record<string, string | number>;
}

const LONGEST = 60;

/** An issue with the text of its cell, cut to 60 characters and left out where it may be a person's. */
export function cellIssue({ severity, code, row, column, cell, params }: CellIssue): Issue {
	const value = cell === undefined || cell === null ? undefined : excerpt(String(cell));
	return {
		severity,
		code,
		...(row !== undefined && { row }),
		...(column !== undefined && { column }),
		...(value !== undefined && !isPersonal(value) && { value }),
		...(params && { params })
	};
}

/** The text on one line, at most 60 characters. */
export function excerpt(text: string): string {
	const clean = cleanText(text);
	return clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1)}…` : clean;
}

/** A sum as a message takes it: a number, or a text where it passes 2^53. */
export function asParam(sum: bigint): number | string {
	const number = Number(sum);
	return Number.isSafeInteger(number) ? number : String(sum);
}
