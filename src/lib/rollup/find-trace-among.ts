import type { EarlierFigure, FoundTrace, TraceAnswer } from '#lib/base/trace.ts';
import { findTrace, type TraceQuestion } from './find-trace.ts';

/** An organisation and what was monitored in it, as they were in force together once. */
export interface EarlierGround extends Pick<TraceQuestion, 'units' | 'lineage' | 'catalogue'> {
	/** When the organisation or the catalogue that followed was saved, ISO 8601 in UTC; absent for what is in force still. */
	until: EarlierFigure['until'];
}

/** What the code leads to on the ground in force; where nothing agrees with it there, on the newest earlier one where it does. */
export async function findTraceAmong(
	question: TraceQuestion,
	earlier: readonly (() => Promise<EarlierGround | undefined>)[]
): Promise<TraceAnswer> {
	const answer = await findTrace(question);
	if (answer.found.some(({ agreement }) => agreement !== 'differs')) return answer;
	for (const open of earlier) {
		const ground = await open();
		if (!ground) continue;
		const before = await findTrace({ ...question, ...ground });
		const agreeing = before.found.filter(({ agreement }) => agreement === 'agrees');
		if (agreeing.length === 0) continue;
		return { ...before, found: agreeing.map((found) => onGround(found, ground, answer)) };
	}
	return answer;
}

/** The figure of then beside what is shown for the same indicator and unit now. */
function onGround(
	found: FoundTrace,
	{ catalogue, units, until }: EarlierGround,
	{ found: inForce }: TraceAnswer
): FoundTrace {
	const indicator = catalogue.indicators.find(({ id }) => id === found.indicator);
	const unit = units.findLast(({ code }) => code === found.unit);
	const same = inForce.find(
		(each) => each.indicator === found.indicator && each.unit === found.unit
	);
	return {
		...found,
		now: same?.now ?? {},
		earlier: {
			until,
			unit: unit?.name ?? found.unit,
			name: indicator?.name ?? { vi: found.indicator, en: found.indicator },
			isRatio: (indicator?.denominator.length ?? 0) > 0
		}
	};
}
