import type { IsoDate } from '#lib/base/period.ts';
import type { NameIndex } from './name-index.ts';
import { splitUnitText } from './split-unit-text.ts';
import { decide, type UnitMatch } from './unit-match.ts';
import type { Unit } from './unit.ts';
import type { UnitTree } from './unit-tree.ts';

/**
 * The unit that a text names beside the units above it; `unknown` where it names units that do not stand one below the
 * other, `undefined` where it does not name several units.
 */
export function findBelow(
	text: string,
	date: IsoDate | undefined,
	{ index, tree }: { index: NameIndex; tree: UnitTree }
): UnitMatch | undefined {
	let namesSeveral = false;
	for (const parts of splitUnitText(text)) {
		const named = parts.map((part) => {
			const match = decide(index.read(part, date), date);
			if (match.kind === 'found') return [match.unit];
			return match.kind === 'ambiguous' ? match.units : [];
		});
		if (named.some((units) => units.length === 0)) continue;
		namesSeveral = true;
		const units = new Set(
			[named[0] ?? [], named.at(-1) ?? []].flatMap((candidates) =>
				candidates.filter((unit) => standsBelow(unit, named, { tree, date }))
			)
		);
		const [unit] = units;
		if (unit && units.size === 1) return { kind: 'found', unit, by: 'fold' };
		if (units.size > 1) return { kind: 'ambiguous', units: [...units] };
	}
	return namesSeveral ? { kind: 'unknown' } : undefined;
}

/** True where the unit is, or stands below, one of each of the groups. */
function standsBelow(
	unit: Unit,
	groups: readonly Unit[][],
	{ tree, date }: { tree: UnitTree; date?: IsoDate }
): boolean {
	const line = new Set([unit.code]);
	for (let parent = unit.parent; parent !== undefined && !line.has(parent);) {
		line.add(parent);
		parent = tree.find(parent, date)?.parent;
	}
	return groups.every((group) => group.some(({ code }) => line.has(code)));
}
