import type { IsoDate } from '#lib/base/period.ts';
import { checkUnits } from './check-units.ts';
import { findChangeFaults } from './find-change-faults.ts';
import type { LineageEvent, LineageKind } from './lineage.ts';
import type { ChangeFault, OrganisationChange, UnitDetails } from './organisation-change.ts';
import { dayBefore } from './read-date.ts';
import type { Unit } from './unit.ts';
import { isValidOn } from './unit-validity.ts';

/** The units of all times, and what became of them. */
export interface Organisation {
	units: readonly Unit[];
	lineage: readonly LineageEvent[];
}

/** The organisation after a change, or why it cannot be made; the given one is not touched. */
export function changeOrganisation(
	organisation: Organisation,
	change: OrganisationChange
): { organisation: Organisation } | { faults: ChangeFault[] } {
	const faults = findChangeFaults(organisation.units, change);
	if (faults.length > 0) return { faults };
	const units = unitsAfter(organisation.units, change);
	const misfit = findMisfit(units);
	if (misfit) return { faults: [misfit] };
	return { organisation: { units, lineage: [...organisation.lineage, ...eventsOf(change)] } };
}

/** What does not hold together any more, where a change is dated before others that were made already. */
function findMisfit(units: readonly Unit[]): ChangeFault | undefined {
	const { issues } = checkUnits(
		units.map((unit, place) => ({ row: place + 1, unit })),
		{ codes: new Set(units.map(({ code }) => code)), codeColumn: '', parentColumn: '' }
	);
	const error = issues.find(({ severity }) => severity === 'error');
	return error && { reason: 'does-not-fit', ...(error.value && { unit: error.value }) };
}

function unitsAfter(units: readonly Unit[], change: OrganisationChange): Unit[] {
	const { date } = change;
	switch (change.kind) {
		case 'rename':
			return replaced(units, { code: change.unit, date }, { name: change.name });
		case 'move':
			return replaced(units, { code: change.unit, date }, { parent: change.parent });
		case 'level': {
			const { level, unitKind, parent } = change;
			return replaced(units, { code: change.unit, date }, { level, kind: unitKind, parent });
		}
		case 'close':
			return ended(units, [change.unit], date);
		case 'split': {
			const parts = change.into.map(({ share: _share, ...part }) => ({ ...part, validFrom: date }));
			return [...ended(units, [change.unit], date), ...parts];
		}
		case 'merge':
			return merged(units, change);
	}
}

function merged(
	units: readonly Unit[],
	{ units: parts, into, date }: Extract<OrganisationChange, { kind: 'merge' }>
): Unit[] {
	const goesOn = units.some((unit) => unit.code === into.code && isValidOn(unit, date));
	const ending = parts.filter((code) => code !== into.code);
	const left = ended(units, ending, date);
	const begun = goesOn
		? replaced(left, { code: into.code, date }, detailsOf(into))
		: [...left, { ...into, validFrom: date }];
	return adopted(begun, { from: ending, to: into.code, date });
}

function detailsOf({ name, kind, level, parent }: UnitDetails): Partial<Unit> {
	return { name, kind, level, parent };
}

/** The units, the one with the code in force on the date cut in two there: as it was, and from the date on as it is. */
function replaced(
	units: readonly Unit[],
	{ code, date }: { code: string; date: IsoDate },
	change: Partial<Unit>
): Unit[] {
	return units.flatMap((unit) => {
		if (unit.code !== code || !isValidOn(unit, date)) return [unit];
		const after = { ...unit, ...change };
		if (isSame(after, unit)) return [unit];
		if (unit.validFrom === date) return [after];
		return [
			{ ...unit, validTo: dayBefore(date) },
			{ ...after, validFrom: date }
		];
	});
}

function isSame(a: Unit, b: Unit): boolean {
	return (['name', 'kind', 'level', 'parent'] as const).every((field) => a[field] === b[field]);
}

/** The units without those days of the codes that come after the date; a record that would begin on it goes whole. */
function ended(units: readonly Unit[], codes: readonly string[], date: IsoDate): Unit[] {
	return units.flatMap((unit) => {
		if (!codes.includes(unit.code) || !isValidOn(unit, date)) return [unit];
		return unit.validFrom === date ? [] : [{ ...unit, validTo: dayBefore(date) }];
	});
}

/** The units below those that ended, put below the one that took their place. */
function adopted(
	units: readonly Unit[],
	{ from, to, date }: { from: readonly string[]; to: string; date: IsoDate }
): Unit[] {
	const orphans = units.filter(({ parent }) => parent !== undefined && from.includes(parent));
	const codes = orphans.filter((unit) => isValidOn(unit, date)).map(({ code }) => code);
	const later = new Set(orphans.filter(({ validFrom }) => validFrom > date));
	return codes
		.reduce((all, code) => replaced(all, { code, date }, { parent: to }), [...units])
		.map((unit) => (later.has(unit) ? { ...unit, parent: to } : unit));
}

/** The events that a change leaves on record. */
export function eventsOf(change: OrganisationChange): LineageEvent[] {
	const { date } = change;
	const event = (kind: LineageKind, from: string, to?: string): LineageEvent => ({
		date,
		kind,
		from,
		...(to !== undefined && { to })
	});
	switch (change.kind) {
		case 'merge': {
			const parts = change.units.filter((code) => code !== change.into.code);
			return parts.map((from) => event('merge', from, change.into.code));
		}
		case 'split':
			return change.into.map(({ code, share }) => ({
				...event('split', change.unit, code),
				...(share !== undefined && { share })
			}));
		case 'close':
			return [event('close', change.unit)];
		case 'rename':
		case 'move':
		case 'level':
			return [event(change.kind, change.unit, change.unit)];
	}
}
