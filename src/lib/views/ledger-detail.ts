import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { ProgressFact } from '#lib/base/progress.ts';
import type { TargetDocument } from '#lib/catalogue/catalogue.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import type { LedgerLine, LedgerOccurrence } from './ledger-line.ts';
import { standingLook, type StandingLook } from './ledger-look.ts';
import { printCount } from './print-value.ts';
import { sectionLine, sectionWords } from './section-words.ts';
import { dayWords } from './sentence-date.ts';
import { periodName } from './sentence-period.ts';

/** A named part of what a document says: `Cơ quan phối hợp`, its words, and whether they are quoted. */
export interface DetailPart {
	label: string;
	text: string;
	isQuoted: boolean;
}

/** One report of progress: what it says, and the row of the file that said it. */
export interface ProgressLine {
	key: string;
	text: string;
	source: string;
}

/** One of the days, newest first, with what is known of it. */
export interface DayLine {
	key: string;
	/** `Quý III/2026 · hạn 10/10/2026`, or empty where there is no day. */
	head: string;
	look: StandingLook;
	/** `12/21 đã gửi …`; empty where one unit answers. */
	tally: string;
	/** Names of units that have not sent it, the first of them. */
	unsent: string;
	doubt: string;
	reports: ProgressLine[];
}

/** What opens under a row. */
export interface LedgerDetail {
	/** The sentence of the document; absent for a report. */
	quote?: string;
	parts: DetailPart[];
	note: string;
	days: DayLine[];
	/** True where no report of progress is in force. */
	isSilent: boolean;
}

/** What the details are taken from. */
export interface DetailGround {
	documents: readonly TargetDocument[];
	tree: UnitTree;
	/** The file of a submission; `undefined` where it is not in force. */
	fileOf: (sequence: number) => string | undefined;
	language: Language;
}

/** So many units are named before the rest is counted. */
const NAMED = 12;

/** Everything that is known of a line. */
export function ledgerDetail(line: LedgerLine, ground: DetailGround): LedgerDetail {
	const { language } = ground;
	const { undertaking, occurrences } = line;
	const days = occurrences.toReversed().map((occurrence, at) => dayLine(occurrence, at, ground));
	return {
		...(undertaking && { quote: undertaking.quote }),
		parts: undertaking ? partsOf(line, ground) : [],
		note: undertaking?.note?.[language] ?? '',
		days,
		isSilent: line.kind !== 'report' && occurrences.every(({ facts }) => facts.length === 0)
	};
}

function partsOf({ undertaking }: LedgerLine, { documents, language }: DetailGround): DetailPart[] {
	if (!undertaking) return [];
	const { section, lead, responsible, coordinating, approver, dueText, inferred } = undertaking;
	const document = documents.find(({ id }) => id === undertaking.document);
	const source = say(language, 'ledger.source', {
		document: document?.number ?? undertaking.document,
		section: sectionLine(sectionWords(section, language), language)
	});
	const part = (key: PartKey, text: string | undefined, isQuoted = true): DetailPart[] =>
		text ? [{ label: say(language, `ledger.part-${key}`), text, isQuoted }] : [];
	return [
		...part('lead', lead ?? responsible),
		...part('coordinating', coordinating),
		...part('approver', approver),
		...part('due', dueText),
		...part('inferred', inferred ? say(language, 'ledger.inferred') : '', false),
		...part('source', source, false)
	];
}

type PartKey = 'lead' | 'coordinating' | 'approver' | 'due' | 'inferred' | 'source';

function dayLine(occurrence: LedgerOccurrence, at: number, ground: DetailGround): DayLine {
	const { language } = ground;
	const { last, period, tally, facts, contradiction } = occurrence;
	const day = last ? say(language, 'ledger.day', { day: dayWords(last, language) }) : '';
	const reports = tally ? [] : facts.toReversed();
	return {
		key: `${last ?? ''} ${at}`,
		head: [period ? periodName(period, language) : '', day].filter(Boolean).join(' · '),
		look: standingLook(occurrence, language),
		tally: tally
			? say(language, 'ledger.tally', {
					sent: tally.owed - tally.unsent.length,
					owed: tally.owed,
					onTime: tally.onTime
				})
			: '',
		unsent: unsentWords(occurrence, language),
		doubt: contradiction ? say(language, `ledger.doubt-${contradiction}`) : '',
		reports: reports.map((fact) => progressLine(fact, ground))
	};
}

function unsentWords({ tally, state }: LedgerOccurrence, language: Language): string {
	const isTold = state === 'overdue' || state === 'in-progress';
	if (!tally || tally.unsent.length === 0 || !isTold) return '';
	const names = tally.unsent.slice(0, NAMED).map(({ name }) => name);
	const rest = tally.unsent.length - names.length;
	const listed = names.join(', ');
	return rest > 0
		? say(language, 'ledger.unsent-more', { names: listed, rest })
		: say(language, 'ledger.unsent', { names: listed });
}

/** `Quý II/2023: Hoàn thành, ngày 28/06/2023, 2/2` and `Thành phố · B8-2023.csv, dòng 5`. */
function progressLine(fact: ProgressFact, ground: DetailGround): ProgressLine {
	const { language, tree, fileOf } = ground;
	const { unit, period, state, day, plan, done, sequence, row } = fact;
	const said = [
		...(state ? [say(language, `ledger.said-${state}`)] : []),
		...(day ? [say(language, 'ledger.said-day', { day: dayWords(day, language) })] : []),
		...(done !== undefined ? [countWords(done, plan, language)] : [])
	];
	const file = fileOf(sequence);
	return {
		key: `${unit} ${period} ${sequence}`,
		text: `${periodName(period, language)}: ${said.join(', ')}`,
		source: [
			tree.find(unit)?.name ?? unit,
			...(file === undefined ? [] : [say(language, 'ledger.row', { file, row: String(row) })])
		].join(' · ')
	};
}

function countWords(done: bigint, plan: bigint | undefined, language: Language): string {
	const count = printCount(done, language);
	if (plan === undefined) return say(language, 'ledger.said-done', { count });
	return say(language, 'ledger.said-done-of', { count, plan: printCount(plan, language) });
}
