import type { Unit } from '#lib/units/unit.ts';
import type { Story } from './random-lineage.ts';

/*
 * What a story's units show on the map of its end: not worked out from the lists, as the product does it, but from the
 * fate of every unit's figures as the story was lived through.
 */

interface Figures {
	numerator?: bigint;
	denominator?: bigint;
}

interface Asked {
	/** Of which of the story's quarters. */
	place: number;
	day: string;
	/** What a unit reported. */
	figures: (unit: string) => Figures;
}

interface Shown extends Figures {
	unit: string;
	expected: number;
	remainder?: Figures;
	unallocated?: boolean;
}

export function expectedOn(story: Story, { place, day, figures }: Asked): Shown[] {
	const map = story.units.filter(
		({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day <= validTo)
	);
	const lineOf = (code: string) => lineOn(map, code);
	const shown = new Map(
		map.map(({ code }): [string, Shown] => [code, { unit: code, expected: 0 }])
	);
	for (const [unit, parts] of story.fates[place] ?? []) {
		const owing = new Set<string>();
		let [done, scale] = [0n, 1n];
		for (const { share, places } of parts) {
			const from = [done, scale] as const;
			[done, scale] = [done * share[1] + share[0] * scale, scale * share[1]];
			const lines = places.map(({ code }) => lineOf(code));
			const common = lines[0]?.find((code) => lines.every((line) => line.includes(code))) ?? '';
			const isRemainder =
				new Set(places.map(({ code }) => code)).size > 1 || places.some(({ gone }) => gone);
			const part = partOf(figures(unit), [from, [done, scale]]);
			for (const code of lineOf(common)) {
				owing.add(code);
				add(shown.get(code) ?? { unit: '', expected: 0 }, part);
			}
			const holder = shown.get(common);
			if (holder && isRemainder && Object.values(part).length > 0)
				holder.remainder = add({ ...holder.remainder }, part);
			for (const code of lines.flatMap((line) => line.slice(0, line.indexOf(common)))) {
				const heir = shown.get(code);
				if (heir) heir.unallocated = true;
			}
		}
		for (const code of owing) {
			const ancestor = shown.get(code);
			if (ancestor) ancestor.expected += 1;
		}
	}
	return [...shown.values()].sort((a, b) => (a.unit < b.unit ? -1 : 1));
}

function lineOn(map: Unit[], code: string): string[] {
	const unit = map.find((each) => each.code === code);
	return unit ? [code, ...(unit.parent === undefined ? [] : lineOn(map, unit.parent))] : [];
}

type Bound = readonly [numerator: bigint, denominator: bigint];

function partOf(figures: Figures, [from, to]: [Bound, Bound]): Figures {
	const part = (value: bigint): bigint => (value * to[0]) / to[1] - (value * from[0]) / from[1];
	const { numerator, denominator } = figures;
	return {
		...(numerator !== undefined && { numerator: part(numerator) }),
		...(denominator !== undefined && { denominator: part(denominator) })
	};
}

function add<Sum extends Figures>(sum: Sum, { numerator, denominator }: Figures): Sum {
	return Object.assign(sum, {
		...(numerator !== undefined && { numerator: (sum.numerator ?? 0n) + numerator }),
		...(denominator !== undefined && { denominator: (sum.denominator ?? 0n) + denominator })
	});
}
