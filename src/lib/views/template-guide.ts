import type { Language } from '#lib/base/language.ts';
import { type MessageKey, say } from '#lib/base/messages.ts';
import { periodInSentence } from '#lib/base/period-name.ts';
import type { Period } from '#lib/base/period.ts';
import type { Template } from '#lib/catalogue/catalogue.ts';
import { formColumns, hasSplitRows } from './template-columns.ts';

/** One line of the instructions that go with the sheets. */
export interface GuideLine {
	look: 'title' | 'heading' | 'text';
	text: string;
}

/** The sheet of instructions: its name and its lines. */
export interface TemplateGuide {
	name: string;
	lines: GuideLine[];
}

/** What the instructions speak of. */
export interface GuideChoice {
	templates: readonly Template[];
	/** The unit's name. */
	unit: string;
	period: Period;
	language: Language;
	/** True where last known figures stand beside any of the sheets. */
	hasKnown: boolean;
}

/** How the sheets are filled in and sent, in the reader's language: what 0, x and a blank mean, and what to leave out. */
export function templateGuide({
	templates,
	unit,
	period,
	language,
	hasKnown
}: GuideChoice): TemplateGuide {
	const tell = (key: MessageKey): string => say(language, key);
	const heading = (key: MessageKey): GuideLine => ({ look: 'heading', text: tell(key) });
	const text = (key: MessageKey): GuideLine => ({ look: 'text', text: tell(key) });
	const about = say(language, 'guide.for', { unit, period: periodInSentence(period, language) });
	const isClosed = templates.some((template) =>
		formColumns(template, period).some(({ kind }) => kind === 'closed')
	);
	const cumulative = templates.flatMap((template) => cumulativeOf(template, { period, language }));
	const known = [heading('guide.known'), text('guide.known-why')];
	return {
		name: tell('guide.sheet'),
		lines: [
			{ look: 'title', text: tell('guide.title') },
			{ look: 'text', text: about },
			heading('guide.figures'),
			text('guide.whole'),
			text('guide.zero'),
			text('guide.x'),
			text('guide.blank'),
			text('guide.conflict'),
			...(isClosed ? [text('guide.year')] : []),
			...rowsOf(templates, language),
			...(cumulative.length > 0 ? [heading('guide.cumulative'), ...cumulative] : []),
			...(hasKnown ? known : []),
			heading('guide.keep'),
			text('guide.people'),
			text('guide.codes'),
			heading('guide.send'),
			text('guide.send-how')
		]
	};
}

function rowsOf(templates: readonly Template[], language: Language): GuideLine[] {
	return templates
		.filter(hasSplitRows)
		.map(({ id: sheet }) => ({ look: 'text', text: say(language, 'guide.rows', { sheet }) }));
}

/** The columns of a sheet that are cumulative, by the numbers under their headings. */
function cumulativeOf(
	template: Template,
	{ period, language }: Pick<GuideChoice, 'period' | 'language'>
): GuideLine[] {
	const cumulative = new Set(
		template.measures.filter(({ overTime }) => overTime === 'ytd').map(({ id }) => id)
	);
	const numbers = formColumns(template, period).flatMap(({ measure }, number) =>
		measure !== undefined && cumulative.has(measure) ? [number] : []
	);
	if (numbers.length === 0) return [];
	const columns = inRanges(numbers).join(', ');
	return [{ look: 'text', text: say(language, 'guide.of-sheet', { sheet: template.id, columns }) }];
}

/** "(4)", "(6)–(12)". */
function inRanges(numbers: readonly number[]): string[] {
	const starts = numbers.filter((number) => !numbers.includes(number - 1));
	const ends = numbers.filter((number) => !numbers.includes(number + 1));
	return starts.map((start, at) =>
		ends[at] === start ? `(${start})` : `(${start})–(${ends[at]})`
	);
}
