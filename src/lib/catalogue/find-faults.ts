import type { Catalogue, CrossCheck, Indicator } from './catalogue.ts';
import type { CatalogueFault, PartFault } from './catalogue-fault.ts';
import { findTargetFaults } from './find-target-faults.ts';
import { findTemplateFaults } from './find-template-faults.ts';
import { findUndertakingFaults } from './find-undertaking-faults.ts';

/** A catalogue together with the file that each of its parts came from. */
export interface SourcedCatalogue extends Catalogue {
	/** Template, indicator, document, target or undertaking → its file, seen from data/catalogue. */
	fileOf: ReadonlyMap<object, string>;
}

/** Everything in a well-shaped catalogue that does not fit together, in the order of its parts. */
export function* findFaults(catalogue: SourcedCatalogue): Generator<CatalogueFault> {
	yield* findDuplicates(catalogue);
	for (const template of catalogue.templates) {
		yield* locate(catalogue, template, findTemplateFaults(template));
	}
	const measures = new Set(
		catalogue.templates.flatMap((template) => template.measures.map(({ id }) => id))
	);
	for (const check of catalogue.checks) {
		yield* locate(catalogue, check, findUnknownTerms(check, measures));
	}
	for (const indicator of countedBy(catalogue)) {
		yield* locate(catalogue, indicator, findUnknownMeasures(indicator, measures));
	}
	yield* findRepeatedHeadlines(catalogue);
	for (const target of catalogue.targets) {
		yield* locate(catalogue, target, findTargetFaults(target, catalogue));
	}
	for (const undertaking of catalogue.undertakings) {
		yield* locate(catalogue, undertaking, findUndertakingFaults(undertaking, catalogue));
	}
}

/** The indicators, and what advice is worked out from. */
function countedBy({ indicators, advisories = [] }: Catalogue): Indicator[] {
	return [...indicators, ...advisories];
}

function* locate(
	{ fileOf }: SourcedCatalogue,
	part: object,
	faults: Iterable<PartFault>
): Generator<CatalogueFault> {
	for (const fault of faults) yield { file: fileOf.get(part) ?? '', ...fault };
}

function* findDuplicates(catalogue: SourcedCatalogue): Generator<CatalogueFault> {
	const { templates, checks, documents, targets, undertakings } = catalogue;
	const rules = [...templates.flatMap((template) => template.checks), ...checks];
	const indicators = countedBy(catalogue);
	for (const parts of [templates, rules, indicators, documents, [...targets, ...undertakings]]) {
		const seen = new Set<string>();
		for (const part of parts) {
			const { id } = part;
			const fault: PartFault = { place: id, reason: 'catalogue.duplicate', params: { id } };
			if (seen.has(id)) yield* locate(catalogue, part, [fault]);
			seen.add(id);
		}
	}
}

function* findUnknownTerms(check: CrossCheck, measures: ReadonlySet<string>): Generator<PartFault> {
	for (const side of ['left', 'right'] as const) {
		for (const [index, term] of check[side].entries()) {
			const id = typeof term === 'string' ? term.replace(/^-/, '') : term.measure;
			if (measures.has(id)) continue;
			const place = `${check.id} › ${side}[${index}]`;
			yield { place, reason: 'catalogue.unknown-measure', params: { id } };
		}
	}
}

function* findUnknownMeasures(
	indicator: Indicator,
	measures: ReadonlySet<string>
): Generator<PartFault> {
	for (const side of ['numerator', 'denominator'] as const) {
		for (const [index, id] of indicator[side].entries()) {
			if (measures.has(id)) continue;
			const place = `${indicator.id} › ${side}[${index}]`;
			yield { place, reason: 'catalogue.unknown-measure', params: { id } };
		}
	}
}

function* findRepeatedHeadlines(catalogue: SourcedCatalogue): Generator<CatalogueFault> {
	const taken = new Map<number, string>();
	for (const indicator of catalogue.indicators) {
		const { id, headline } = indicator;
		if (headline === undefined) continue;
		const other = taken.get(headline);
		const place = `${id} › headline`;
		const params = { headline: String(headline), other: other ?? '' };
		if (other) {
			yield* locate(catalogue, indicator, [{ place, reason: 'catalogue.same-headline', params }]);
		}
		taken.set(headline, id);
	}
}
