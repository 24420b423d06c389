import * as v from 'valibot';
import type { Words } from '#lib/base/language.ts';
import type {
	Attribute,
	Check,
	CrossCheck,
	CrossTerm,
	Indicator,
	Measure,
	PercentColumn,
	Target,
	TargetDocument,
	Template,
	Due,
	Undertaking
} from './catalogue.ts';
import type { CheckLimits, RatingCeilingSettings, Settings } from './settings.ts';
import type { TaskLine, TaskList } from './task-list.ts';

/** One schema for each field of T, no field left out: what keeps the schemas and the interfaces in step. */
type Fields<T> = { [Field in keyof T]-?: v.GenericSchema<unknown, T[Field]> };

const text = v.pipe(v.string(), v.regex(/^\S(?:.*\S)?$/su, 'catalogue.blank-text'));
const texts = v.array(text);
const someTexts = v.pipe(texts, v.minLength(1));
const words = v.strictObject({ vi: text, en: text } satisfies Fields<Words>);
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'catalogue.not-id'));
const column = v.pipe(
	v.string(),
	v.regex(/^(?:b[1-7]\.[a-z0-9_]+|b8\/[^\s/]+\/(?:kh|th))$/, 'catalogue.not-column')
);
const term = v.pipe(v.string(), v.regex(/^-?b[1-7]\.[a-z0-9_]+$/, 'catalogue.not-column'));
const decimal = v.pipe(v.string(), v.regex(/^\d+(?:\.\d+)?$/, 'catalogue.not-decimal'));
const day = v.pipe(v.string(), v.regex(/^\d{4}(?:-\d{2}-\d{2})?$/, 'catalogue.not-day'));
const date = v.pipe(v.string(), v.isoDate('catalogue.not-day'));
const year = v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100));
const percent = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const measure = v.strictObject({
	id: column,
	name: words,
	header: text,
	synonyms: texts,
	overTime: v.picklist(['end', 'ytd', 'sum', 'year']),
	partOf: v.exactOptional(column),
	smallCell: v.exactOptional(v.boolean()),
	context: v.exactOptional(v.boolean())
} satisfies Fields<Measure>);

const attribute = v.strictObject({
	id: column,
	header: text,
	synonyms: texts,
	splitsRows: v.boolean()
} satisfies Fields<Attribute>);

const percentColumn = v.strictObject({
	header: text,
	synonyms: texts,
	numerator: someTexts,
	denominator: someTexts
} satisfies Fields<PercentColumn>);

const terms = v.pipe(v.array(term), v.minLength(1));
const rule = {
	id: v.pipe(v.string(), v.regex(/^b[1-7]\.[a-z0-9]+(?:-[a-z0-9]+)*$/, 'catalogue.not-rule')),
	comparator: v.picklist(['=', '<=']),
	severity: v.picklist(['error', 'warning']),
	missing: v.picklist(['skip', 'x-is-zero', 'blank-is-zero']),
	message: words
} satisfies Partial<Fields<Check>>;

const check = v.strictObject({
	...rule,
	left: terms,
	right: terms,
	over: v.exactOptional(v.picklist(['sheet'])),
	tolerance: v.exactOptional(v.strictObject({ percent, units: count })),
	hint: v.exactOptional(v.strictObject({ left: terms, right: terms, message: words }))
} satisfies Fields<Check>);

const crossTerm: v.GenericSchema<unknown, CrossTerm> = v.union([
	term,
	v.strictObject({ measure: column, at: v.picklist(['previous-year-end']) })
]);
const crossTerms = v.pipe(v.array(crossTerm), v.minLength(1));
const crossCheck = v.strictObject({
	...rule,
	left: crossTerms,
	right: crossTerms
} satisfies Fields<CrossCheck>);

const indicator = v.strictObject({
	id,
	name: words,
	shortName: words,
	counted: words,
	numerator: someTexts,
	denominator: texts,
	select: v.exactOptional(
		v.strictObject({ level: v.exactOptional(someTexts), kind: v.exactOptional(someTexts) })
	),
	mayExceed: v.exactOptional(v.boolean()),
	headline: v.exactOptional(v.picklist([1, 2, 3, 4])),
	definition: words,
	denominatorChoices: v.exactOptional(
		v.array(v.strictObject({ name: words, denominator: someTexts }))
	),
	parameters: v.exactOptional(v.array(v.strictObject({ id, name: words, value: text })))
} satisfies Fields<Indicator>);

const targetDocument = v.strictObject({
	id,
	number: text,
	shortName: v.exactOptional(words),
	name: words,
	date: day,
	rank: v.picklist(['central', 'city', 'own'])
} satisfies Fields<TargetDocument>);

const threshold = v.strictObject({
	comparator: v.picklist(['>=', '>', '=', '<=', '<', 'between']),
	value: decimal,
	max: v.exactOptional(decimal),
	path: v.exactOptional(
		v.array(v.strictObject({ from: year, value: decimal, max: v.exactOptional(decimal) }))
	)
} satisfies Fields<NonNullable<Target['threshold']>>);

