import { compareFractions, parseDecimal } from '#lib/base/fraction.ts';
import type { IsoDate } from '#lib/base/period.ts';
import type { Due, Indicator, Target, Undertaking } from '#lib/catalogue/catalogue.ts';
import { wordsOf, withoutBlanks } from './catalogue-words.ts';
import type { Aim, ItemForm } from './catalogue-form.ts';
import type { FaultList } from './form-fault.ts';
import { readDecimal } from './read-decimal.ts';

/** Where an item stands: its place in the form, the document it belongs to, and the part that it changes. */
export interface ItemPlace<Part> {
	/** The way to its fields: `items.0`. */
	path: string;
	id: string;
	document: string;
	original?: Part;
	faults: FaultList;
}

type Threshold = NonNullable<Target['threshold']>;

const FULL_PER_CENT = parseDecimal('100');

/** The target that an item says; of use only where no fault was noted. */
export function readTargetItem(
	item: ItemForm,
	{ indicator, ...place }: ItemPlace<Target> & { indicator?: Indicator }
): Target {
	const { path, faults, original } = place;
	if (!indicator) faults.add(`${path}.indicator`, 'targets.fault-indicator');
	checkAim(item, { indicator, path, faults });
	const threshold = readThreshold(item, { indicator, path, faults });
	const years = readYears(item, { path, faults });
	const { aim, due, unit, period, name, nameEn } = item;
	return withoutBlanks<Target>({
		...(original?.also && { also: original.also }),
		id: place.id,
		name: wordsOf(name, nameEn),
		indicator: indicator?.id ?? '',
		kind: kindOf(aim, { indicator, original }),
		direction: aim === 'up' || aim === 'down' ? aim : undefined,
		threshold,
		...years,
		due: due || undefined,
		unit: unit || undefined,
		period: period || undefined,
		...readCitation(item, place)
	});
}

/** The milestone or duty that an item says; of use only where no fault was noted. */
export function readUndertakingItem(item: ItemForm, place: ItemPlace<Undertaking>): Undertaking {
	const { path, faults, original, id } = place;
	const { counted, owedBy, coordinating, approver } = original ?? {};
	const name = faults.need(`${path}.name`, item.name, 'targets.fault-name');
	return withoutBlanks<Undertaking>({
		...{ counted, owedBy, coordinating, approver },
		id,
		kind: item.sort === 'duty' ? 'duty' : 'milestone',
		name: wordsOf(name, item.nameEn) ?? { vi: '', en: '' },
		due: readDue(item, place),
		dueText: item.dueText.trim() || undefined,
		lead: item.lead.trim() || undefined,
		...readCitation(item, place)
	});
}

function readCitation(
	item: ItemForm,
	{ path, document, faults }: Pick<ItemPlace<unknown>, 'path' | 'document' | 'faults'>
): Pick<Target, 'document' | 'section' | 'quote' | 'inferred' | 'note' | 'responsible'> {
	return {
		document,
		section: faults.need(`${path}.section`, item.section, 'targets.fault-section'),
		quote: faults.need(`${path}.quote`, item.quote, 'targets.fault-quote'),
		inferred: item.isInferred,
		note: wordsOf(item.note, item.noteEn),
		responsible: item.responsible.trim() || undefined
	};
}

function readDue(
	{ dueKind, dueDay, dueMonths }: ItemForm,
	{ path, faults, original }: ItemPlace<Undertaking>
): Due {
	const day: IsoDate = dueDay;
	const needsDay = dueKind === 'once' || dueKind === 'recurring';
	if (needsDay && day === '') faults.add(`${path}.dueDay`, 'targets.fault-day');
	const until = original?.due.kind === 'recurring' ? original.due.until : undefined;
	switch (dueKind) {
		case 'once':
			return { kind: 'once', last: day };
		case 'recurring': {
			const months = dueMonths === '3' ? 3 : dueMonths === '6' ? 6 : 12;
			return { kind: 'recurring', first: day, months, ...(until && { until }) };
		}
		case 'continuous':
		case 'conditional':
		case 'open':
			return original?.due.kind === dueKind ? original.due : { kind: dueKind };
	}
}

interface FieldGround {
	indicator?: Indicator;
	path: string;
	faults: FaultList;
}

