import type { Assessment } from '#lib/assess/assessment.ts';
import { rankOf } from '#lib/assess/layers.ts';
import { paceFor } from '#lib/assess/pace-for.ts';
import { isPastReturn } from '#lib/assess/point-of-no-return.ts';
import { openRangeOf } from '#lib/assess/range.ts';
import type { Standing } from '#lib/assess/standing.ts';
import { edgesOf } from '#lib/assess/threshold.ts';
import { localizeDecimal } from '#lib/base/format-number.ts';
import { say } from '#lib/base/messages.ts';
import { rangeWords } from '#lib/views/sentence-coverage.ts';
import { type StandingContext, decimalOf } from './describe-standing.ts';
import { paceWords } from './pace-words.ts';

/** A standing as lines of text: the value with its range, then a line for each target. */
export function standingLines(standing: Standing, context: StandingContext): string[] {
	const { language } = context.options;
	const { indicator, total, value, assessments } = standing;
	const sign = indicator.denominator.length > 0 ? '%' : '';
	const printed = value
		? localizeDecimal(decimalOf(value, indicator, assessments), language) + sign
		: '–';
	const head = say(language, 'cli.value', {
		name: indicator.name[language],
		value: printed,
		reported: total?.reported ?? 0,
		expected: total?.expected ?? context.expected
	});
	return [
		head,
		...rangeLine(standing, context),
		...assessments.flatMap((assessment) => targetLines(assessment, standing, context))
	];
}

function rangeLine(
	{ indicator, total, assessments }: Standing,
	{ facts, options }: StandingContext
): string[] {
	if (!options.range || !total || total.pending.units === 0) return [];
	const range = openRangeOf(total, indicator, facts.settings.missingTolerancePercent);
	if (!range) return [];
	const isRatio = indicator.denominator.length > 0;
	const thresholds = edgesOf(assessments.map(({ target }) => target));
	return [`  ${rangeWords(range, { total, isRatio, thresholds, language: options.language })}`];
}

function targetLines(
	assessment: Assessment,
	{ indicator, total, value }: Standing,
	{ facts, path, period, options }: StandingContext
): string[] {
	const { target, status } = assessment;
	const { language } = options;
	const layer = say(language, `cli.layer-${rankOf(facts.catalogue, assessment)}`);
	const isPast = total && isPastReturn(assessment, total);
	const said = [
		say(language, `status.${status}`),
		...(isPast ? [say(language, 'status.past-return')] : [])
	];
	const pace = options.pace && value && paceFor(facts, { path, period, indicator, target });
	const words = pace && paceWords(pace, { indicator, language });
	return [
		`  ${target.id} (${layer}): ${said.join('; ')}`,
		...(words
			? [`    ${[words.word, words.required, words.arrival].filter(Boolean).join('; ')}`]
			: [])
	];
}
