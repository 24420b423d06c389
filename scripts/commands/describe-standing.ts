import type { Assessment } from '#lib/assess/assessment.ts';
import { rankOf } from '#lib/assess/layers.ts';
import { paceFor } from '#lib/assess/pace-for.ts';
import { isPastReturn } from '#lib/assess/point-of-no-return.ts';
import { openRangeOf } from '#lib/assess/range.ts';
import type { Facts, Standing } from '#lib/assess/standing.ts';
import { edgesOf } from '#lib/assess/threshold.ts';
import type { Fraction } from '#lib/base/fraction.ts';
import type { Period } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { documentOf } from '#lib/catalogue/find-in-catalogue.ts';
import { percentDecimal } from '#lib/views/print-value.ts';
import { describePace } from './describe-pace.ts';
import type { Options } from './options.ts';

/** Where a standing was asked for, and what is wanted of it. */
export interface StandingContext {
	facts: Facts;
	path: readonly string[];
	period: Period;
	/** Units that owe a report where the period has no figures at all. */
	expected: number;
	options: Pick<Options, 'range' | 'pace' | 'language'>;
}

/** A standing as JSON (README, "The JSON of `values`"). */
export function describeStanding(standing: Standing, context: StandingContext): object {
	const { indicator, total, value, assessments } = standing;
	const { facts, path, period, expected, options } = context;
	return {
		indicator: indicator.id,
		unit: path.at(-1) ?? '',
		period,
		numerator: total?.numerator ?? null,
		denominator: total?.denominator ?? null,
		value: value ? decimalOf(value, indicator, assessments) : null,
		asOf: total?.asOf ?? null,
		...(facts.totals.boundaries !== undefined && {
			boundaries: facts.totals.boundaries,
			remainder: total?.remainder ?? null,
			unallocated: total?.unallocated ?? false
		}),
		coverage: { reported: total?.reported ?? 0, expected: total?.expected ?? expected },
		...(options.range && { range: describeRange(standing, context) }),
		targets: assessments.map((assessment) => ({
			...describeAssessment(assessment, standing, context),
			...(options.pace && { pace: paceBeside(assessment, standing, context) })
		}))
	};
}

/** A value in plain digits: a count, or a per cent with enough decimals that it looks like no threshold but its own. */
export function decimalOf(
	value: Fraction,
	indicator: Indicator,
	assessments: readonly Assessment[]
): string {
	if (indicator.denominator.length === 0) return String(value.numerator);
	const inForce = assessments.filter(({ status }) => status !== 'not-applicable');
	return percentDecimal(value, edgesOf(inForce.map(({ target }) => target)));
}

function describeRange(standing: Standing, { facts }: StandingContext): object | null {
	const { indicator, total, assessments } = standing;
	const range = total && openRangeOf(total, indicator, facts.settings.missingTolerancePercent);
	if (!range) return null;
	const { low, high } = range;
	return {
		low: decimalOf(low, indicator, assessments),
		high: high ? decimalOf(high, indicator, assessments) : null,
		exact: { low, high: high ?? null }
	};
}

function paceBeside(
	{ target }: Assessment,
	{ indicator }: Standing,
	{ facts, path, period }: StandingContext
): object | null {
	const pace = paceFor(facts, { path, period, indicator, target });
	return describePace(pace, indicator.denominator.length > 0);
}

function describeAssessment(
	assessment: Assessment,
	{ indicator, total, value, leading }: Standing,
	{ facts: { catalogue } }: StandingContext
): object {
	const { target, status, shortfall, side, unreachable, before, asAsked } = assessment;
	const { threshold, direction, kind } = target;
	const isByOrganisation =
		(kind === 'count' || kind === 'presence') && indicator.denominator.length > 0;
	return {
		target: target.id,
		kind,
		layer: rankOf(catalogue, assessment),
		leading: assessment === leading,
		comparator: threshold?.comparator ?? null,
		threshold: threshold?.value ?? null,
		...(threshold?.max && { thresholdMax: threshold.max }),
		...(direction && { direction }),
		status,
		...(asAsked !== undefined && { asAsked }),
		...(before && { before: decimalOf(before, indicator, []) }),
		shortfall: shortfall ?? null,
		...(side && { side }),
		...(unreachable && { unreachable }),
		...(total && isPastReturn(assessment, total) && { pastReturn: true }),
		...(isByOrganisation &&
			value && { organisations: { meeting: value.numerator, of: value.denominator } }),
		document: documentOf(catalogue, target.document)?.number ?? target.document,
		section: target.section
	};
}
