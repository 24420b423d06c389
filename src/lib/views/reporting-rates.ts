import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { printCount, printPercent } from './print-value.ts';
import { reportingLook, type ReportingLook } from './reporting-look.ts';
import { onTimeIn, type ReportingState, type Tally } from './reporting-tally.ts';

/** Σ ÷ Σ of a branch, as printed. */
export interface ReportingRate {
	/** `18/21`. */
	counts: string;
	/** `85,71%`; empty where nothing is due. */
	percent: string;
}

/** How many of the reports that are due have arrived, and have arrived in time. */
export interface ReportingRates {
	reported: ReportingRate;
	onTime: ReportingRate;
}

/** The rates of a place in the tree, over the reports whose last day is past. */
export function reportingRates({ due, missing, late }: Tally, language: Language): ReportingRates {
	return {
		reported: rate(due - missing, due, language),
		onTime: rate(due - missing - late, due, language)
	};
}

/** One part of all reports, with its share of them. */
export interface ReportingPart {
	look: ReportingLook;
	count: string;
	/** In per cent of all, for the width of a bar. */
	share: number;
}

/** The reports by state, those states left out that none is in; provisional ones are among those in time or late. */
export function reportingParts(tally: Tally, language: Language): ReportingPart[] {
	const counts: [ReportingState, number][] = [
		['on-time', onTimeIn(tally)],
		['late', tally.late],
		['missing', tally.missing],
		['not-due', tally.notDue]
	];
	return counts
		.filter(([, count]) => count > 0)
		.map(([state, count]) => ({
			look: reportingLook(state, { language }),
			count: printCount(count, language),
			share: (count / tally.owed) * 100
		}));
}

function rate(count: number, all: number, language: Language): ReportingRate {
	if (all === 0) return { counts: '–', percent: '' };
	const value = { numerator: BigInt(count), denominator: BigInt(all) };
	return { counts: ratio(count, all, language), percent: printPercent(value, { language }) };
}

function ratio(count: number, all: number, language: Language): string {
	return say(language, 'reporting.rate', { count, all });
}
