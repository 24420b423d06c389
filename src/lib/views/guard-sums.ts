import { groupBy } from '#lib/base/group-by.ts';
import type { Catalogue, Indicator } from '#lib/catalogue/catalogue.ts';
import { nullSpace } from './guard-null-space.ts';

/** A sum of measures that indicators have as their numerator or their denominator. */
export interface CountedSum {
	id: string;
	/** The measures, and with them the selection of units that they are counted over. */
	measures: readonly string[];
	selection: string;
	/** True where one of its measures is marked: a small figure may point at a person. */
	isMarked: boolean;
	/** Where it stands; a numerator with the sum that it cannot exceed. */
	sides: { indicator: string; side: 'numerator' | 'denominator'; whole?: CountedSum }[];
}

/** Sums that tell something about one another, and nothing about others. */
export interface CountedFamily {
	sums: CountedSum[];
	/** Σ factor × sum = 0 by their measures. */
	relations: { sum: string; factor: number }[][];
}

/** The sums of the indicators, in families. */
export function familiesOf(catalogue: Catalogue, indicators: ReadonlySet<string>): CountedFamily[] {
	const sums = [...sumsOf(catalogue, indicators).values()];
	const families: CountedSum[][] = [];
	for (const sum of sums) {
		const kin = families.filter((family) => family.some((other) => isKin(sum, other)));
		for (const family of kin) families.splice(families.indexOf(family), 1);
		families.push([...kin.flat(), sum]);
	}
	return families.map((family) => ({ sums: family, relations: relationsOf(family) }));
}

function sumsOf(catalogue: Catalogue, ids: ReadonlySet<string>): Map<string, CountedSum> {
	const marked = new Set(
		catalogue.templates.flatMap(({ measures }) =>
			measures.filter(({ smallCell }) => smallCell).map(({ id }) => id)
		)
	);
	const sums = new Map<string, CountedSum>();
	const sumOf = (measures: readonly string[], { select }: Indicator): CountedSum => {
		const selection = select ? JSON.stringify([select.level, select.kind]) : '';
		const id = [...measures].sort().join('+') + selection;
		const isMarked = measures.some((measure) => marked.has(measure));
		const sum = sums.get(id) ?? { id, measures, selection, isMarked, sides: [] };
		sums.set(id, sum);
		return sum;
	};
	for (const indicator of catalogue.indicators.filter(({ id }) => ids.has(id))) {
		const isRatio = indicator.denominator.length > 0;
		const whole = isRatio ? sumOf(indicator.denominator, indicator) : undefined;
		whole?.sides.push({ indicator: indicator.id, side: 'denominator' });
		sumOf(indicator.numerator, indicator).sides.push({
			indicator: indicator.id,
			side: 'numerator',
			...(whole && !indicator.mayExceed && { whole })
		});
	}
	return sums;
}

/** True where one is part of the other, or they count a measure in common over the same units. */
function isKin(one: CountedSum, other: CountedSum): boolean {
	const holds = ({ sides }: CountedSum, whole: CountedSum): boolean =>
		sides.some((side) => side.whole === whole);
	if (holds(one, other) || holds(other, one)) return true;
	return (
		one.selection === other.selection && one.measures.some((id) => other.measures.includes(id))
	);
}

function relationsOf(family: readonly CountedSum[]): { sum: string; factor: number }[][] {
	return [...groupBy(family, ({ selection }) => selection).values()].flatMap((sums) => {
		const measures = [...new Set(sums.flatMap((sum) => sum.measures))];
		const rows = measures.map((measure) =>
			sums.map((sum) => Number(sum.measures.includes(measure)))
		);
		return nullSpace(rows, sums.length).map((vector) =>
			sums.flatMap(({ id }, at) => (vector[at] ? [{ sum: id, factor: vector[at] }] : []))
		);
	});
}
