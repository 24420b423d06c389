import type { Assessment, Status } from '#lib/assess/assessment.ts';
import { isPastReturn } from '#lib/assess/point-of-no-return.ts';
import { sameStageBefore } from '#lib/assess/same-stage.ts';
import { type Facts, type Standing, standingOf } from '#lib/assess/standing.ts';
import { edgesOf } from '#lib/assess/threshold.ts';
import type { IndicatorTotal } from '#lib/base/indicator-total.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { lastDayOf, type Period } from '#lib/base/period.ts';
import { progressPartOf } from '#lib/base/progress.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { boundaryRemark } from './boundary-remark.ts';
import { type Scale, scaleOf } from './bullet.ts';
import {
	assessmentsInForce,
	otherYearsWords,
	type TargetLine,
	targetLines
} from './overview-target.ts';
import { percentDecimal, printCount, printPercent } from './print-value.ts';
import { changeWords } from './sentence-change.ts';
import {
	asOfWords,
	type Coverage,
	coverageOf,
	pendingWords,
	rangeWords,
	type RangeWording,
	staleWords
} from './sentence-coverage.ts';
import { periodInSentence, periodName } from './sentence-period.ts';
import { shortfallSentence } from './sentence-shortfall.ts';
import { standingSentence } from './sentence-standing.ts';
import { type StatusLook, statusLook } from './status-look.ts';

/** From where one looks: the unit (as the codes from the root down to it), the period, the language. */
export interface Viewpoint {
	path: readonly string[];
	period: Period;
	language: Language;
}

/** A value as it is printed. */
export interface PrintedValue {
	/** `92,42%`, or `9` for a count. */
	text: string;
	/** The same number with a point and no sign: `92.42`. */
	decimal: string;
	/** `122/132 tổ chức cơ sở đảng`, or `9 khóa bồi dưỡng`. */
	counts: string;
	/** The counts alone: `122/132`. */
	short: string;
}

/** The value of the same period a year earlier, under the name of the period that its figures come from. */
export interface PreviousValue {
	/** `Năm 2023`. */
	period: string;
	/** `năm 2023`. */
	inSentence: string;
	text: string;
	/** `+2,27 điểm %`; absent where there is no value to compare. */
	change?: string;
}

/** Everything that the screen says of one indicator from one viewpoint, in the language. */
export interface Reading {
	indicator: string;
	unit: string;
	period: Period;
	name: string;
	shortName: string;
	isRatio: boolean;
	/** Absent where nothing can be divided or nothing was reported. */
	value?: PrintedValue;
	/** The status beside the leading target; `not-applicable` or `no-data` where no target is in force. */
	status: StatusLook;
	/** Every target in force, the leading one first. */
	targets: TargetLine[];
	/** `Chỉ tiêu đặt cho năm 2025: đạt 100%`; only where none in force asks for a level. */
	otherYears?: string;
	/** `thiếu 11 cấp ủy viên`, beside the leading target. */
	shortfall?: string;
	/** `82,10–93,40%, còn 37/412 đơn vị chưa nộp`. */
	range?: string;
	/** `không thể đạt dù các đơn vị còn lại nộp thế nào`. */
	pastReturn?: string;
	coverage?: Coverage;
	/** `số liệu năm 2023`. */
	asOf?: string;
	/** `2 đơn vị có số liệu cũ hơn`. */
	stale?: string;
	/** What the map of units cannot tell of the value; absent as reported. */
	boundary?: string;
	previous?: PreviousValue;
	scale: Scale;
	/** All of it as one sentence for the ear (`aria-valuetext`). */
	sentence: string;
}

