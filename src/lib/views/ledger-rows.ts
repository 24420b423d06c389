import { foldMarks } from '#lib/base/fold.ts';
import type { Language, Words } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { IsoDate } from '#lib/base/period.ts';
import type { TargetDocument, Template } from '#lib/catalogue/catalogue.ts';
import { currentOf, type LedgerKind, type LedgerLine } from './ledger-line.ts';
import { standingLook, type StandingLook } from './ledger-look.ts';
import { sectionWords } from './section-words.ts';
import { dayWords } from './sentence-date.ts';
import { periodName } from './sentence-period.ts';

/** A line of the ledger in words. */
export interface LedgerRow {
	line: LedgerLine;
	id: string;
	kind: LedgerKind;
	kindWord: string;
	/** A task is quoted from its document, which is Vietnamese whatever the language of the page. */
	name: string;
	isQuoted: boolean;
	/** The document in a few words, and the section; for a report whose rule it is. */
	document: string;
	section: string;
	/** Who leads, in the words of the document; empty where it names nobody. */
	lead: string;
	look: StandingLook;
	/** When: a day, or the words of the document. */
	due: string;
	dueDay?: IsoDate;
	/** What the days are for, where they recur: `Quý III/2026`. */
	period: string;
	/** How those who each owe it stand: `12/21 đã gửi, 10 đúng hạn`; empty otherwise. */
	tally: string;
	/** What else is to be told: other days overdue, a contradiction. */
	notes: string[];
	/** All that a search looks at, without accents. */
	searched: string;
	/** Bodies that lead, take part or approve, without accents. */
	bodies: string;
}

/** What the words are taken from. */
export interface LedgerWords {
	documents: readonly TargetDocument[];
	templates: readonly Pick<Template, 'id' | 'title'>[];
	language: Language;
}

/** The lines in words, in their order. */
export function ledgerRows(lines: readonly LedgerLine[], words: LedgerWords): LedgerRow[] {
	return lines.map((line) => ledgerRow(line, words));
}

/** One line in words. */
function ledgerRow(line: LedgerLine, words: LedgerWords): LedgerRow {
	const { language } = words;
	const { id, kind, undertaking } = line;
	const current = currentOf(line);
	const names = namesOf(line, words);
	const document = documentWords(line, words);
	const lead = leadOf(line, language);
	const { coordinating = '', approver = '', dueText = '' } = undertaking ?? {};
	const section = sectionWords(undertaking?.section ?? '', language);
	return {
		...{ line, id, kind, section, document, lead },
		kindWord: say(language, `ledger.kind-${kind}`),
		name: names[language],
		isQuoted: kind === 'task',
		look: standingLook(current, language),
		due: current.last ? dayWords(current.last, language) : dueQuoted(dueText, language),
		...(current.last && { dueDay: current.last }),
		period: current.period ? periodName(current.period, language) : '',
		tally: tallyWords(line, language),
		notes: notesOf(line, language),
		searched: foldMarks([names.vi, names.en, document, section, lead, dueText, id].join(' \n ')),
		bodies: foldMarks([lead, coordinating, approver].join(' \n '))
	};
}

/** Who leads, in the words of the document; each unit for a report. */
function leadOf({ undertaking }: LedgerLine, language: Language): string {
	if (!undertaking) return say(language, 'ledger.each-unit');
	return undertaking.lead ?? undertaking.responsible ?? '';
}

function namesOf({ undertaking, template }: LedgerLine, { templates }: LedgerWords): Words {
	if (undertaking) return undertaking.name;
	const title = templates.find(({ id }) => id === template)?.title;
	const named = (text = ''): string => `${template ?? ''} · ${text}`;
	return { vi: named(title?.vi), en: named(title?.en) };
}

function documentWords({ undertaking }: LedgerLine, { documents, language }: LedgerWords): string {
	if (!undertaking) return say(language, 'ledger.document-reports');
	const document = documents.find(({ id }) => id === undertaking.document);
	return document?.shortName?.[language] ?? document?.number ?? undertaking.document;
}

/** When it is due in the words of the document; a remark in brackets says only that it has none. */
function dueQuoted(text: string, language: Language): string {
	if (text === '' || text.startsWith('(')) return '–';
	const words = text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
	return say(language, 'targets.due-quoted', { words });
}

function tallyWords(line: LedgerLine, language: Language): string {
	const { tally } = currentOf(line);
	if (!tally) return '';
	const { owed, unsent, onTime, late } = tally;
	const sent = owed - unsent.length;
	const words = say(language, 'ledger.tally', { sent, owed, onTime });
	return late > 0 ? `${words}, ${say(language, 'ledger.tally-late', { late })}` : words;
}

function notesOf(line: LedgerLine, language: Language): string[] {
	const current = currentOf(line);
	const others = line.occurrences.filter((occurrence) => occurrence !== current);
	const count = (state: string): number => others.filter((other) => other.state === state).length;
	const [overdue, unreported] = [count('overdue'), count('unreported')];
	return [
		...(overdue > 0 ? [say(language, 'ledger.others-overdue', { count: overdue })] : []),
		...(unreported > 0 ? [say(language, 'ledger.others-unreported', { count: unreported })] : []),
		...(current.contradiction ? [say(language, `ledger.doubt-${current.contradiction}`)] : [])
	];
}
