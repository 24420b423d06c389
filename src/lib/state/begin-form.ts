import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { documentOf, indicatorOf } from '#lib/catalogue/find-in-catalogue.ts';
import {
	blankDocument,
	blankIndicator,
	blankItem,
	type CatalogueForm,
	type DocumentForm,
	documentForm,
	indicatorForm,
	type ItemForm,
	targetForm,
	undertakingForm
} from './catalogue-form.ts';

/** A form for a new document with its targets. */
export function resolutionForm(): CatalogueForm {
	return {
		kind: 'targets',
		isDocumentOpen: true,
		document: blankDocument('own'),
		items: [blankItem(1)]
	};
}

/** A form for a target, milestone or duty that is there, under its document; `undefined` where there is none of that id. */
export function changeForm(catalogue: Catalogue, id: string): CatalogueForm | undefined {
	const item = itemOf(catalogue, id);
	if (!item) return undefined;
	return {
		kind: 'targets',
		isDocumentOpen: false,
		document: chosenDocument(catalogue, item.document),
		items: [item.form]
	};
}

/** A form for a goal of the organisation's own like the one of that id, under its newest own document, else a new one. */
export function copyForm(catalogue: Catalogue, id: string): CatalogueForm | undefined {
	const item = itemOf(catalogue, id);
	if (!item) return undefined;
	const own = catalogue.documents.findLast(({ rank }) => rank === 'own');
	return {
		kind: 'targets',
		isDocumentOpen: own === undefined,
		document: own ? documentForm(own) : blankDocument('own'),
		items: [{ ...item.form, id: '', section: '', quote: '', isInferred: false }]
	};
}

/** A form for the document alone; `undefined` where there is none of that id. */
export function changeDocumentForm(catalogue: Catalogue, id: string): CatalogueForm | undefined {
	const document = documentOf(catalogue, id);
	if (!document) return undefined;
	return {
		kind: 'targets',
		isDocumentOpen: true,
		document: documentForm(document),
		items: []
	};
}

/** A form for a new indicator, for the item of that key where one is given. */
export function newIndicatorForm(forItem?: number): CatalogueForm {
	return { kind: 'indicator', indicator: blankIndicator(), ...(forItem && { forItem }) };
}

/** A form for an indicator that is there; `undefined` where there is none of that id. */
export function changeIndicatorForm(catalogue: Catalogue, id: string): CatalogueForm | undefined {
	const indicator = indicatorOf(catalogue, id);
	return indicator && { kind: 'indicator', indicator: indicatorForm(indicator) };
}

/** A document that is only chosen; one with nothing typed for the empty id. */
export function chosenDocument(catalogue: Catalogue, id: string): DocumentForm {
	const document = documentOf(catalogue, id);
	return document ? documentForm(document) : blankDocument('own');
}

function itemOf(
	{ targets, undertakings }: Catalogue,
	id: string
): { form: ItemForm; document: string } | undefined {
	const target = targets.find((part) => part.id === id);
	if (target) return { form: targetForm(target, 1), document: target.document };
	const undertaking = undertakings.find((part) => part.id === id);
	if (!undertaking) return undefined;
	return { form: undertakingForm(undertaking, 1), document: undertaking.document };
}
