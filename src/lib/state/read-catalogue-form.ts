import { isSame, type OwnParts } from '#lib/catalogue/edit-own-catalogue.ts';
import type { Catalogue, Indicator, TargetDocument } from '#lib/catalogue/catalogue.ts';
import { documentOf, indicatorOf, measuresOf } from '#lib/catalogue/find-in-catalogue.ts';
import { isOfCalendar } from '#lib/catalogue/find-undertaking-faults.ts';
import type { CatalogueForm, DocumentForm, IndicatorForm } from './catalogue-form.ts';
import { freshId, withoutBlanks, wordsOf } from './catalogue-words.ts';
import { FaultList, type FormFault } from './form-fault.ts';
import { readTargetItem, readUndertakingItem } from './read-item-form.ts';

/** What a form says: the parts to put in the catalogue, unless a fault other than a doubt was noted. */
export interface FormReading {
	parts?: OwnParts;
	faults: readonly FormFault[];
}

/** What a form is read against. */
export interface FormGround {
	/** The catalogue as it would be, with what is retired too. */
	catalogue: Catalogue;
}

/** The parts that a form says, and what is wrong or doubtful about its fields. */
export function readCatalogueForm(form: CatalogueForm, { catalogue }: FormGround): FormReading {
	const faults = new FaultList();
	const parts =
		form.kind === 'indicator'
			? { indicators: [readIndicator(form.indicator, catalogue, faults)] }
			: readTargets(form, catalogue, faults);
	const isSound = faults.faults.every(({ isDoubt }) => isDoubt);
	return { ...(isSound && { parts }), faults: faults.faults };
}

function readTargets(
	form: Extract<CatalogueForm, { kind: 'targets' }>,
	catalogue: Catalogue,
	faults: FaultList
): OwnParts {
	const taken = takenIds(catalogue);
	const document = form.isDocumentOpen
		? readDocument(form.document, { catalogue, taken, faults })
		: documentOf(catalogue, form.document.id);
	if (!document) faults.add('document.id', 'targets.fault-document');
	const targets: NonNullable<OwnParts['targets']> = [];
	const undertakings: NonNullable<OwnParts['undertakings']> = [];
	for (const [index, item] of form.items.entries()) {
		const path = `items.${index}`;
		const id = item.id || freshId(`${document?.number ?? ''} ${item.section}`, taken);
		taken.add(id);
		const place = { path, id, document: document?.id ?? '', faults };
		if (item.sort === 'figure') {
			const original = catalogue.targets.find((each) => each.id === item.id);
			const indicator = indicatorOf(catalogue, item.indicator);
			targets.push(readTargetItem(item, { ...place, original, indicator }));
		} else {
			const original = catalogue.undertakings.find((each) => each.id === item.id);
			undertakings.push(readUndertakingItem(item, { ...place, original }));
		}
	}
	const isNewDocument = document && !isSame(document, documentOf(catalogue, document.id));
	return { ...(isNewDocument && { documents: [document] }), targets, undertakings };
}

function readDocument(
	form: DocumentForm,
	{ catalogue, taken, faults }: { catalogue: Catalogue; taken: Set<string>; faults: FaultList }
): TargetDocument {
	const number = faults.need('document.number', form.number, 'targets.fault-number-of-document');
	const name = faults.need('document.name', form.name, 'targets.fault-name');
	const id = form.id || freshId(number, taken);
	taken.add(id);
	const isTwice = catalogue.documents.some((each) => each.number === number && each.id !== id);
	if (isTwice) faults.doubt('document.number', 'targets.doubt-same-number');
	const original = documentOf(catalogue, form.id);
	const shortVi = form.shortName.trim();
	const keepsShort = original?.shortName?.vi === shortVi;
	return withoutBlanks<TargetDocument>({
		id,
		number,
		shortName: keepsShort ? original.shortName : wordsOf(shortVi, ''),
		name: wordsOf(name, form.nameEn) ?? { vi: '', en: '' },
		date: readDay(form.date, faults),
		rank: form.rank
	});
}

function readDay(text: string, faults: FaultList): string {
	const typed = text.trim();
	if (/^(19|20)\d\d$/.test(typed)) return typed;
	const [, day = '', month = '', year = ''] =
		/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed) ?? [];
	const iso = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed;
	const isDay = /^\d{4}-\d\d-\d\d$/.test(iso) && isOfCalendar(iso);
	if (!isDay) faults.add('document.date', 'targets.fault-date');
	return iso;
}

function readIndicator(form: IndicatorForm, catalogue: Catalogue, faults: FaultList): Indicator {
	const original = indicatorOf(catalogue, form.id);
	const name = faults.need('indicator.name', form.name, 'targets.fault-name');
	const counted = faults.need('indicator.counted', form.counted, 'targets.fault-counted');
	const known = measuresOf(catalogue);
	const isKnown = (id: string): boolean => known.has(id) || id.startsWith('b8/');
	if (form.numerator.length === 0) faults.add('indicator.numerator', 'targets.fault-numerator');
	for (const side of ['numerator', 'denominator'] as const) {
		const stray = form[side].find((id) => !isKnown(id));
		if (stray) faults.add(`indicator.${side}`, 'targets.fault-measure', { measure: stray });
	}
	const shared =
		form.denominator.length === 1 && form.numerator.includes(form.denominator[0] ?? '');
	if (shared) faults.doubt('indicator.denominator', 'targets.doubt-same-measure');
	for (const [index, { value }] of form.parameters.entries())
		faults.need(`indicator.parameters.${index}.value`, value, 'targets.fault-value');
	const words = wordsOf(name, form.nameEn) ?? { vi: '', en: '' };
	const short = wordsOf(form.shortName, form.shortNameEn) ?? words;
	return withoutBlanks<Indicator>({
		...original,
		id: form.id || freshId(name, takenIds(catalogue)),
		name: words,
		shortName: short,
		counted: wordsOf(counted, form.countedEn) ?? { vi: '', en: '' },
		numerator: [...form.numerator],
		denominator: [...form.denominator],
		mayExceed: form.mayExceed || original?.mayExceed ? form.mayExceed : undefined,
		definition: wordsOf(form.definition, form.definitionEn) ?? words,
		parameters: original?.parameters?.map((parameter) => ({
			...parameter,
			value: form.parameters.find(({ id }) => id === parameter.id)?.value.trim() ?? parameter.value
		}))
	});
}

function takenIds({ documents, indicators, targets, undertakings }: Catalogue): Set<string> {
	return new Set([...documents, ...indicators, ...targets, ...undertakings].map(({ id }) => id));
}
