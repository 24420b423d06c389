import { heldBackBy, type Missed } from '#lib/assess/held-back.ts';
import { newestQuarter } from '#lib/assess/recent-change.ts';
import { type Facts, standingOf } from '#lib/assess/standing.ts';
import { localizeDecimal } from '#lib/base/format-number.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { type IsoDate, lastDayOf, type Period } from '#lib/base/period.ts';
import { childrenIn, type Ground } from './indicator-ground.ts';
import type { OverviewLine } from './overview-lines.ts';
import type { Viewpoint } from './overview-reading.ts';
import { periodInSentence } from './sentence-period.ts';

/** A unit that holds the whole back. */
export interface HoldingUnit {
	unit: string;
	name: string;
	/** `12,4%`: the mean of its shares in the gaps. */
	share: string;
	/** The same from 0 to 1, for a bar. */
	part: number;
	/** `thiếu ở 14/20 chỉ tiêu`. */
	words: string;
	/** The indicator in whose gap its share is the largest. */
	worst: { indicator: string; name: string };
}

/** Who holds a unit back: of the units directly below it those with the largest parts in what it lacks. */
export interface HoldingBack {
	units: HoldingUnit[];
	/** Of how many missed targets the gaps are. */
	targets: number;
}

const MISSED = ['not-met', 'above-band'];

/** Who holds a unit back; `undefined` where it misses no ratio, or nothing stands below it. */
export function holdingBack(
	ground: Ground,
	viewpoint: Viewpoint,
	most: number
): HoldingBack | undefined {
	const { facts } = ground;
	const { path, period, language } = viewpoint;
	const unit = path.at(-1) ?? '';
	const children = childrenIn(ground, unit, period);
	if (children.length === 0) return undefined;
	const { units, targets } = heldBackBy(facts.totals, {
		...{ unit, period, missed: missedTargets(facts, viewpoint) },
		children: children.map(({ code }) => code)
	});
	if (units.length === 0) return undefined;
	const names = new Map(children.map(({ code, name }) => [code, name]));
	return {
		targets,
		units: units.slice(0, most).map(({ unit: code, share, lacking, worst }) => ({
			unit: code,
			name: names.get(code) ?? code,
			share: `${localizeDecimal((share * 100).toFixed(1), language)}%`,
			part: share,
			words: say(language, 'overview.holding-lacking', { lacking, targets }),
			worst: { indicator: worst.indicator.id, name: worst.indicator.shortName[language] }
		}))
	};
}

/** The lines whose target is missed, the farthest from it first. */
export function farthestMissed(lines: readonly OverviewLine[], most: number): OverviewLine[] {
	return lines
		.filter(({ reading }) => MISSED.includes(reading.status.status))
		.sort((a, b) => distanceOf(b) - distanceOf(a))
		.slice(0, most);
}

/** `Đến hết quý IV/2025, cách nay 10 tháng`: up to when the figures reach; `undefined` without any. */
export function freshnessWords(
	{ totals }: Facts,
	{ period, today, language }: { period: Period; today: IsoDate; language: Language }
): string | undefined {
	const newest = newestQuarter(totals, period);
	if (!newest) return undefined;
	const months = monthsBetween(lastDayOf(newest), today);
	return say(language, months > 0 ? 'overview.fresh-aged' : 'overview.fresh', {
		period: periodInSentence(newest, language),
		months
	});
}

function missedTargets(facts: Facts, { path, period }: Viewpoint): Missed[] {
	return facts.catalogue.indicators.flatMap((indicator) => {
		const { leading } = standingOf(facts, { path, period, indicator });
		return leading && MISSED.includes(leading.status)
			? [{ indicator, target: leading.target }]
			: [];
	});
}

/** How far a value lies from its target, as a share of the target. */
function distanceOf({ reading: { scale } }: OverviewLine): number {
	const mark = scale.marks.find(({ isLeading }) => isLeading);
	return mark?.at ? Math.abs(1 - (scale.value ?? 0) / mark.at) : 0;
}

/** Whole months from one day to another; below 0 where the other comes first. */
function monthsBetween(from: IsoDate, to: IsoDate): number {
	const [a, b] = [from, to].map((day) => day.split('-').map(Number));
	const [years = 0, months = 0, days = 0] = (b ?? []).map(
		(part, place) => part - (a?.[place] ?? 0)
	);
	return years * 12 + months - (days < 0 ? 1 : 0);
}
