import type { Issue } from '#lib/base/issue.ts';
import type { Period } from '#lib/base/period.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { Drafted } from './drafted.ts';

/** What the ingest worker is sent: first the units, then one file after the other. */
export type IngestMessage =
	| { kind: 'units'; units: readonly Unit[] }
	| { kind: 'file'; id: number; file: File; period?: Period };

/** What a file turned out to be: sheets of figures, or a list of units. */
export type Reading =
	| { kind: 'sheets'; drafts: Drafted[] }
	| { kind: 'unit-list'; units: Unit[]; issues: Issue[]; bytes: Uint8Array };

/** What the ingest worker answers on a file. */
export type IngestAnswer =
	| { id: number; reading: Reading }
	| { id: number; problem: { code: string; params: Record<string, string | number> } }
	| { id: number; crash: string };
