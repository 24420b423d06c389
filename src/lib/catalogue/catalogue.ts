import type { Words } from '#lib/base/language.ts';
import type { IsoDate } from '#lib/base/period.ts';

/** How a measure's quarters make a year: MODEL "Measures". */
export type OverTime = 'end' | 'ytd' | 'sum' | 'year';

/** A counted thing: a whole number ≥ 0 for one unit and one period. */
export interface Measure {
	/** Sheet and column, e.g. `b1.xs`. */
	id: string;
	name: Words;
	/** The column's header in the sheet. Headers may repeat within a sheet, see `partOf`. */
	header: string;
	/** Further headers under which analysts send the column. */
	synonyms: string[];
	overTime: OverTime;
	/** The measure whose column stands before this one where the header alone does not tell ("Trong đó: …", "nữ"). */
	partOf?: string;
	/** True where a figure of 1 to 4 may point at a person (MODEL "Privacy"). */
	smallCell?: boolean;
	/** True where no target stands on it (TEMPLATES §B) and it is no level of rating: a sheet may do without its column. */
	context?: boolean;
}

/**
 * What a rule does about cells without a figure, after DHIS2's "skip if any / skip if all values are missing". A side
 * that has no figure at all always skips the rule.
 * - `skip`: one blank cell or one "x" skips the rule;
 * - `x-is-zero`: "x" counts as zero, a blank cell skips the rule;
 * - `blank-is-zero`: both count as zero; since a blank cell may hide the difference, breaking the rule is then a warning.
 */
export type MissingPolicy = 'skip' | 'x-is-zero' | 'blank-is-zero';

/** What every rule that figures are checked by says. */
interface Rule {
	/** Sheet and letter of the documents' list of checks, `b1.a`; a word where the rule is ours. */
	id: string;
	comparator: '=' | '<=';
	severity: 'error' | 'warning';
	missing: MissingPolicy;
	/** The rule in words, without a full stop: what must hold. */
	message: Words;
}

/** A rule within one sheet: Σ left ⋛ Σ right, where `-b2.tu_tran` is subtracted. */
export interface Check extends Rule {
	left: string[];
	right: string[];
	/** Each row by itself; or, for `sheet`, the sums over all units of the sheet. */
	over?: 'sheet';
	/** How far the sides may lie apart all the same: by this part of the larger one, or by so many units. */
	tolerance?: { percent: number; units: number };
	/** An equation that tells, where the rule is broken and it holds, what probably happened. */
	hint?: { left: string[]; right: string[]; message: Words };
}

/** One side's figure in a rule across sheets: of the same unit and period, or of the end of the year before. */
export type CrossTerm = string | { measure: string; at: 'previous-year-end' };

/** A rule across sheets or years, for one unit: Σ left ⋛ Σ right. */
export interface CrossCheck extends Rule {
	left: CrossTerm[];
	right: CrossTerm[];
}

/** A text column of a sheet that splits its rows (level, term) or is only read past (`ngay_tuoi`). */
export interface Attribute {
	id: string;
	header: string;
	synonyms: string[];
	/** True where rows of one unit that differ in it are separate rows, added up. */
	splitsRows: boolean;
}

/** A percentage column of a sheet: never data, compared with Σ numerator ÷ Σ denominator (0,1 points). */
export interface PercentColumn {
	header: string;
	synonyms: string[];
	numerator: string[];
	denominator: string[];
}

/** The shape of one input sheet, B1 to B7, or of the long one, B8 (no columns of its own: see `layout`). */
export interface Template {
	/** `B1` … `B8`. */
	id: string;
	title: Words;
	/** `progress` for B8: a row for each code, unit and period (TEMPLATES §A); its measures are named by `progressMeasure`. */
	layout?: 'progress';
	measures: Measure[];
	attributes: Attribute[];
	percentages: PercentColumn[];
	checks: Check[];
}

/** What is monitored: Σ numerator ÷ Σ denominator, or a plain count where `denominator` is empty. */
export interface Indicator {
	id: string;
	name: Words;
	/** A few words for gauges and table heads. */
	shortName: Words;
	/** What the numerator counts: organisations, members … in the words that follow "thiếu 11 …". */
	counted: Words;
	numerator: string[];
	denominator: string[];
	/** Only units of these levels (`cap`) or kinds (`loai`) are counted. */
	select?: { level?: string[]; kind?: string[] };
	/** True where the numerator may pass the denominator (admissions against the quota). */
	mayExceed?: boolean;
	/** 1 to 4 for the headline indicators, in the order of their gauges. */
	headline?: number;
	/** The measure of the definition, in words, with the choice made where the documents leave it open. */
	definition: Words;
	/** Other denominators that the documents leave open, one of which an editor may put in place of `denominator`. */
	denominatorChoices?: { name: Words; denominator: string[] }[];
	/** What the documents leave to be set and the sheets follow: the age of "young", its reference date. */
	parameters?: { id: string; name: Words; value: string }[];
}

