import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Period } from '#lib/base/period.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { templateName } from './draft-preview.ts';
import { isOwnCell, type ReportedSubmission, type ReportingMatrix } from './reporting.ts';
import type { ReportingDuty } from './reporting-columns.ts';
import { reportingLook, type ReportingLook } from './reporting-look.ts';
import { dayWords } from './sentence-date.ts';
import { periodName } from './sentence-period.ts';
import { timeWords } from './submission-list.ts';

/** One report of a cell, with what is known of it. */
export interface ReportDetail {
	template: string;
	/** The whole name of the sheet. */
	name: string;
	period: Period;
	periodName: string;
	look: ReportingLook;
	isProvisional: boolean;
	/** Sentences: when it was due, when it arrived and from which file, or how long it is overdue. */
	lines: string[];
	/** False where a blank sheet is what the unit needs. */
	hasArrived: boolean;
}

/** What a cell stands for. */
export interface CellDetail {
	unit: string;
	unitName: string;
	period: string;
	/** The unit's own reports; empty where the cell sums up units below it. */
	reports: ReportDetail[];
}

/** What is known of the reports of one cell. */
export function cellDetail(
	matrix: ReportingMatrix,
	{ row: place, column }: { row: number; column: number },
	{ catalogue, language }: { catalogue: Catalogue; language: Language }
): CellDetail | undefined {
	const row = matrix.rows[place];
	const at = matrix.columns[column];
	if (!row || !at) return undefined;
	const duties = isOwnCell(row, column) ? at.duties : [];
	return {
		unit: row.code,
		unitName: row.name,
		period: periodName(at.period, language),
		reports: duties.map((duty) => reportDetail(duty))
	};

	function reportDetail(duty: ReportingDuty): ReportDetail {
		const { template, period, due } = duty;
		const { state, lateDays, isProvisional, first, newest } = matrix.standingOf(
			row?.code ?? '',
			duty
		);
		const day = dayWords(due, language);
		const dueWords = say(language, 'reporting.detail-due', { day });
		const lines = [
			state === 'missing' ? `${dueWords}, ${overdueWords(lateDays, language)}` : dueWords
		];
		if (first) lines.push(arrival('reporting.detail-first', first));
		if (newest && newest !== first) lines.push(arrival('reporting.detail-newest', newest));
		return {
			...{ template, period, isProvisional, lines },
			name: templateName(template, { catalogue, language }),
			periodName: periodName(period, language),
			look: reportingLook(state, { language, days: lateDays }),
			hasArrived: first !== undefined
		};
	}

	function arrival(
		key: 'reporting.detail-first' | 'reporting.detail-newest',
		{ at: time, received, file }: ReportedSubmission
	): string {
		if (received !== undefined) {
			const day = dayWords(received, language);
			return say(language, 'reporting.detail-received', { day, file });
		}
		return say(language, key, { time: timeWords(time, language), file });
	}
}

function overdueWords(days: number, language: Language): string {
	return days === 1
		? say(language, 'reporting.detail-overdue-day')
		: say(language, 'reporting.detail-overdue', { days });
}
