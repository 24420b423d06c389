import type { Assessment } from '#lib/assess/assessment.ts';
import type { Standing } from '#lib/assess/standing.ts';
import type { Language } from '#lib/base/language.ts';
import { type Period, yearOf } from '#lib/base/period.ts';
import type { ShownLayer } from '#lib/base/shown-layers.ts';
import type { Catalogue, Indicator, Target } from '#lib/catalogue/catalogue.ts';
import { documentOf } from '#lib/catalogue/find-in-catalogue.ts';
import { layerOfDocument } from './layers.ts';
import { assessmentsInForce } from './overview-target.ts';
import { documentLabel, targetWords } from './sentence-target.ts';

/** A line, or a band where it has a `max`, over the neighbouring periods in which targets at this level hold. */
export interface TrendLevel {
	/** Places on the axis of periods: a line over the first period alone goes from −0.5 to 0.5. */
	from: number;
	to: number;
	value: number;
	max?: number;
	/** Whose targets they are. */
	layer: ShownLayer;
	/** `NQ 21: trên 90%; KH 07: từ 90%`. */
	label: string;
	/** True where the target that the status speaks of is among them. */
	isLeading: boolean;
}

/** One period of the trend: how the unit stands in it, where it exists. */
export interface TrendStanding {
	period: Period;
	standing?: Standing;
}

/** What the words of a level depend on. */
export interface LevelWording {
	catalogue: Catalogue;
	indicator: Indicator;
	language: Language;
}

/** The levels of all targets in force over the periods; documents of one layer that ask for the same share one. */
export function trendLevels(
	standings: readonly TrendStanding[],
	wording: LevelWording
): TrendLevel[] {
	const inForce = standings.map(({ period, standing }) =>
		standing ? assessmentsInForce(standing, period).filter(hasThreshold) : []
	);
	const levelOf = (each: Assessment): string => levelKey(each, wording.catalogue);
	const keys = new Set(inForce.flat().map(levelOf));
	return [...keys].flatMap((key) =>
		stretchesOf(inForce.map((each) => each.some((one) => levelOf(one) === key))).map(
			([first, last]) => {
				const stretch = standings.slice(first, last + 1).map(({ period, standing }, index) => ({
					year: yearOf(period),
					standing,
					here: (inForce[first + index] ?? []).filter((each) => levelOf(each) === key)
				}));
				return { from: first - 0.5, to: last + 0.5, ...describe(stretch, wording) };
			}
		)
	);
}

interface LevelPeriod {
	year: number;
	standing?: Standing;
	/** The assessments beside the targets of the level. */
	here: Assessment[];
}

function describe(
	stretch: readonly LevelPeriod[],
	wording: LevelWording
): Omit<TrendLevel, 'from' | 'to'> {
	const target = stretch[0]?.here[0]?.target;
	const threshold = target?.threshold;
	return {
		value: Number(threshold?.value),
		...(threshold?.max !== undefined && { max: Number(threshold.max) }),
		layer: layerOfDocument(wording.catalogue, target?.document ?? ''),
		label: labelOf(stretch, wording),
		isLeading: stretch.some(({ here, standing }) => here.some((each) => each === standing?.leading))
	};
}

/** Documents with the same words together; one that holds only in part of the stretch with its years. */
function labelOf(stretch: readonly LevelPeriod[], wording: LevelWording): string {
	const documents = new Map<string, Map<string, number[]>>();
	for (const { year, here } of stretch) {
		for (const { target } of here) {
			const words = targetWords(target, wording);
			const years = documents.get(words) ?? new Map<string, number[]>();
			const name = documentName(target, wording);
			years.set(name, [...(years.get(name) ?? []), year]);
			documents.set(words, years);
		}
	}
	const whole = yearsWords(stretch.map(({ year }) => year));
	return [...documents]
		.map(([words, names]) => {
			const named = [...names].map(([name, years]) => {
				const held = yearsWords(years);
				return held === whole ? name : `${name} (${held})`;
			});
			return `${named.join(', ')}: ${words}`;
		})
		.join('; ');
}

function documentName({ document }: Target, { catalogue, language }: LevelWording): string {
	const found = documentOf(catalogue, document);
	return found ? documentLabel(found, language) : document;
}

function yearsWords(years: readonly number[]): string {
	const [first, last] = [Math.min(...years), Math.max(...years)];
	return first === last ? `${first}` : `${first}–${last}`;
}

function hasThreshold({ target }: Assessment): boolean {
	return target.threshold !== undefined;
}

function levelKey({ target: { threshold, document } }: Assessment, catalogue: Catalogue): string {
	const layer = layerOfDocument(catalogue, document);
	return `${layer} ${threshold?.value}–${threshold?.max ?? ''}`;
}

/** First and last place of each run of true. */
function stretchesOf(holds: readonly boolean[]): [number, number][] {
	return holds.flatMap((here, first): [number, number][] => {
		if (!here || holds[first - 1]) return [];
		const end = holds.indexOf(false, first);
		return [[first, (end === -1 ? holds.length : end) - 1]];
	});
}
