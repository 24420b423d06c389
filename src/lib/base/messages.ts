import bounds from '#data/messages/bounds.json' with { type: 'json' };
import cli from '#data/messages/cli.json' with { type: 'json' };
import errors from '#data/messages/errors.json' with { type: 'json' };
import indicator from '#data/messages/indicator.json' with { type: 'json' };
import issues from '#data/messages/issues.json' with { type: 'json' };
import questions from '#data/messages/questions.json' with { type: 'json' };
import reporting from '#data/messages/reporting.json' with { type: 'json' };
import screen from '#data/messages/screen.json' with { type: 'json' };
import status from '#data/messages/status.json' with { type: 'json' };
import submissions from '#data/messages/submissions.json' with { type: 'json' };
import templates from '#data/messages/templates.json' with { type: 'json' };
import wizard from '#data/messages/wizard.json' with { type: 'json' };
import explain from '#data/messages/explain.json' with { type: 'json' };
import lake from '#data/messages/lake.json' with { type: 'json' };
import ledger from '#data/messages/ledger.json' with { type: 'json' };
import offline from '#data/messages/offline.json' with { type: 'json' };
import office from '#data/messages/office.json' with { type: 'json' };
import organisation from '#data/messages/organisation.json' with { type: 'json' };
import progress from '#data/messages/progress.json' with { type: 'json' };
import slides from '#data/messages/slides.json' with { type: 'json' };
import targets from '#data/messages/targets.json' with { type: 'json' };
import storage from '#data/messages/storage.json' with { type: 'json' };
import trail from '#data/messages/trail.json' with { type: 'json' };
import trace from '#data/messages/trace.json' with { type: 'json' };
import compare from '#data/messages/compare.json' with { type: 'json' };
import guide from '#data/messages/guide.json' with { type: 'json' };
import narrative from '#data/messages/narrative.json' with { type: 'json' };
import oneChart from '#data/messages/one-chart.json' with { type: 'json' };
import packages from '#data/messages/packages.json' with { type: 'json' };
import overview from '#data/messages/overview.json' with { type: 'json' };
import print from '#data/messages/print.json' with { type: 'json' };
import present from '#data/messages/present.json' with { type: 'json' };
import report from '#data/messages/report.json' with { type: 'json' };
import reports from '#data/messages/reports.json' with { type: 'json' };
import scorecard from '#data/messages/scorecard.json' with { type: 'json' };
import shortcuts from '#data/messages/shortcuts.json' with { type: 'json' };
import unit from '#data/messages/unit.json' with { type: 'json' };
import what from '#data/messages/what.json' with { type: 'json' };
import workbench from '#data/messages/workbench.json' with { type: 'json' };
import { formatInteger } from './format-number.ts';
import type { Language, Words } from './language.ts';
import { visibleText } from './visible-text.ts';

const CATALOGUE = {
	...bounds,
	...cli,
	...errors,
	...indicator,
	...issues,
	...questions,
	...reporting,
	...screen,
	...status,
	...submissions,
	...wizard,
	...templates,
	...explain,
	...lake,
	...ledger,
	...offline,
	...office,
	...organisation,
	...progress,
	...slides,
	...storage,
	...targets,
	...trail,
	...trace,
	...compare,
	...guide,
	...narrative,
	...oneChart,
	...overview,
	...packages,
	...present,
	...print,
	...report,
	...reports,
	...scorecard,
	...shortcuts,
	...unit,
	...what,
	...workbench
};

/** The name of one message in data/messages. */
export type MessageKey = keyof typeof CATALOGUE;

/** Values for the `{places}` of a message; numbers are grouped as the language does. */
export type MessageParams = Record<string, string | number | bigint>;

/** What is to be said, kept without a language, so that it is worded anew where the reader changes it. */
export interface Sentence {
	key: MessageKey;
	params?: MessageParams;
}

/** `{count}`, or `{count:unit|units}`. */
const PLACES = /\{(\w+)(?::([^|{}]*)\|([^{}]*))?\}/g;

/**
 * The message in the language, its `{places}` filled in with what can be seen; `{count:unit|units}` is the first word where
 * that value is one, else the second. A place without a value stays as it is.
 */
export function say(language: Language, key: MessageKey, params: MessageParams = {}): string {
	return CATALOGUE[key][language].replace(PLACES, (place, ...parts: (string | undefined)[]) => {
		const [name = '', one, many = ''] = parts;
		const value = params[name];
		if (value === undefined) return place;
		if (one !== undefined) return String(value) === '1' ? one : many;
		return typeof value === 'string' ? visibleText(value) : formatInteger(value, language);
	});
}

/** True for a text that names a message: for codes that come from data (issues, errors). */
export function isMessageKey(text: string): text is MessageKey {
	return Object.hasOwn(CATALOGUE, text);
}

/** Every message with its name, for the test that both languages are complete. */
export function allMessages(): [string, Words][] {
	return Object.entries(CATALOGUE);
}