/** The reading of one indicator from a viewpoint. */
export function readingOf(facts: Facts, indicator: Indicator, viewpoint: Viewpoint): Reading {
	const { path, period, language } = viewpoint;
	const standing = standingOf(facts, { path, period, indicator });
	const earlier = standingOf(facts, { path, period: sameStageBefore(standing, period), indicator });
	const wording = { indicator, language };
	const inForce = assessmentsInForce(standing, period);
	const targets = targetLines(standing, { ...wording, catalogue: facts.catalogue, period });
	const said = {
		value: printedValue(standing, inForce, language),
		status: statusLook(statusOf(standing), language, standing.value !== undefined),
		targets,
		...remarksOn(standing, inForce, language)
	};
	return {
		indicator: indicator.id,
		unit: path.at(-1) ?? '',
		period,
		name: indicator.name[language],
		shortName: indicator.shortName[language],
		isRatio: isRatio(indicator),
		...said,
		otherYears: inForce.every(isTrend) ? otherYearsWords(standing, wording) : undefined,
		previous: previousValue(standing, earlier, language),
		scale: scaleOf({ standing, inForce, previous: earlier.value, language }),
		sentence: standingSentence(said, language)
	};
}

/** The value of a standing as it is printed beside the targets in force; `undefined` where there is none. */
export function printedValue(
	{ value, indicator }: Standing,
	inForce: readonly Assessment[],
	language: Language
): PrintedValue | undefined {
	if (!value) return undefined;
	const counted = indicator.counted[language];
	const numerator = printCount(value.numerator, language);
	if (!isRatio(indicator)) {
		const decimal = String(value.numerator);
		return { text: numerator, decimal, counts: `${numerator} ${counted}`, short: numerator };
	}
	const thresholds = edgesOf(inForce.map(({ target }) => target));
	const short = `${numerator}/${printCount(value.denominator, language)}`;
	return {
		text: printPercent(value, { thresholds, language }),
		decimal: percentDecimal(value, thresholds),
		counts: `${short} ${counted}`,
		short
	};
}

function remarksOn(
	{ leading, total, indicator }: Standing,
	inForce: readonly Assessment[],
	language: Language
): Pick<
	Reading,
	'shortfall' | 'range' | 'pastReturn' | 'coverage' | 'asOf' | 'stale' | 'boundary'
> {
	if (!total) return {};
	const thresholds = edgesOf(inForce.map(({ target }) => target));
	const wording = { total, isRatio: isRatio(indicator), thresholds, language };
	return {
		shortfall: leading && shortfallSentence(leading, { indicator, language }),
		range: rangeOf(leading, wording),
		pastReturn:
			leading && isPastReturn(leading, total) ? say(language, 'status.past-return') : undefined,
		coverage: isReportedFor(total, indicator) ? coverageOf(total, language) : undefined,
		asOf: asOfWords(total, language),
		stale: staleWords(total, language),
		boundary: boundaryRemark(total, { indicator, language })
	};
}

function rangeOf(leading: Assessment | undefined, wording: RangeWording): string | undefined {
	if (leading?.range) return rangeWords(leading.range, wording);
	return leading?.status === 'undecided'
		? pendingWords(wording.total, wording.language)
		: undefined;
}

function previousValue(
	{ value, indicator }: Standing,
	earlier: Standing,
	language: Language
): PreviousValue | undefined {
	if (!earlier.value || !earlier.total) return undefined;
	const { period, asOf = period } = earlier.total;
	const printed = printedValue(earlier, assessmentsInForce(earlier, period), language);
	const told = lastDayOf(asOf) === lastDayOf(period) ? period : asOf;
	return {
		period: periodName(told, language),
		inSentence: periodInSentence(told, language),
		text: printed?.text ?? '',
		change: value && changeWords(value, earlier.value, { isRatio: isRatio(indicator), language })
	};
}

/** The status beside the leading target; without one, whether there is anything to judge at all. */
export function statusOf({ leading, value, total }: Standing): Status {
	if (leading) return leading.status;
	const isMissing = !value && total?.denominator !== 0n && total?.expected !== 0;
	return isMissing ? 'no-data' : 'not-applicable';
}

/** False where the long sheet says it for the unit itself: then no unit below owes a figure. */
function isReportedFor({ reported }: IndicatorTotal, { numerator }: Indicator): boolean {
	return reported > 0 || numerator.every((id) => progressPartOf(id) === undefined);
}

function isTrend({ target }: Assessment): boolean {
	return target.kind === 'trend';
}

function isRatio({ denominator }: Indicator): boolean {
	return denominator.length > 0;
}
