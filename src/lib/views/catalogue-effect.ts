import type { Status } from '#lib/assess/assessment.ts';
import { type Facts, type Standing, standingOf } from '#lib/assess/standing.ts';
import type { Language } from '#lib/base/language.ts';
import type { Period } from '#lib/base/period.ts';
import { treeDayOf } from '#lib/base/tree-day.ts';
import type { Indicator, Target } from '#lib/catalogue/catalogue.ts';
import { indicatorOf } from '#lib/catalogue/find-in-catalogue.ts';
import { type OwnChange } from '#lib/catalogue/edit-own-catalogue.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import type { Flip } from './draft-flips.ts';
import type { StatusCount } from './overview.ts';
import { STATUS_ORDER, statusLook } from './status-look.ts';
import { targetTerms } from './target-terms.ts';

/** How the units would stand beside one target that is new or changed. */
export interface TargetEffect {
	id: string;
	name: string;
	/** `trên 90% (2026–2030)`. */
	words: string;
	/** How many units have which status; statuses that say nothing are left out. */
	counts: StatusCount[];
}

/** What another catalogue would do to the assessments of one period. */
export interface CatalogueEffect {
	period: Period;
	targets: TargetEffect[];
	/** Statuses beside the leading target that would differ, unit by unit in the order of the tree. */
	flips: Flip[];
	/** How many units that is. */
	units: number;
}

/** The facts now and as they would be, and what lies between their catalogues. */
export interface EffectGround {
	before: Facts;
	after: Facts;
	changes: readonly OwnChange[];
}

/** What the changes would do to the assessments of the period. */
export function effectOf(
	{ before, after, changes }: EffectGround,
	{ tree, period, language }: { tree: UnitTree; period: Period; language: Language }
): CatalogueEffect {
	const touched = touchedTargets({ before, after, changes });
	const indicators = touchedIndicators({ before, after, changes }, touched);
	const counts = new Map(touched.map(({ id }) => [id, new Map<Status, number>()]));
	const flips: Flip[] = [];
	const day = treeDayOf(after.totals, period);
	for (const root of tree.rootsOn(day)) {
		for (const { code, name } of [root, ...tree.descendantsOn(root.code, day)]) {
			const path = tree.pathOn(code, day).map((unit) => unit.code);
			for (const indicator of indicators) {
				const was = standingIn(before, indicator, { path, period });
				const is = standingIn(after, indicator, { path, period });
				for (const { target, status } of is?.assessments ?? []) count(counts, target.id, status);
				const [from, to] = [leadingOf(was), leadingOf(is)];
				if (from !== to) flips.push({ unit: code, unitName: name, period, indicator, from, to });
			}
		}
	}
	return {
		period,
		targets: touched.map((target) => targetEffect(target, { after, counts, language })),
		flips,
		units: new Set(flips.map(({ unit }) => unit)).size
	};
}

function touchedTargets({ after, changes }: EffectGround): Target[] {
	const ids = new Set(changes.map(({ id }) => id));
	return after.catalogue.targets.filter(({ id }) => ids.has(id));
}

/** Those whose targets or own terms differ. */
function touchedIndicators(
	{ before, after, changes }: EffectGround,
	targets: readonly Target[]
): Indicator[] {
	const changed = new Set(changes.map(({ id }) => id));
	const gone = before.catalogue.targets.filter(({ id }) => changed.has(id));
	const ids = [
		...[...targets, ...gone].map(({ indicator }) => indicator),
		...changes.filter(({ part }) => part === 'indicators').map(({ id }) => id)
	];
	return [...new Set(ids)]
		.map((id) => indicatorOf(after.catalogue, id) ?? indicatorOf(before.catalogue, id))
		.filter((indicator) => indicator !== undefined);
}

function standingIn(
	facts: Facts,
	{ id }: Indicator,
	{ path, period }: { path: readonly string[]; period: Period }
): Standing | undefined {
	const indicator = indicatorOf(facts.catalogue, id);
	return indicator && standingOf(facts, { path, period, indicator });
}

function leadingOf(standing: Standing | undefined): Status {
	return standing?.leading?.status ?? 'not-applicable';
}

function count(counts: Map<string, Map<Status, number>>, id: string, status: Status): void {
	const own = counts.get(id);
	own?.set(status, (own.get(status) ?? 0) + 1);
}

function targetEffect(
	target: Target,
	{
		after,
		counts,
		language
	}: { after: Facts; counts: Map<string, Map<Status, number>>; language: Language }
): TargetEffect {
	const indicator = indicatorOf(after.catalogue, target.indicator);
	const own = counts.get(target.id);
	return {
		id: target.id,
		name: (target.name ?? indicator?.name)?.[language] ?? target.id,
		words: indicator ? targetTerms(target, { indicator, language }) : '',
		counts: STATUS_ORDER.map((status) => ({
			look: statusLook(status, language),
			count: own?.get(status) ?? 0
		})).filter(({ look, count: units }) => units > 0 && look.status !== 'not-applicable')
	};
}
