import { isInForce } from '#lib/assess/assess.ts';
import type { Assessment } from '#lib/assess/assessment.ts';
import type { Standing } from '#lib/assess/standing.ts';
import { groupBy } from '#lib/base/group-by.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { periodInSentence } from '#lib/base/period-name.ts';
import { type Period, yearOf } from '#lib/base/period.ts';
import { documentOf } from '#lib/catalogue/find-in-catalogue.ts';
import type { Catalogue, Target } from '#lib/catalogue/catalogue.ts';
import { sectionLine, sectionWords } from './section-words.ts';
import { shortfallSentence } from './sentence-shortfall.ts';
import { documentLabel, targetWords, targetYears, type TargetWording } from './sentence-target.ts';
import { type StatusLook, statusLook } from './status-look.ts';

/** One target in force beside a value, in words. */
export interface TargetLine {
	/** The target's id in the catalogue. */
	id: string;
	kind: Target['kind'];
	/** The document as it is named where space is short: `NQ 21`. */
	document: string;
	/** The document's number and the section, for a citation: `21-NQ/TW, II.2.2 (đến 2025)`. */
	source: string;
	/** `mục II.2.2 (đến 2025)`. */
	section: string;
	/** `trên 90%`. */
	words: string;
	status: StatusLook;
	/** `thiếu 2 tổ chức cơ sở đảng`; absent where it is met or cannot be judged. */
	shortfall?: string;
	/** True for the target that the status of the whole speaks of: the strictest. */
	isLeading: boolean;
}

/** The assessments beside targets that hold in the period's year, the leading one first, alike ones of one document once. */
export function assessmentsInForce(standing: Standing, period: Period): Assessment[] {
	const inForce = standing.assessments.filter(({ target }) => isInForce(target, yearOf(period)));
	if (inForce.length < 2) return inForce;
	const ordered = [
		...inForce.filter((assessment) => assessment === standing.leading),
		...inForce.filter((assessment) => assessment !== standing.leading)
	];
	const firstAlike = new Map([...ordered].reverse().map((each) => [likenessOf(each), each]));
	return ordered.filter((assessment) => firstAlike.get(likenessOf(assessment)) === assessment);
}

/** The targets in force in words, one line each, the leading one first. */
export function targetLines(
	standing: Standing,
	{ catalogue, period, ...wording }: TargetWording & { catalogue: Catalogue; period: Period }
): TargetLine[] {
	return assessmentsInForce(standing, period).map((assessment) => {
		const { target } = assessment;
		const document = documentOf(catalogue, target.document);
		return {
			id: target.id,
			kind: target.kind,
			document: document ? documentLabel(document, wording.language) : target.document,
			source: `${document?.number ?? target.document}, ${sectionWords(target.section, wording.language)}`,
			section: sectionLineOf(target, wording.language),
			words: thresholdWords(assessment, wording),
			status: statusLook(assessment.status, wording.language, standing.value !== undefined),
			shortfall: shortfallSentence(assessment, wording),
			isLeading: assessment === standing.leading
		};
	});
}

/** The lines where space is short: what several documents ask alike, with one verdict, joins in one line. */
export function joinedAlike(lines: readonly TargetLine[]): TargetLine[] {
	const alike = groupBy(lines, ({ words, status }) => `${words} ${status.status}`);
	return [...alike.values()].flatMap((group) =>
		group.slice(0, 1).map((first) => ({
			...first,
			document: [...new Set(group.map(({ document }) => document))].join(', '),
			source: group.map(({ source }) => source).join('; ')
		}))
	);
}

/** The threshold in words, with the sheet that set it where the document leaves that to others. */
export function thresholdWords(
	{ target, entered }: Pick<Assessment, 'target' | 'entered'>,
	wording: TargetWording
): string {
	const words = targetWords(target, wording);
	if (!entered) return words;
	const period = periodInSentence(entered.period, wording.language);
	return say(wording.language, 'progress.entered-threshold', { words, period });
}

/** `Chỉ tiêu đặt cho năm 2025: đạt 100%`: the levels asked for, where none of them is in force; else `undefined`. */
export function otherYearsWords(
	{ assessments }: Standing,
	wording: TargetWording
): string | undefined {
	const levels = assessments.filter(({ target }) => target.kind !== 'trend');
	const texts = levels.map(({ target }) =>
		say(wording.language, 'target.other-year', {
			years: targetYears(target, wording.language),
			section: sectionLineOf(target, wording.language),
			words: targetWords(target, wording)
		})
	);
	return texts.length > 0 ? [...new Set(texts)].join('; ') : undefined;
}

function likenessOf({ target }: Assessment): string {
	const { document, threshold, kind, direction } = target;
	return JSON.stringify([document, threshold, kind === 'trend', direction]);
}

function sectionLineOf({ section }: Target, language: Language): string {
	return sectionLine(sectionWords(section, language), language);
}