/**
 * A document that sets targets. `rank` says whose it is and so names the layer of its targets: central documents apply to
 * every unit, a city's to the unit that adopts it and below, `own` are the goals that an organisation sets itself.
 */
export interface TargetDocument {
	id: string;
	/** `21-NQ/TW`. */
	number: string;
	/** A few words for table heads and lists of targets: `NQ 21`. */
	shortName?: Words;
	name: Words;
	/** `2022-06-16`, or the year alone where the document leaves its day open. */
	date: string;
	rank: 'central' | 'city' | 'own';
}

/** `>` is strict ("trên 90%"); `between` holds both ends. */
export type Comparator = '>=' | '>' | '=' | '<=' | '<' | 'between';

/** Where a document says what is asked, and what it leaves open. */
interface Citation {
	document: string;
	section: string;
	quote: string;
	/** True where the text only implies the value or the date. */
	inferred: boolean;
	note?: Words;
	/** The bodies that answer for it, in the words of the document (Vietnamese). */
	responsible?: string;
}

/** When a target is judged, for its words: "hằng năm", "tại thời điểm" … */
export type TargetPeriod = 'year' | 'point' | 'cumulative' | 'term' | 'quarter' | 'once';

/** Comparator and value(s), where and when they apply, and who set them: a target with a figure. */
export interface Target extends Citation {
	/** The id in domain/targets.csv. */
	id: string;
	/** What the document calls it, where that is not the indicator's name. */
	name?: Words;
	indicator: string;
	/** Further indicators that the same sentence of the document speaks of. */
	also?: string[];
	/** `rank`: lower is better; `trend`: no number, only a direction, never passed or failed (MODEL "Targets"). */
	kind: 'ratio' | 'band' | 'count' | 'presence' | 'rank' | 'trend' | 'external';
	/** For a trend: where it should go; absent where the document only asks that it be followed. */
	direction?: 'up' | 'down';
	/** Absent where the threshold is set elsewhere and not yet entered (`external`), and for a trend. */
	threshold?: {
		comparator: Comparator;
		/** Exact decimal: per cent for a ratio, a plain number for a count or a rank. */
		value: string;
		/** The upper end, for `between`. */
		max?: string;
		/** Other values from these years on, oldest first: a yearly path. `value` holds before the first. */
		path?: { from: number; value: string; max?: string }[];
	};
	/** First and last year that the target holds; open where absent. */
	from?: number;
	to?: number;
	/** By when it is to be reached, where the document names a day or an event with one. */
	due?: IsoDate;
	/** The unit that it applies to, with all below it; absent where the document's adoption says it. */
	unit?: string;
	period?: TargetPeriod;
}

/** When something is to be done. Days are the last on which it is in time ("trước ngày 15/12" is 14 December). */
export type Due =
	| { kind: 'once'; last: IsoDate }
	/** Every so many months from the first day on, as long as it holds. */
	| { kind: 'recurring'; first: IsoDate; months: 3 | 6 | 12; until?: IsoDate }
	/** All the time, without a day; to the end of a span where the document names one. */
	| { kind: 'continuous'; until?: IsoDate }
	/** When something else happens, in the words of `dueText`; then by the day, where the document names one. */
	| { kind: 'conditional'; last?: IsoDate }
	/** The document names no day. */
	| { kind: 'open' };

/** What is to be done rather than measured: a milestone, a duty to report or to act, or a task (nhiệm vụ). */
export interface Undertaking extends Citation {
	/** The id in domain/targets.csv; for a task the document's number and section, `256-KH/TU#V.1.1`. */
	id: string;
	kind: 'milestone' | 'duty' | 'task';
	/** For a task the sentence of the document in both languages' place: it is quoted, not translated. */
	name: Words;
	due: Due;
	/** The document's own words for when: "hoàn thành trong năm 2023". */
	dueText?: string;
	/** Who leads, who takes part, who approves, in the words of the document (Vietnamese). */
	lead?: string;
	coordinating?: string;
	approver?: string;
	/** What its "done" and "plan" count, where progress is a number: "ĐBCS đã đưa vào CSDL". */
	counted?: Words;
	/** For reports that each unit sends by itself ("đơn vị nộp đúng hạn ÷ đơn vị phải nộp"): who owes one. */
	owedBy?: 'each-unit';
}

/** Everything that is monitored, as data/catalogue says it. */
export interface Catalogue {
	templates: Template[];
	/** The rules across sheets and years. */
	checks: CrossCheck[];
	indicators: Indicator[];
	/** Counted like indicators, but no target stands on them and no list shows them: what advice is worked out from. */
	advisories?: Indicator[];
	documents: TargetDocument[];
	targets: Target[];
	/** Milestones, duties and tasks. */
	undertakings: Undertaking[];
}