function checkAim({ aim }: ItemForm, { indicator, path, faults }: FieldGround): void {
	if (!indicator) return;
	const isRatio = indicator.denominator.length > 0;
	if (aim === 'rank' && isRatio) faults.add(`${path}.aim`, 'targets.fault-rank-ratio');
	if (!isRatio && (aim === 'between' || aim === 'external'))
		faults.add(`${path}.aim`, 'targets.fault-needs-ratio');
}

function readThreshold(item: ItemForm, ground: FieldGround): Threshold | undefined {
	const { aim } = item;
	if (aim === 'up' || aim === 'down' || aim === 'follow' || aim === 'external') return undefined;
	const { path, faults } = ground;
	const ends = readEnds(item, { aim, ...ground });
	let before = /^\d{4}$/.test(item.from.trim()) ? Number(item.from) : 0;
	const steps = item.path.map((step, place) => {
		const at = `${path}.path.${place}`;
		const from = readYear(step.from, { field: `${at}.from`, faults });
		if (from !== undefined && from <= before) faults.add(`${at}.from`, 'targets.fault-step-order');
		before = from ?? before;
		return { from: from ?? 0, ...readEnds(step, { aim, ...ground, path: at }) };
	});
	return {
		comparator: aim === 'rank' ? '<=' : aim,
		...ends,
		...(steps.length > 0 && { path: steps })
	};
}

function readEnds(
	{ value, max }: { value: string; max: string },
	ground: FieldGround & { aim: Aim }
): { value: string; max?: string } {
	const low = readEnd(value, 'value', ground);
	if (ground.aim !== 'between') return { value: low ?? '0' };
	const high = readEnd(max, 'max', ground);
	const isUpsideDown = low && high && compareFractions(parseDecimal(low), parseDecimal(high)) > 0;
	if (isUpsideDown) ground.faults.add(`${ground.path}.max`, 'targets.fault-band');
	return { value: low ?? '0', max: high ?? '0' };
}

function readEnd(
	text: string,
	name: 'value' | 'max',
	{ indicator, path, faults }: FieldGround
): string | undefined {
	const field = `${path}.${name}`;
	const reading = readDecimal(text);
	if ('fault' in reading) {
		faults.add(field, text.trim() === '' ? 'targets.fault-value' : reading.fault);
		return undefined;
	}
	const { decimal } = reading;
	const isRatio = indicator !== undefined && indicator.denominator.length > 0;
	const isOver = compareFractions(parseDecimal(decimal), FULL_PER_CENT) > 0;
	if (isRatio && isOver && !indicator.mayExceed) faults.doubt(field, 'targets.doubt-over-full');
	if (indicator && !isRatio && decimal.includes('.')) faults.add(field, 'targets.fault-whole');
	return decimal;
}

function readYears(item: ItemForm, { path, faults }: FieldGround): Pick<Target, 'from' | 'to'> {
	const years: Pick<Target, 'from' | 'to'> = {};
	for (const name of ['from', 'to'] as const) {
		if (item[name].trim() === '') continue;
		const year = readYear(item[name], { field: `${path}.${name}`, faults });
		if (year !== undefined) years[name] = year;
	}
	const { from, to } = years;
	if (from && to && from > to) faults.add(`${path}.to`, 'targets.fault-years');
	const last = item.path.at(-1)?.from ?? '';
	if (to && /^\d{4}$/.test(last) && Number(last) > to)
		faults.doubt(`${path}.path.${item.path.length - 1}.from`, 'targets.doubt-step-late');
	return years;
}

function readYear(
	text: string,
	{ field, faults }: { field: string; faults: FaultList }
): number | undefined {
	const year = /^\d{4}$/.test(text.trim()) ? Number(text) : 0;
	if (year >= 2000 && year <= 2100) return year;
	faults.add(field, 'targets.fault-year');
	return undefined;
}

function kindOf(
	aim: Aim,
	{ indicator, original }: { indicator?: Indicator; original?: Target }
): Target['kind'] {
	switch (aim) {
		case 'up':
		case 'down':
		case 'follow':
			return 'trend';
		case 'rank':
		case 'external':
			return aim;
		case '>=':
		case '>':
		case '=':
		case '<=':
		case '<':
		case 'between':
			if (original?.kind === 'external') return 'external';
			if (aim === 'between') return 'band';
			if (indicator?.denominator.length === 0) return 'count';
			return original?.kind === 'presence' || original?.kind === 'count' ? original.kind : 'ratio';
	}
}
