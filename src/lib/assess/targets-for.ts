import type { Catalogue, Target } from '#lib/catalogue/catalogue.ts';
import { documentOf } from '#lib/catalogue/find-in-catalogue.ts';
import { isInForce } from './assess.ts';
import { compareStrictness, thresholdOf } from './threshold.ts';

/** Which unit adopted a city programme: document id → unit code. Absent: the root did (MODEL "Adoption"). */
export type Adoption = Readonly<Record<string, string>>;

/**
 * The targets of an indicator whose scope holds a unit, given as the codes from the root down to it; in catalogue order,
 * as the catalogue has them. A target that names its unit holds there and below, whatever its document.
 */
export function targetsFor(
	catalogue: Catalogue,
	{ indicator, path, adoption }: { indicator: string; path: readonly string[]; adoption: Adoption }
): Target[] {
	return targetsOf(catalogue, indicator).filter((target) => {
		if (target.unit !== undefined) return path.includes(target.unit);
		const document = documentOf(catalogue, target.document);
		if (document?.rank === 'central') return true;
		const adopter = adoption[target.document];
		return adopter === undefined || path.includes(adopter);
	});
}

const indexes = new WeakMap<readonly Target[], Map<string, readonly Target[]>>();

/** The targets of an indicator, whatever their scope; a page asks for them thousands of times. */
function targetsOf({ targets }: Catalogue, indicator: string): readonly Target[] {
	const index = indexes.get(targets) ?? new Map<string, readonly Target[]>();
	indexes.set(targets, index);
	const known = index.get(indicator);
	if (known) return known;
	const found = targets.filter(
		(target) => target.indicator === indicator || target.also?.includes(indicator)
	);
	index.set(indicator, found);
	return found;
}

/** The strictest of the targets that are in force in the year: the one the status speaks of by default. */
export function strictestTarget(
	targets: readonly Target[],
	{ year, isRatio }: { year: number; isRatio: boolean }
): Target | undefined {
	const inForce = targets.filter((target) => isInForce(target, year));
	const withThreshold = inForce.filter((target) => target.threshold);
	if (withThreshold.length === 0) return inForce[0];
	return withThreshold.reduce((strictest, target) => {
		const [a, b] = [target, strictest].map((each) => thresholdOf(each, isRatio, year));
		return a && b && compareStrictness(a, b) < 0 ? target : strictest;
	});
}
