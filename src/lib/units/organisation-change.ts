import type { IsoDate } from '#lib/base/period.ts';
import type { Unit } from './unit.ts';

/** A unit as it is told to begin. */
export type UnitDetails = Pick<Unit, 'code' | 'name' | 'kind' | 'level' | 'parent'>;

/** A unit that a split makes, with the part of the old unit's figures that it takes ("0.35"), or without. */
export type SplitPart = UnitDetails & { share?: string };

/** One decision that changes the organisation from its date on. */
export type OrganisationChange =
	| { kind: 'rename'; date: IsoDate; unit: string; name: string }
	| { kind: 'move'; date: IsoDate; unit: string; parent: string }
	| { kind: 'level'; date: IsoDate; unit: string; level: string; unitKind: string; parent: string }
	/** `into` may be one of the units, or another that exists already: it goes on under its code. */
	| { kind: 'merge'; date: IsoDate; units: string[]; into: UnitDetails }
	| { kind: 'split'; date: IsoDate; unit: string; into: SplitPart[] }
	| { kind: 'close'; date: IsoDate; unit: string };

/** What keeps a change from being made: the end of a message `organisation.fault-…`, and what it speaks of. */
export interface ChangeFault {
	reason:
		| 'unknown-unit'
		| 'no-name'
		| 'no-code'
		| 'code-taken'
		| 'code-twice'
		| 'no-parent'
		| 'under-itself'
		| 'begins-that-day'
		| 'has-units-below'
		| 'is-root'
		| 'too-few'
		| 'bad-share'
		| 'shares-not-one'
		| 'shares-partly'
		| 'does-not-fit';
	unit?: string;
}
