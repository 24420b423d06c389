import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import type { OwnChange } from '#lib/catalogue/edit-own-catalogue.ts';
import { indicatorOf } from '#lib/catalogue/find-in-catalogue.ts';
import { mergeCatalogue, type OwnCatalogue } from '#lib/catalogue/own-catalogue.ts';
import { targetTerms } from './target-terms.ts';
import { dueWords } from './undertaking-look.ts';

/** One change of the catalogue in words. */
export interface ChangeLine {
	part: OwnChange['part'];
	id: string;
	/** `Thêm mức chỉ tiêu`. */
	what: string;
	name: string;
	/** What was set before and what is set after, where that can be said in a few words. */
	before?: string;
	after?: string;
}

/** The changes from one own catalogue to another in words. */
export function changeLines(
	changes: readonly OwnChange[],
	{
		product,
		before,
		after,
		language
	}: { product: Catalogue; before: OwnCatalogue; after: OwnCatalogue; language: Language }
): ChangeLine[] {
	const was = mergeCatalogue(product, { ...before, retired: [] });
	const is = mergeCatalogue(product, { ...after, retired: [] });
	return changes.map(({ part, id, what }) => {
		const [old, now] = [
			partWords(was, { part, id, language }),
			partWords(is, { part, id, language })
		];
		const isOther = what === 'changed' || what === 'reverted';
		return {
			part,
			id,
			what: say(language, 'targets.change-line', {
				what: say(language, `targets.what-${what}`),
				part: say(language, `targets.part-${part}`)
			}),
			name: now?.name ?? old?.name ?? id,
			...(old?.asks && isOther && { before: old.asks }),
			...(now?.asks && { after: now.asks })
		};
	});
}

function partWords(
	catalogue: Catalogue,
	{ part, id, language }: { part: OwnChange['part']; id: string; language: Language }
): { name: string; asks?: string } | undefined {
	switch (part) {
		case 'documents': {
			const document = catalogue.documents.find((each) => each.id === id);
			return document && { name: `${document.number}. ${document.name[language]}` };
		}
		case 'indicators': {
			const indicator = indicatorOf(catalogue, id);
			return indicator && { name: indicator.name[language] };
		}
		case 'targets': {
			const target = catalogue.targets.find((each) => each.id === id);
			const indicator = target && indicatorOf(catalogue, target.indicator);
			if (!target) return undefined;
			return {
				name: (target.name ?? indicator?.name)?.[language] ?? id,
				asks: indicator && targetTerms(target, { indicator, language })
			};
		}
		case 'undertakings': {
			const undertaking = catalogue.undertakings.find((each) => each.id === id);
			return (
				undertaking && {
					name: undertaking.name[language],
					asks: dueWords(undertaking, { language })
				}
			);
		}
	}
}
