import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { periodInSentence } from '#lib/base/period-name.ts';
import type { IsoDate, Period } from '#lib/base/period.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import { dayWords } from '#lib/views/sentence-date.ts';
import type { MissingUnit } from './view-place.ts';

/** What is said where the unit asked for is not there. */
export interface AbsenceNotice {
	text: string;
	/** The units to choose from in its place; empty where one is shown, or none stands for it. */
	choices: readonly { code: string; name: string }[];
}

/** From where a unit is missed. */
interface Sight {
	tree: UnitTree;
	/** The day whose units are shown. */
	day: IsoDate;
	period: Period;
	language: Language;
}

/** Says why the unit is not there and what is shown in its place, and gives the units to choose from. */
export function absenceNotice({ code, reason, kin }: MissingUnit, sight: Sight): AbsenceNotice {
	const { tree, day, period, language } = sight;
	const choices = (kin?.units ?? []).map((unit) => ({
		code: unit,
		name: tree.find(unit, day)?.name ?? unit
	}));
	const why = say(language, `view.unit-${reason}`, {
		unit: tree.find(code)?.name ?? code,
		period: periodInSentence(period, language),
		date: dayWords(day, language)
	});
	const [only] = choices;
	if (!kin || !only) return { text: `${why} ${say(language, 'view.shown-whole')}`, choices: [] };
	if (choices.length === 1) {
		const shown = say(language, `view.shown-${kin.relation}`, { unit: only.name });
		return { text: `${why} ${shown}`, choices: [] };
	}
	return { text: `${why} ${say(language, `view.choose-${kin.relation}`)}`, choices };
}
