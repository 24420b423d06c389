import { AppError } from '#lib/base/app-error.ts';
import type { IsoDate } from '#lib/base/period.ts';
import { type LedgerFilter, STATE_FILTERS } from '#lib/views/ledger-filter.ts';
import { LEDGER_KINDS } from '#lib/views/ledger-line.ts';
import type { Options } from './options.ts';
import { parseArguments } from './parse-arguments.ts';

const KNOWN = {
	body: { type: 'string' },
	document: { type: 'string' },
	unit: { type: 'string' },
	state: { type: 'string' },
	kind: { type: 'string' },
	today: { type: 'string' },
	units: { type: 'string' },
	layout: { type: 'string' },
	lang: { type: 'string' },
	ics: { type: 'boolean' },
	json: { type: 'boolean' }
} as const;

/** What the command `ledger` is asked for. */
export interface LedgerOptions extends Pick<
	Options,
	'files' | 'unitList' | 'layout' | 'unit' | 'language' | 'json'
> {
	filter: LedgerFilter;
	/** The day in Viet Nam that it is taken to be; absent for today. */
	today?: IsoDate;
	/** True for a calendar of what is ahead. */
	ics: boolean;
}

/** The options of `ledger`, which needs no file; throws AppError `cli.bad-usage`, `cli.bad-choice` or `cli.bad-day`. */
export function readLedgerOptions(args: string[]): LedgerOptions {
	const { values, positionals } = parseArguments(args, KNOWN);
	const { body, document, unit, units, layout, today, lang, json = false, ics = false } = values;
	if (today !== undefined && !isDay(today)) throw new AppError('cli.bad-day', { day: today });
	return {
		...{ files: positionals, unitList: units, layout, unit, today, json, ics },
		language: lang === 'en' ? 'en' : 'vi',
		filter: {
			body,
			document,
			state: chosen('state', values.state, STATE_FILTERS),
			kind: chosen('kind', values.kind, LEDGER_KINDS)
		}
	};
}

function chosen<Value extends string>(
	option: string,
	text: string | undefined,
	known: readonly Value[]
): Value | undefined {
	const value = known.find((each) => each === text);
	if (text !== undefined && value === undefined) {
		throw new AppError('cli.bad-choice', { option, value: text, known: known.join(', ') });
	}
	return value;
}

/** A day that the calendar has: `2024-02-30` is none. */
function isDay(text: string): boolean {
	const day = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && text.length === 10;
}
