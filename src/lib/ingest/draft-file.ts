import type { Period } from '#lib/base/period.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import type { Unit } from '#lib/units/unit.ts';
import { draftGrid } from './draft-grid.ts';
import type { Draft } from './draft.ts';
import { readFile } from './read-file.ts';

/** A file, and what is needed to understand it. */
export interface DraftFileOptions {
	name: string;
	bytes: Uint8Array;
	catalogue: Catalogue;
	units: readonly Unit[];
	/** The analyst's word for the period; needed where the sheet names none. */
	period?: Period;
}

/** What a file would bring if it were committed: one draft a table. Throws an `AppError` where it cannot be read. */
export async function draftFile({ name, bytes, ...context }: DraftFileOptions): Promise<Draft[]> {
	const sha256 = await hashOf(bytes);
	const grids = await readFile({ name, bytes });
	return grids.map((grid) => draftGrid({ grid, file: name, sha256, ...context }));
}

/** The SHA-256 of the bytes, hexadecimal. */
async function hashOf(bytes: Uint8Array): Promise<string> {
	const digest = await globalThis.crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
	return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
