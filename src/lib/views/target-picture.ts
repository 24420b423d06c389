import type { Assessment } from '#lib/assess/assessment.ts';
import { type Facts, type Standing, standingOf } from '#lib/assess/standing.ts';
import { compareFractions } from '#lib/base/fraction.ts';
import { type Period, yearBefore } from '#lib/base/period.ts';
import type { Target } from '#lib/catalogue/catalogue.ts';
import { scaleOf } from './bullet.ts';
import { printedValue, type Viewpoint } from './overview-reading.ts';
import { changeWords } from './sentence-change.ts';
import { statusLook } from './status-look.ts';
import type { RowPicture } from './target-row.ts';

/** How the unit stands beside one target, and a year before; each period as it is judged beside that target alone. */
export interface TargetSight {
	standing: Standing;
	assessment: Assessment;
	earlier: Standing;
}

/** The sight of one target from a viewpoint; `undefined` where its scope does not hold the unit. */
export function sightOf(
	facts: Facts,
	target: Target,
	{ path, period }: Viewpoint
): TargetSight | undefined {
	const indicator = facts.catalogue.indicators.find(({ id }) => id === target.indicator);
	if (!indicator) return undefined;
	const at = (when: Period): Standing => standingOf(facts, { path, period: when, indicator });
	const [standing, earlier] = [at(period), at(yearBefore(period))];
	const assessment = standing.assessments.find((each) => each.target.id === target.id);
	return assessment && { standing: { ...standing, leading: assessment }, assessment, earlier };
}

/** The right picture of a target's kind: a bar with its mark or band, a rank, an arrow. */
export function pictureOf(
	{ standing, assessment, earlier }: TargetSight,
	{ language }: Viewpoint
): RowPicture {
	const { value, indicator } = standing;
	const text = printedValue(standing, [assessment], language)?.text;
	if (!value || !text) return { kind: 'none' };
	const isRatio = indicator.denominator.length > 0;
	const { kind } = assessment.target;
	if (kind === 'rank') return { kind, text };
	if (kind === 'trend') {
		if (!earlier.value) return { kind: 'none' };
		const side = compareFractions(value, earlier.value);
		const change = changeWords(value, earlier.value, { isRatio, language });
		return { kind, turn: side > 0 ? 'up' : side < 0 ? 'down' : 'same', text, change };
	}
	const content = { standing, inForce: [assessment], previous: earlier.value, language };
	const look = statusLook(assessment.status, language);
	return { kind: 'bar', scale: scaleOf(content), look, text };
}
