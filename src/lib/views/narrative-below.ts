import { type Facts, type Standing, standingOf } from '#lib/assess/standing.ts';
import type { Status } from '#lib/assess/assessment.ts';
import { treeDayOf } from '#lib/base/tree-day.ts';
import type { Unit } from '#lib/units/unit.ts';
import { type NarrativeView, trailOf } from './narrative-view.ts';
import { printCount } from './print-value.ts';
import { coverageOf } from './sentence-coverage.ts';
import { joinParts, type NarrativePart, sayParts } from './sentence-parts.ts';

const MOST_NAMED = 3;
const TO_JUDGE: readonly Status[] = ['met', 'not-met', 'above-band', 'undecided', 'no-data'];

interface Below {
	unit: Unit;
	standing: Standing;
}

/** `3/5 đơn vị trực thuộc đạt`; nothing where no unit below has a target to meet. */
export function metBelowClause(
	facts: Facts,
	standing: Standing,
	view: NarrativeView
): NarrativePart[] {
	const statuses = unitsBelow(facts, standing, view).map(({ standing: { leading } }) => leading);
	const judged = statuses.filter((leading) => leading && TO_JUDGE.includes(leading.status));
	const isOpen = standing.leading?.status === 'not-due';
	if (judged.length === 0 || isOpen || !standing.value) return [];
	const met = judged.filter((leading) => leading?.status === 'met').length;
	const [part, all] = [met, judged.length].map((count) => printCount(count, view.language));
	return sayParts(view.language, 'narrative.met-below', {
		counts: { text: `${part}/${all}`, trail: trailOf(view, standing.indicator) }
	});
}

/** `thiếu nhiều nhất: Phường 2 (5), Phường 10 (3)`; nothing where no unit below lacks anything. */
export function lackingClause(
	facts: Facts,
	standing: Standing,
	view: NarrativeView
): NarrativePart[] {
	const side = standing.leading?.side ?? 'below';
	const isRank = standing.leading?.target.kind === 'rank';
	const lacking = unitsBelow(facts, standing, view)
		.flatMap(({ unit, standing: { leading } }) =>
			leading?.shortfall && leading.side === side ? [{ unit, shortfall: leading.shortfall }] : []
		)
		.sort((a, b) => (a.shortfall === b.shortfall ? 0 : a.shortfall > b.shortfall ? -1 : 1));
	if (lacking.length === 0 || isRank || !standing.value) return [];
	const named = lacking.slice(0, MOST_NAMED).map(({ unit, shortfall }) => [
		{ text: unit.name, isName: true } as const,
		{ text: ' (' },
		{
			text: printCount(shortfall, view.language),
			trail: trailOf(view, standing.indicator, { unit: unit.code })
		},
		{ text: ')' }
	]);
	return sayParts(view.language, `narrative.most-${side}`, { units: joinParts(named, ', ') });
}

/** `mới có 5/6 đơn vị báo cáo`; nothing where all have, and where the open range has said it. */
export function coverageClause(
	{ total, leading, indicator }: Standing,
	view: NarrativeView
): NarrativePart[] {
	const coverage = total && coverageOf(total, view.language);
	const isSaid = leading?.status === 'undecided';
	if (!coverage || coverage.isComplete || coverage.expected === 1 || isSaid) return [];
	const [reported, expected] = [coverage.reported, coverage.expected].map((count) =>
		printCount(count, view.language)
	);
	return sayParts(view.language, 'narrative.coverage', {
		counts: { text: `${reported}/${expected}`, trail: trailOf(view, indicator) }
	});
}

function unitsBelow(facts: Facts, { indicator }: Standing, view: NarrativeView): Below[] {
	const { tree, path, period } = view;
	const day = treeDayOf(facts.totals, period);
	return tree.childrenOn(path.at(-1) ?? '', day).map((unit) => ({
		unit,
		standing: standingOf(facts, { path: [...path, unit.code], period, indicator })
	}));
}
