import type { IsoDate } from '#lib/base/period.ts';
import type { ChangeFault, OrganisationChange, UnitDetails } from './organisation-change.ts';
import { dayBefore } from './read-date.ts';
import type { Unit } from './unit.ts';
import { createUnitTree, type UnitTree } from './unit-tree.ts';

const SHARE = /^(?:0(?:\.\d{1,6})?|1(?:\.0{1,6})?)$/;

/** What keeps a change from being made to the units; empty where it can be. */
export function findChangeFaults(
	units: readonly Unit[],
	change: OrganisationChange
): ChangeFault[] {
	const tree = createUnitTree(units);
	switch (change.kind) {
		case 'rename':
			return [
				...findStartFaults(tree, [change.unit], change.date),
				...(change.name.trim() === '' ? [{ reason: 'no-name' as const }] : [])
			];
		case 'move':
		case 'level':
			return [
				...findStartFaults(tree, [change.unit], change.date),
				...findParentFaults(tree, change, [change.unit])
			];
		case 'close':
			return findEndFaults(tree, change);
		case 'split':
			return findSplitFaults(tree, change);
		case 'merge':
			return findMergeFaults(tree, change);
	}
}

/** Each unit must exist on the date, and on the day before it: else there is nothing that changes. */
function findStartFaults(tree: UnitTree, codes: readonly string[], date: IsoDate): ChangeFault[] {
	return codes.flatMap((unit): ChangeFault[] => {
		if (!tree.isValidOn(unit, date)) return [{ reason: 'unknown-unit', unit }];
		return tree.isValidOn(unit, dayBefore(date)) ? [] : [{ reason: 'begins-that-day', unit }];
	});
}

function findEndFaults(
	tree: UnitTree,
	{ unit, date }: { unit: string; date: IsoDate }
): ChangeFault[] {
	const faults = findStartFaults(tree, [unit], date);
	if (faults.length > 0) return faults;
	if (goesOnLater(tree, unit, date)) return [{ reason: 'does-not-fit', unit }];
	if (tree.find(unit, date)?.parent === undefined) return [{ reason: 'is-root', unit }];
	return tree.childrenOn(unit, date).length > 0 ? [{ reason: 'has-units-below', unit }] : [];
}

/** True where a change that was made already begins the unit anew after the date. */
function goesOnLater(tree: UnitTree, code: string, date: IsoDate): boolean {
	return tree.units.some((unit) => unit.code === code && unit.validFrom > date);
}

function findParentFaults(
	tree: UnitTree,
	{ parent, date }: { parent?: string; date: IsoDate },
	codes: readonly string[]
): ChangeFault[] {
	if (parent === undefined || !tree.isValidOn(parent, date)) return [{ reason: 'no-parent' }];
	const above = tree.pathOn(parent, date).map(({ code }) => code);
	return codes.some((code) => above.includes(code)) ? [{ reason: 'under-itself' }] : [];
}

/** A code that ever stood for another unit may not be given to a new one. */
function findDetailFaults(
	tree: UnitTree,
	{ code, name, parent }: UnitDetails,
	{ date, ending }: { date: IsoDate; ending: readonly string[] }
): ChangeFault[] {
	if (code.trim() === '') return [{ reason: 'no-code' }];
	const isTaken = tree.find(code) !== undefined;
	return [
		...(isTaken ? [{ reason: 'code-taken' as const, unit: code }] : []),
		...(name.trim() === '' ? [{ reason: 'no-name' as const, unit: code }] : []),
		...findParentFaults(tree, { parent, date }, ending)
	];
}

function findSplitFaults(
	tree: UnitTree,
	{ unit, into, date }: Extract<OrganisationChange, { kind: 'split' }>
): ChangeFault[] {
	const faults = findEndFaults(tree, { unit, date });
	if (into.length < 2) return [...faults, { reason: 'too-few' }];
	const codes = into.map(({ code }) => code);
	const twice = codes.find((code, place) => codes.indexOf(code) < place);
	return [
		...faults,
		...into.flatMap((part) => findDetailFaults(tree, part, { date, ending: [unit] })),
		...(twice === undefined ? [] : [{ reason: 'code-twice' as const, unit: twice }]),
		...findShareFaults(into.map(({ share }) => share))
	];
}

/** Shares are listed for all parts, or for none; together they are the whole. */
function findShareFaults(shares: readonly (string | undefined)[]): ChangeFault[] {
	const listed = shares.filter((share) => share !== undefined);
	if (listed.length === 0) return [];
	if (listed.length < shares.length) return [{ reason: 'shares-partly' }];
	if (!listed.every((share) => SHARE.test(share))) return [{ reason: 'bad-share' }];
	const millionths = listed.map((share) => BigInt(share.replace('.', '').padEnd(7, '0')));
	const sum = millionths.reduce((total, each) => total + each, 0n);
	return sum === 1_000_000n ? [] : [{ reason: 'shares-not-one' }];
}

function findMergeFaults(
	tree: UnitTree,
	{ units, into, date }: Extract<OrganisationChange, { kind: 'merge' }>
): ChangeFault[] {
	const parts = [...new Set([...units, ...(tree.isValidOn(into.code, date) ? [into.code] : [])])];
	if (parts.length < 2) return [{ reason: 'too-few' }];
	const faults = findStartFaults(tree, parts, date);
	if (faults.length > 0) return faults;
	const later = parts.find((code) => code !== into.code && goesOnLater(tree, code, date));
	if (later !== undefined) return [{ reason: 'does-not-fit', unit: later }];
	const root = parts.find((code) => tree.parentOn(code, dayBefore(date)) === undefined);
	if (root !== undefined && root !== into.code) return [{ reason: 'is-root', unit: root }];
	if (!parts.includes(into.code)) return findDetailFaults(tree, into, { date, ending: parts });
	const ending = parts.filter((code) => code !== into.code);
	if (into.name.trim() === '') return [{ reason: 'no-name', unit: into.code }];
	return root === into.code
		? []
		: findParentFaults(tree, { parent: into.parent, date }, [...ending, into.code]);
}
