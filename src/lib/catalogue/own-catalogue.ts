import { progressPartOf } from '#lib/base/progress.ts';
import type {
	Catalogue,
	Indicator,
	Measure,
	Target,
	TargetDocument,
	Template,
	Undertaking
} from './catalogue.ts';

/**
 * What an organisation has added to the product's catalogue or put in place of parts of it: a part with the id of the
 * product's takes its place. Ids in `retired` are left out of every view, never deleted.
 */
export interface OwnCatalogue {
	documents: TargetDocument[];
	indicators: Indicator[];
	targets: Target[];
	undertakings: Undertaking[];
	/** Ids of targets and undertakings that are no longer followed. */
	retired: string[];
}

/** Nothing of its own: the product's catalogue as it is. */
export const NOTHING_OWN: OwnCatalogue = {
	documents: [],
	indicators: [],
	targets: [],
	undertakings: [],
	retired: []
};

/** The product's catalogue with the organisation's own parts in it; neither is changed. */
export function mergeCatalogue(product: Catalogue, own: OwnCatalogue): Catalogue {
	const kept = new Set(own.retired);
	const isFollowed = ({ id }: { id: string }): boolean => !kept.has(id);
	return {
		...product,
		templates: withOwnMeasures(product.templates, own.indicators),
		documents: merged(product.documents, own.documents),
		indicators: merged(product.indicators, own.indicators),
		targets: merged(product.targets, own.targets).filter(isFollowed),
		undertakings: merged(product.undertakings, own.undertakings).filter(isFollowed)
	};
}

/** The parts in the product's order, replaced where there is an own one of the same id; new ones follow. */
function merged<Part extends { id: string }>(
	product: readonly Part[],
	own: readonly Part[]
): Part[] {
	const replacing = new Map(own.map((part) => [part.id, part]));
	const known = new Set(product.map(({ id }) => id));
	return [
		...product.map((part) => replacing.get(part.id) ?? part),
		...own.filter(({ id }) => !known.has(id))
	];
}

/** The sheets, where the long one also lists what own indicators read from it; the very same where they read nothing. */
function withOwnMeasures(templates: Template[], indicators: readonly Indicator[]): Template[] {
	const known = new Set(templates.flatMap(({ measures }) => measures.map(({ id }) => id)));
	const own = new Map(
		indicators.flatMap((indicator) =>
			measuresFromLongSheet(indicator)
				.filter(({ id }) => !known.has(id))
				.map((measure) => [measure.id, measure])
		)
	);
	if (own.size === 0) return templates;
	return templates.map((template) =>
		template.layout === 'progress'
			? { ...template, measures: [...template.measures, ...own.values()] }
			: template
	);
}

function measuresFromLongSheet({ name, numerator, denominator }: Indicator): Measure[] {
	return [...numerator, ...denominator].flatMap((id) => {
		const part = progressPartOf(id)?.part;
		if (part !== 'plan' && part !== 'done') return [];
		const header = part === 'plan' ? 'Kế hoạch/ chỉ tiêu' : 'Thực hiện';
		return [{ id, name, header, synonyms: [], overTime: 'end' as const }];
	});
}
