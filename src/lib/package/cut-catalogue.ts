import { foldMarks as fold } from '#lib/base/fold.ts';
import type { OwnCatalogue } from '#lib/catalogue/own-catalogue.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { Branch } from './cut-units.ts';

/** An own catalogue without what speaks of units outside a branch. */
export interface CutCatalogue {
	own: OwnCatalogue;
	/** How many of its parts were left out. */
	left: number;
}

/**
 * The own catalogue for a branch: a goal of a unit above becomes the branch's own; a part whose words name a unit outside,
 * or whose goal is of one, is left out with all that rests on it.
 */
export function cutCatalogue(
	own: OwnCatalogue,
	{ units, outside, above }: Branch,
	root: string
): CutCatalogue {
	const inside = new Set(units.map(({ code }) => code));
	const names = namesOf(outside, units);
	const isClean = (part: object): boolean => {
		const words = fold(JSON.stringify(part));
		return !names.some((name) => words.includes(name));
	};
	const documents = own.documents.filter(isClean);
	const indicators = own.indicators.filter(isClean);
	const lost = new Set(
		[...own.documents, ...own.indicators].filter((part) => !isClean(part)).map(({ id }) => id)
	);
	const targets = own.targets.flatMap((target) => {
		const scoped = { ...target, ...(above.has(target.unit ?? '') && { unit: root }) };
		const isWithin = scoped.unit === undefined || inside.has(scoped.unit);
		const rests = [scoped.document, scoped.indicator, ...(scoped.also ?? [])];
		return isWithin && isClean(scoped) && !rests.some((id) => lost.has(id)) ? [scoped] : [];
	});
	const undertakings = own.undertakings.filter((part) => isClean(part) && !lost.has(part.document));
	const retired = own.retired.filter((id) => isClean({ id }));
	const cut = { documents, indicators, targets, undertakings, retired };
	return { own: cut, left: sizeOf(own) - sizeOf(cut) };
}

function sizeOf({ documents, indicators, targets, undertakings }: OwnCatalogue): number {
	return documents.length + indicators.length + targets.length + undertakings.length;
}

/** How units outside may be named in words: their names and codes, but for those that a unit inside has as well. */
function namesOf(outside: readonly Unit[], units: readonly Unit[]): string[] {
	const textsOf = ({ code, name }: Unit): string[] => [fold(code), fold(name)];
	const inside = new Set(units.flatMap(textsOf));
	return [...new Set(outside.flatMap(textsOf))].filter((text) => text !== '' && !inside.has(text));
}
