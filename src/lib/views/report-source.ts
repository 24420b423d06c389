import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { periodInSentence } from '#lib/base/period-name.ts';
import { type ReportGround, type ReportSubmission } from './report-ground.ts';
import type { ReportScene } from './report-scene.ts';
import { dayWords } from './sentence-date.ts';
import { isPeriodWithin } from './sources.ts';

/** The submissions in force of the report's period or of parts of it, in the order of commit. */
export function submissionsOf({ submissions, period }: ReportGround): ReportSubmission[] {
	return submissions.filter(({ periods }) => periods.some((each) => isPeriodWithin(each, period)));
}

/** How many submissions of the period there are, when the newest came, and how complete the figures are. */
export function sourceSentence(scene: ReportScene): string {
	const { ground, view } = scene;
	const { language, period } = view;
	const used = submissionsOf(ground);
	const newest = used.at(-1);
	const when = periodInSentence(period, language);
	const provisional = used.filter(({ state }) => state === 'provisional').length;
	return [
		newest
			? say(language, 'report.source', {
					count: used.length,
					day: dayWords(newest.at, language),
					period: when
				})
			: say(language, 'report.source-none', { period: when }),
		provisional > 0 && say(language, 'report.source-provisional', { count: provisional }),
		coverageWords(scene, language)
	]
		.filter(Boolean)
		.join(' ');
}

/** For the indicator that the fewest units have reported. */
function coverageWords(
	{ facts, whole, indicators, view }: ReportScene,
	language: Language
): string {
	const totals = indicators
		.flatMap(({ id }) => facts.totals.total(whole.unit, view.period, id) ?? [])
		.filter(({ expected }) => expected > 0)
		.toSorted((a, b) => a.reported / a.expected - b.reported / b.expected);
	const least = totals[0];
	if (!least) return '';
	const { reported, expected } = least;
	const isComplete = reported >= expected;
	return say(language, isComplete ? 'report.source-complete' : 'report.source-incomplete', {
		reported,
		expected
	});
}
