import type { Answers } from '#lib/base/layout.ts';

/**
 * What a file may leave open. The words stand in data/messages/questions.json: `question.<kind>` asks, `why.<why>` gives
 * the reason of a choice, `choice.<kind>.<value>` calls a choice that has no label of its own.
 */
export type QuestionKind =
	/** `header`: which row is the header's last, where ours is wrong; the value is its number. Never asked, only answered. */
	| 'header'
	/** `template`: of which sheet the table is, where several fit as well; the value is the template's id. */
	| 'template'
	/** `column:<measure>`: which column carries it; the value is a header's key, or `absent`, or `zero`. */
	| 'column'
	/** `unit:<folded name>`: which unit is meant; the value is a code, or `none` for a row that is no unit. */
	| 'unit'
	/** `body`: whose sheet a form is that lists no units; the value is a code. */
	| 'body'
	/** `blank:<measure>`: what a blank cell says; `zero` or `missing`. */
	| 'blank'
	/** `cumulative:<measure>`: whether figures count from 1 January (`cumulative`) or in the period alone (`in-period`). */
	| 'cumulative'
	/** `comma`: whether a comma before three digits parts `thousands` or is a `decimal` one. */
	| 'comma'
	/** `hidden`: whether rows and columns that the sheet hides are taken (`take`) or left out (`leave-out`). */
	| 'hidden'
	/** `legacy-text`: whether text in an old font's encoding is converted (`convert`) or kept as it is (`keep`). */
	| 'legacy-text'
	/** `percent:<measure>`: whether counts worked out from percentages are taken (`take`) or not (`leave-out`). */
	| 'percent';

/** One answer that may be given. */
export interface Choice {
	value: string;
	/** What the choice is called where it is data: a header, a unit's name. */
	label?: string;
	/** Why it is proposed: `exact`, `synonym`, `similar`, `sum-holds`, `former-name` …; see `why.*`. */
	why?: string;
}

/** Something that only the analyst can say. */
export interface Question {
	/** Under this the answer is kept. */
	key: string;
	kind: QuestionKind;
	/** What the sentence needs. */
	params: Record<string, string | number>;
	/** Ranked, the likeliest first; none is taken without being asked. */
	choices: Choice[];
	/** True where nothing can be committed before it is answered. */
	required: boolean;
	/** The first row and the header that it is about, and how many rows. */
	row?: number;
	column?: string;
	rows?: number;
}

/** The kinds that concern one file alone, so that the next one is asked again. */
const OF_ONE_FILE: readonly QuestionKind[] = ['body', 'header', 'hidden', 'percent'];

/** Those of the answers that hold for the next file of the layout too. */
export function remembered(answers: Answers): Answers {
	const kept = Object.entries(answers).filter(
		([key]) => !OF_ONE_FILE.some((kind) => key === kind || key.startsWith(`${kind}:`))
	);
	return Object.fromEntries(kept);
}
