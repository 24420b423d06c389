import { peersMeanOf } from '#lib/assess/layers.ts';
import { compareFractions, type Fraction } from '#lib/base/fraction.ts';
import { groupBy } from '#lib/base/group-by.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Period } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { Ground } from './indicator-ground.ts';
import { printCount, printPercent } from './print-value.ts';
import { unitKindWords } from './unit-kind.ts';

/** What the units of one kind in a ranking reach together. */
export interface RankingMean {
	/** `Quận`. */
	kind: string;
	value: Fraction;
	/** On the axis of the ranking, 0 to 1. */
	at: number;
	/** `97,62%`. */
	text: string;
	/** `Trung bình 7 đơn vị loại Quận: 97,62%`. */
	words: string;
}

/** What the mean of a kind depends on. */
export interface MeansQuestion {
	period: Period;
	indicator: Indicator;
	language: Language;
	/** The right end of the axis: per cent, or a count. */
	end: number;
}

/** The mean of each kind of which at least two units have a value, Σ numerators ÷ Σ denominators; the lowest first. */
export function rankingMeans(
	{ facts }: Ground,
	units: readonly Unit[],
	{ period, indicator, language, end }: MeansQuestion
): RankingMean[] {
	const isRatio = indicator.denominator.length > 0;
	return [...groupBy(units, ({ kind }) => kind)]
		.flatMap(([kind, alike]): RankingMean[] => {
			const peers = alike.map(({ code }) => code);
			const mean = peersMeanOf(facts.totals, { peers, period, indicator });
			if (!mean || mean.units < 2) return [];
			const { value, units: count } = mean;
			const share = Number(value.numerator) / Number(value.denominator);
			const text = isRatio
				? printPercent(value, { language })
				: printCount(value.numerator / value.denominator, language);
			const at = Math.min(1, (share * (isRatio ? 100 : 1)) / end);
			const words = say(language, 'ranking.mean', {
				units: count,
				kind: unitKindWords(kind, language),
				text
			});
			return [{ kind, value, at, text, words }];
		})
		.sort((a, b) => compareFractions(a.value, b.value));
}
