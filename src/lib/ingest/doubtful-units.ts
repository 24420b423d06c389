import { measuresOf } from '#lib/catalogue/find-in-catalogue.ts';
import type { BesideOptions } from './beside-context.ts';
import { termOf } from './check-across.ts';
import { doubtsAlike } from './doubts-alike.ts';
import { doubtsHistory } from './doubts-history.ts';
import type { EntryColumns } from './entry-columns.ts';
import { breaksRule, type NumberRule, type NumberTerm, WEIGHT } from './number-check.ts';
import { type Doubt, UnitFigures } from './unit-figures.ts';

/**
 * The units, by their codes among the entries, of which a check beside other figures may have something to say; of all
 * others `checkBeside` says nothing. Each unit is judged by itself there.
 */
export function doubtfulUnits(entries: EntryColumns, options: BesideOptions): number[] {
	const rules = options.catalogue.checks;
	const terms = rules.flatMap(({ left, right }) => [...left, ...right]).map(termOf);
	const others = terms.map(({ measure }) => measure);
	const figures = new UnitFigures(entries, options.beside, others);
	const doubts = [
		doubtsAcross(figures, options),
		doubtsFalls(figures, options),
		doubtsHistory(figures, options),
		doubtsAlike(figures, options)
	];
	return entries.unit.dictionary.flatMap((unit, code) => {
		figures.layOut(code);
		return !figures.isPlain || doubts.some((doubt) => doubt(figures, unit)) ? [code] : [];
	});
}

/** A rule over the terms by number, and the measure, from 0, and the time of each term. */
interface TermRule extends NumberRule {
	terms: { measure: number; isEarlier: boolean }[];
}

/** Rules across sheets and years, tried at the end of every quarter that a period ends with. */
function doubtsAcross({ measures, periods }: UnitFigures, { catalogue }: BesideOptions): Doubt {
	const rules = catalogue.checks.map((rule): TermRule => {
		const terms = [...rule.left, ...rule.right].map(termOf);
		const numbered = terms.map(({ minus }, at): NumberTerm => ({ at, sign: minus ? -1 : 1 }));
		const [left, right] = [numbered.slice(0, rule.left.length), numbered.slice(rule.left.length)];
		return {
			...{ left, right, rule },
			terms: terms.map(({ measure, isEarlier }) => {
				return { measure: measures.indexOf(measure), isEarlier };
			})
		};
	});
	const moments = [...new Set(periods.map(({ year, quarter }) => year * 4 + quarter))];
	const endingAt = new Map(moments.map((moment) => [moment, endsOf(moment, periods)]));
	const longest = Math.max(0, ...rules.map(({ terms }) => terms.length));
	const [states, values] = [new Uint8Array(longest), new Float64Array(longest)];
	return (figures) =>
		rules.some((rule) =>
			moments.some((moment) => {
				for (const [at, { measure, isEarlier }] of rule.terms.entries()) {
					const year = Math.ceil(moment / 4) - 1;
					const places = endingAt.get(isEarlier ? year * 4 : moment) ?? [];
					const place = places
						.map((period) => measure * periods.length + period)
						.find((each) => figures.states[each] !== WEIGHT.nothing);
					states[at] = place === undefined ? WEIGHT.nothing : (figures.states[place] ?? 0);
					values[at] = place === undefined ? 0 : (figures.values[place] ?? 0);
				}
				return breaksRule(rule, states, values);
			})
		);
}

/** The places of the periods that end at the moment: the quarter, the half-year, the year. */
function endsOf(moment: number, periods: UnitFigures['periods']): number[] {
	return ['quarter', 'half', 'year'].flatMap((kind) => {
		const at = periods.findIndex(
			(each) => each.kind === kind && each.year * 4 + each.quarter === moment
		);
		return at < 0 ? [] : [at];
	});
}

/** Cumulative figures that do not rise through a year, where some of them are not drafted. */
function doubtsFalls({ measures, periods }: UnitFigures, { catalogue }: BesideOptions): Doubt {
	const known = measuresOf(catalogue);
	const cumulative = measures.flatMap((id, at) => (known.get(id)?.overTime === 'ytd' ? [at] : []));
	return ({ states, values, drafted }) =>
		cumulative.some((measure) => {
			let [most, year, isBeside, falls] = [0, 0, false, false];
			for (const [at, period] of periods.entries()) {
				const place = measure * periods.length + at;
				if (states[place] !== WEIGHT.figure) continue;
				if (period.year !== year) [most, year] = [0, period.year];
				if (!drafted[place]) isBeside = true;
				if ((values[place] ?? 0) < most) falls = true;
				most = Math.max(most, values[place] ?? 0);
			}
			return isBeside && falls;
		});
}
