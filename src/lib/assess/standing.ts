import type { Fraction } from '#lib/base/fraction.ts';
import type { IndicatorTotal, Totals } from '#lib/base/indicator-total.ts';
import { type Period, yearBefore, yearOf } from '#lib/base/period.ts';
import type { ProgressFact } from '#lib/base/progress.ts';
import type { Catalogue, Indicator, Target } from '#lib/catalogue/catalogue.ts';
import type { Settings } from '#lib/catalogue/settings.ts';
import { assess, isInForce } from './assess.ts';
import type { Assessment } from './assessment.ts';
import { withEnteredThreshold } from './external-thresholds.ts';
import { type Adoption, strictestTarget, targetsFor } from './targets-for.ts';
import { targetIn } from './threshold.ts';
import { valueOf } from './value.ts';

/** All that assessments rest on. */
export interface Facts {
	catalogue: Catalogue;
	totals: Totals;
	adoption: Adoption;
	settings: Settings;
	/** What the sheets B8 say: thresholds that the documents leave to others stand there. */
	progress?: readonly ProgressFact[];
}

/** How one unit stands at one indicator in one period, beside each of its targets. */
export interface Standing {
	indicator: Indicator;
	/** Absent where the unit does not exist in the period, or the period has no figures. */
	total?: IndicatorTotal;
	/** The exact ratio or count; absent where nothing can be divided. */
	value?: Fraction;
	/** One for each target whose scope holds the unit, also those of other years. */
	assessments: Assessment[];
	/** The assessment beside the strictest target in force; absent where no target is. */
	leading?: Assessment;
}

/** Which standing is asked for: the unit as the codes from the root down to it. */
export interface StandingQuestion {
	path: readonly string[];
	period: Period;
	indicator: Indicator;
}

const NO_PROGRESS: readonly ProgressFact[] = [];

const answers = new WeakMap<Facts, Map<Indicator, Map<string, Standing>>>();

/** So many standings at one indicator are remembered; a page asks for a few hundred, each of them several times. */
const MOST_REMEMBERED = 500;

/** How a unit stands at an indicator in a period; the same facts give the same object, which nobody may change. */
export function standingOf(facts: Facts, question: StandingQuestion): Standing {
	const { path, period, indicator } = question;
	const ofFacts = answers.get(facts) ?? new Map<Indicator, Map<string, Standing>>();
	answers.set(facts, ofFacts);
	const known = ofFacts.get(indicator) ?? new Map<string, Standing>();
	ofFacts.set(indicator, known);
	const key = `${period} ${path.join(' ')}`;
	const standing = known.get(key) ?? judge(facts, question);
	if (known.size >= MOST_REMEMBERED) known.clear();
	known.set(key, standing);
	return standing;
}

function judge(facts: Facts, { path, period, indicator }: StandingQuestion): Standing {
	const { catalogue, totals, adoption, settings, progress = NO_PROGRESS } = facts;
	const [unit, year] = [path.at(-1) ?? '', yearOf(period)];
	const total = totals.total(unit, period, indicator.id);
	const judged = targetsFor(catalogue, { indicator: indicator.id, path, adoption }).map((each) => {
		const { target, entered } = withEnteredThreshold(each, { progress, path, period });
		return { target: targetIn(target, year), entered };
	});
	const targets = judged.map(({ target }) => target);
	if (!total)
		return { indicator, assessments: targets.map((target) => withoutData(target, period)) };
	const previous = totals.total(unit, yearBefore(period), indicator.id);
	const assessments = judged.map(({ target, entered }) => ({
		...assess({ total, previous, indicator, target, settings }),
		...(entered && { entered })
	}));
	const isRatio = indicator.denominator.length > 0;
	const strictest = strictestTarget(targets, { year, isRatio });
	return {
		indicator,
		total,
		value: valueOf(total, indicator),
		assessments,
		leading: assessments.find(({ target }) => target === strictest)
	};
}

function withoutData(target: Target, period: Period): Assessment {
	return { target, status: isInForce(target, yearOf(period)) ? 'no-data' : 'not-applicable' };
}