const citation = {
	document: id,
	section: text,
	quote: text,
	inferred: v.boolean(),
	note: v.exactOptional(words),
	responsible: v.exactOptional(text)
} satisfies Partial<Fields<Target>>;

const target = v.strictObject({
	...citation,
	id,
	name: v.exactOptional(words),
	indicator: id,
	also: v.exactOptional(v.array(id)),
	kind: v.picklist(['ratio', 'band', 'count', 'presence', 'rank', 'trend', 'external']),
	direction: v.exactOptional(v.picklist(['up', 'down'])),
	threshold: v.exactOptional(threshold),
	from: v.exactOptional(year),
	to: v.exactOptional(year),
	due: v.exactOptional(date),
	unit: v.exactOptional(text),
	period: v.exactOptional(v.picklist(['year', 'point', 'cumulative', 'term', 'quarter', 'once']))
} satisfies Fields<Target>);

const due: v.GenericSchema<unknown, Due> = v.variant('kind', [
	v.strictObject({ kind: v.literal('once'), last: date }),
	v.strictObject({
		kind: v.literal('recurring'),
		first: date,
		months: v.picklist([3, 6, 12]),
		until: v.exactOptional(date)
	}),
	v.strictObject({ kind: v.literal('continuous'), until: v.exactOptional(date) }),
	v.strictObject({ kind: v.literal('conditional'), last: v.exactOptional(date) }),
	v.strictObject({ kind: v.literal('open') })
]);

const undertaking = v.strictObject({
	...citation,
	id: v.pipe(v.string(), v.regex(/^[^\s/](?:\S| (?=\S))*$/u, 'catalogue.not-code')),
	kind: v.picklist(['milestone', 'duty', 'task']),
	name: words,
	due,
	dueText: v.exactOptional(text),
	lead: v.exactOptional(text),
	coordinating: v.exactOptional(text),
	approver: v.exactOptional(text),
	counted: v.exactOptional(words),
	owedBy: v.exactOptional(v.picklist(['each-unit']))
} satisfies Fields<Undertaking>);

/** The shape of one file of data/catalogue/templates. */
export const templateSchema: v.GenericSchema<unknown, Template> = v.strictObject({
	id: v.pipe(v.string(), v.regex(/^B[1-8]$/)),
	title: words,
	layout: v.exactOptional(v.picklist(['progress'])),
	measures: v.pipe(v.array(measure), v.minLength(1)),
	attributes: v.array(attribute),
	percentages: v.array(percentColumn),
	checks: v.array(check)
} satisfies Fields<Template>);

/** The shape of data/catalogue/checks.json. */
export const checksSchema: v.GenericSchema<unknown, CrossCheck[]> = v.array(crossCheck);

/** The shape of data/catalogue/indicators.json. */
export const indicatorsSchema: v.GenericSchema<unknown, Indicator[]> = v.array(indicator);

/** The shape of data/catalogue/documents.json. */
export const documentsSchema: v.GenericSchema<unknown, TargetDocument[]> = v.array(targetDocument);

/** The shape of one file of data/catalogue/targets. */
export const targetsSchema: v.GenericSchema<unknown, Target[]> = v.array(target);

const checkLimits = v.strictObject({
	jumpPercent: count,
	jumpLeastDifference: count,
	jumpLeastPoints: count,
	jumpScore: decimal,
	jumpLeastPercent: count,
	denominatorPercent: count,
	copiedPercent: percent,
	copiedLeastFigures: count,
	copiedLeastMoving: count,
	fullLeastRatios: count,
	fullLeastDenominator: count
} satisfies Fields<CheckLimits>);

/** The shape of one file of data/catalogue/undertakings. */
export const undertakingsSchema: v.GenericSchema<unknown, Undertaking[]> = v.array(undertaking);

const task = v.strictObject({
	section: text,
	text,
	lead: v.exactOptional(text),
	coordinating: v.exactOptional(text),
	approver: v.exactOptional(text),
	due,
	dueText: v.exactOptional(text),
	note: v.exactOptional(words)
} satisfies Fields<TaskLine>);

/** The shape of one file of data/catalogue/undertakings whose name begins with `tasks-`. */
export const taskListSchema: v.GenericSchema<unknown, TaskList> = v.strictObject({
	document: id,
	code: text,
	tasks: v.array(task)
} satisfies Fields<TaskList>);

/** The shape of data/catalogue/settings.json. */
export const settingsSchema: v.GenericSchema<unknown, Settings> = v.strictObject({
	missingTolerancePercent: percent,
	effectiveGapPoints: decimal,
	smallCellBelow: v.pipe(v.number(), v.integer(), v.minValue(3)),
	checks: checkLimits,
	ratingCeiling: v.strictObject({
		percent,
		reading: v.picklist(['good', 'good-or-better', 'rated']),
		isVerified: v.boolean(),
		source: words
	} satisfies Fields<RatingCeilingSettings>)
} satisfies Fields<Settings>);
