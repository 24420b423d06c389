import { compareFractions, parseDecimal } from '#lib/base/fraction.ts';
import type { Catalogue, Comparator, Indicator, Target } from './catalogue.ts';
import type { PartFault } from './catalogue-fault.ts';
import { isOfCalendar } from './find-undertaking-faults.ts';

/** Kinds for which the document sets no number: a threshold has no place, or is still to be entered. */
const WITHOUT_THRESHOLD = ['external', 'trend'];

/** Kinds that count or rank, and so need nothing to divide by. */
const WITHOUT_DENOMINATOR = ['count', 'rank', 'trend'];

/** Everything in a target that does not fit: what it stands on, when it holds, and its threshold. */
export function* findTargetFaults(target: Target, catalogue: Catalogue): Generator<PartFault> {
	const { id, from, to, due } = target;
	yield* findReferenceFaults(target, catalogue);
	if (from !== undefined && to !== undefined && from > to) {
		yield { place: `${id} › to`, reason: 'catalogue.ends-before-start' };
	}
	if (due !== undefined && !isOfCalendar(due)) {
		yield { place: `${id} › due`, reason: 'catalogue.no-such-day', params: { day: due } };
	}
	if (target.direction !== undefined && target.kind !== 'trend') {
		yield { place: `${id} › direction`, reason: 'catalogue.strange-direction' };
	}
	yield* findThresholdFaults(target);
	yield* findPathFaults(target);
}

function* findReferenceFaults(target: Target, catalogue: Catalogue): Generator<PartFault> {
	const { id, kind, also = [] } = target;
	const places: [string, string][] = [
		[`${id} › indicator`, target.indicator],
		...also.map((other, index): [string, string] => [`${id} › also[${index}]`, other])
	];
	for (const [place, named] of places) {
		const indicator = catalogue.indicators.find((each) => each.id === named);
		if (!indicator) yield { place, reason: 'catalogue.unknown-indicator', params: { id: named } };
		else if (lacksDenominator(indicator, kind)) yield { place, reason: 'catalogue.no-denominator' };
	}
	if (!catalogue.documents.some((document) => document.id === target.document)) {
		const params = { id: target.document };
		yield { place: `${id} › document`, reason: 'catalogue.unknown-document', params };
	}
}

function lacksDenominator({ denominator }: Indicator, kind: Target['kind']): boolean {
	return denominator.length === 0 && !WITHOUT_DENOMINATOR.includes(kind);
}

function* findThresholdFaults({ id, kind, threshold }: Target): Generator<PartFault> {
	const place = `${id} › threshold`;
	if (!threshold) {
		if (!WITHOUT_THRESHOLD.includes(kind)) yield { place, reason: 'catalogue.no-threshold' };
		return;
	}
	if (kind === 'trend') yield { place, reason: 'catalogue.trend-threshold' };
	const { comparator } = threshold;
	if (kind !== 'external' && (kind === 'band') !== (comparator === 'between')) {
		yield { place: `${place} › comparator`, reason: 'catalogue.band-comparator' };
	}
	if (kind === 'rank' && comparator !== '<=' && comparator !== '<') {
		yield { place: `${place} › comparator`, reason: 'catalogue.rank-comparator' };
	}
	yield* findEndFaults(place, threshold);
}

/** The values from some years on: each later than the one before, and with two ends where the threshold has two. */
function* findPathFaults({ id, threshold }: Target): Generator<PartFault> {
	for (const [index, step] of (threshold?.path ?? []).entries()) {
		const place = `${id} › threshold › path[${index}]`;
		const before = threshold?.path?.[index - 1];
		if (before && before.from >= step.from) {
			yield { place: `${place} › from`, reason: 'catalogue.path-order' };
		}
		if (threshold) yield* findEndFaults(place, { comparator: threshold.comparator, ...step });
	}
}

function* findEndFaults(
	place: string,
	{ comparator, value, max }: { comparator: Comparator; value: string; max?: string }
): Generator<PartFault> {
	if ((comparator === 'between') !== (max !== undefined)) {
		yield { place: `${place} › max`, reason: 'catalogue.band-max' };
	}
	if (max !== undefined && compareFractions(parseDecimal(value), parseDecimal(max)) > 0) {
		yield { place: `${place} › max`, reason: 'catalogue.band-upside-down' };
	}
}
