import { REPORT_SECTIONS, type ReportSectionId } from '#lib/base/report-definition.ts';

/** A section of a report that is to be chosen and ordered. */
export interface SectionChoice {
	id: ReportSectionId;
	isChosen: boolean;
}

/** Every section there is: those chosen in their order, then the others as they usually stand. */
export function sectionChoices(chosen: readonly ReportSectionId[]): SectionChoice[] {
	const others = REPORT_SECTIONS.filter((id) => !chosen.includes(id));
	return [
		...chosen.map((id) => ({ id, isChosen: true })),
		...others.map((id) => ({ id, isChosen: false }))
	];
}

/** The sections with one more, before the first that usually follows it; without it where it was there. */
export function withSectionToggled(
	chosen: readonly ReportSectionId[],
	id: ReportSectionId
): ReportSectionId[] {
	if (chosen.includes(id)) return chosen.filter((each) => each !== id);
	const usual = REPORT_SECTIONS.indexOf(id);
	const at = chosen.findIndex((each) => REPORT_SECTIONS.indexOf(each) > usual);
	return chosen.toSpliced(at < 0 ? chosen.length : at, 0, id);
}

/** The list with one of its members a place earlier or later; as it is where there is no such place. */
export function withMoved<Member>(
	list: readonly Member[],
	member: Member,
	by: -1 | 1
): readonly Member[] {
	const from = list.indexOf(member);
	const to = from + by;
	if (from < 0 || to < 0 || to >= list.length) return list;
	return list.toSpliced(from, 1).toSpliced(to, 0, member);
}
