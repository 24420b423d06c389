import type {
	Due,
	Indicator,
	Target,
	TargetDocument,
	TargetPeriod,
	Undertaking
} from '#lib/catalogue/catalogue.ts';

/** What a target asks for, as it is chosen in one list: a comparator, a rank, a direction, or a threshold set elsewhere. */
export const AIMS = [
	'>=',
	'>',
	'=',
	'<=',
	'<',
	'between',
	'rank',
	'up',
	'down',
	'follow',
	'external'
] as const;

/** One of them. */
export type Aim = (typeof AIMS)[number];

/** From one year on, another threshold; all as typed. */
export interface PathStepForm {
	from: string;
	value: string;
	max: string;
}

/** One target, milestone or duty as it is being typed. */
export interface ItemForm {
	/** Tells the items of a form apart. */
	key: number;
	/** The part that is changed; empty for a new one. */
	id: string;
	sort: 'figure' | 'milestone' | 'duty';
	name: string;
	nameEn: string;
	indicator: string;
	aim: Aim;
	value: string;
	max: string;
	path: PathStepForm[];
	from: string;
	to: string;
	/** `YYYY-MM-DD`, as a date field gives it, or empty. */
	due: string;
	unit: string;
	period: TargetPeriod | '';
	dueKind: Due['kind'];
	/** The first day, where the due recurs; the last in time, where it comes once. */
	dueDay: string;
	dueMonths: '3' | '6' | '12';
	dueText: string;
	lead: string;
	section: string;
	quote: string;
	note: string;
	noteEn: string;
	isInferred: boolean;
	responsible: string;
}

/** A document as it is being typed. */
export interface DocumentForm {
	/** The document chosen or changed; empty for a new one. */
	id: string;
	number: string;
	shortName: string;
	name: string;
	nameEn: string;
	date: string;
	rank: TargetDocument['rank'];
}

/** An indicator as it is being typed. */
export interface IndicatorForm {
	id: string;
	name: string;
	nameEn: string;
	shortName: string;
	shortNameEn: string;
	counted: string;
	countedEn: string;
	numerator: string[];
	denominator: string[];
	definition: string;
	definitionEn: string;
	parameters: { id: string; name: string; value: string }[];
	mayExceed: boolean;
}

/** What is on the desk: a document with targets (none where only the document is changed), or an indicator. */
export type CatalogueForm =
	| {
			kind: 'targets';
			/** True where the fields of the document are open, false where it is only chosen. */
			isDocumentOpen: boolean;
			document: DocumentForm;
			items: ItemForm[];
	  }
	| {
			kind: 'indicator';
			indicator: IndicatorForm;
			/** The item that the new indicator is made for. */
			forItem?: number;
	  };

const BLANK_ITEM: Omit<ItemForm, 'key' | 'path'> = {
	id: '',
	sort: 'figure',
	name: '',
	nameEn: '',
	indicator: '',
	aim: '>=',
	value: '',
	max: '',
	from: '',
	to: '',
	due: '',
	unit: '',
	period: '',
	dueKind: 'once',
	dueDay: '',
	dueMonths: '12',
	dueText: '',
	lead: '',
	section: '',
	quote: '',
	note: '',
	noteEn: '',
	isInferred: false,
	responsible: ''
};

/** An item with nothing typed yet. */
export function blankItem(key: number, sort: ItemForm['sort'] = 'figure'): ItemForm {
	return { ...BLANK_ITEM, key, sort, path: [] };
}

/** A document with nothing typed yet. */
export function blankDocument(rank: TargetDocument['rank']): DocumentForm {
	return { id: '', number: '', shortName: '', name: '', nameEn: '', date: '', rank };
}

/** An indicator with nothing typed yet. */
export function blankIndicator(): IndicatorForm {
	return {
		id: '',
		name: '',
		nameEn: '',
		shortName: '',
		shortNameEn: '',
		counted: '',
		countedEn: '',
		numerator: [],
		denominator: [],
		definition: '',
		definitionEn: '',
		parameters: [],
		mayExceed: false
	};
}

/** The document as the form shows it. */
export function documentForm(document: TargetDocument): DocumentForm {
	const { id, number, shortName, name, date, rank } = document;
	const typed = date.length === 4 ? date : date.split('-').reverse().join('/');
	return {
		id,
		number,
		shortName: shortName?.vi ?? '',
		name: name.vi,
		nameEn: name.en === name.vi ? '' : name.en,
		date: typed,
		rank
	};
}

/** The target as the form shows it. */
export function targetForm(target: Target, key: number): ItemForm {
	const { threshold, name } = target;
	return {
		...blankItem(key),
		...citationForm(target),
		id: target.id,
		name: name?.vi ?? '',
		nameEn: name && name.en !== name.vi ? name.en : '',
		indicator: target.indicator,
		aim: aimOf(target),
		value: threshold ? typedDecimal(threshold.value) : '',
		max: typedDecimal(threshold?.max ?? ''),
		path: (threshold?.path ?? []).map((step) => ({
			from: String(step.from),
			value: typedDecimal(step.value),
			max: typedDecimal(step.max ?? '')
		})),
		from: String(target.from ?? ''),
		to: String(target.to ?? ''),
		due: target.due ?? '',
		unit: target.unit ?? '',
		period: target.period ?? ''
	};
}

/** The milestone or duty as the form shows it. */
export function undertakingForm(undertaking: Undertaking, key: number): ItemForm {
	const { due, name } = undertaking;
	return {
		...blankItem(key, undertaking.kind === 'duty' ? 'duty' : 'milestone'),
		...citationForm(undertaking),
		id: undertaking.id,
		name: name.vi,
		nameEn: name.en === name.vi ? '' : name.en,
		dueKind: due.kind,
		dueDay: due.kind === 'once' ? due.last : due.kind === 'recurring' ? due.first : '',
		dueMonths: due.kind === 'recurring' ? (`${due.months}` as const) : '12',
		dueText: undertaking.dueText ?? '',
		lead: undertaking.lead ?? ''
	};
}

/** The indicator as the form shows it. */
export function indicatorForm(indicator: Indicator): IndicatorForm {
	const english = (words: { vi: string; en: string }): string =>
		words.en === words.vi ? '' : words.en;
	const { id, name, shortName, counted, definition, parameters = [] } = indicator;
	return {
		id,
		name: name.vi,
		nameEn: english(name),
		shortName: shortName.vi,
		shortNameEn: english(shortName),
		counted: counted.vi,
		countedEn: english(counted),
		numerator: [...indicator.numerator],
		denominator: [...indicator.denominator],
		definition: definition.vi,
		definitionEn: english(definition),
		parameters: parameters.map((each) => ({ id: each.id, name: each.name.vi, value: each.value })),
		mayExceed: indicator.mayExceed ?? false
	};
}

function citationForm(
	part: Target | Undertaking
): Pick<ItemForm, 'section' | 'quote' | 'note' | 'noteEn' | 'isInferred' | 'responsible'> {
	const { section, quote, note, inferred, responsible = '' } = part;
	const noteEn = note && note.en !== note.vi ? note.en : '';
	return { section, quote, note: note?.vi ?? '', noteEn, isInferred: inferred, responsible };
}

function aimOf({ kind, direction, threshold }: Target): Aim {
	if (kind === 'trend') return direction ?? 'follow';
	if (!threshold) return 'external';
	return kind === 'rank' ? 'rank' : threshold.comparator;
}

function typedDecimal(decimal: string): string {
	return decimal.replace('.', ',');
}
