import compare from '#data/guide/compare.json' with { type: 'json' };
import coverage from '#data/guide/coverage.json' with { type: 'json' };
import data from '#data/guide/data.json' with { type: 'json' };
import figures from '#data/guide/figures.json' with { type: 'json' };
import firstSteps from '#data/guide/first-steps.json' with { type: 'json' };
import glossary from '#data/guide/glossary.json' with { type: 'json' };
import indicator from '#data/guide/indicator.json' with { type: 'json' };
import keyboard from '#data/guide/keyboard.json' with { type: 'json' };
import ledger from '#data/guide/ledger.json' with { type: 'json' };
import overview from '#data/guide/overview.json' with { type: 'json' };
import pace from '#data/guide/pace.json' with { type: 'json' };
import pictures from '#data/guide/pictures.json' with { type: 'json' };
import present from '#data/guide/present.json' with { type: 'json' };
import range from '#data/guide/range.json' with { type: 'json' };
import reporting from '#data/guide/reporting.json' with { type: 'json' };
import reports from '#data/guide/reports.json' with { type: 'json' };
import scorecard from '#data/guide/scorecard.json' with { type: 'json' };
import sheets from '#data/guide/sheets.json' with { type: 'json' };
import status from '#data/guide/status.json' with { type: 'json' };
import targets from '#data/guide/targets.json' with { type: 'json' };
import trail from '#data/guide/trail.json' with { type: 'json' };
import unit from '#data/guide/unit.json' with { type: 'json' };
import units from '#data/guide/units.json' with { type: 'json' };
import workbench from '#data/guide/workbench.json' with { type: 'json' };
import type { Status } from '#lib/assess/assessment.ts';
import type { Words } from '#lib/base/language.ts';
import type { GuideSection } from './guide-sections.ts';

/** A piece of the guide as data/guide writes it: one of the fields. `**…**` are words that stand on the screen. */
export interface WrittenBlock {
	text?: Words;
	steps?: Words[];
	points?: Words[];
	terms?: { term: Words; text: Words }[];
	/** The name of a picture in static/guide, with what it shows. */
	picture?: string;
	alt?: Words;
	/** Sections that tell more. */
	see?: string[];
}

/** A part of a section as data/guide writes it; what has no title of its own opens or closes the section. */
export interface WrittenPart {
	id?: string;
	title?: Words;
	blocks: WrittenBlock[];
}

/** Keys and what they do, as data/guide writes them. */
export interface WrittenKeys {
	title: Words;
	rows: { keys: string[]; text: Words }[];
}

/** What stands in every section, in both languages. */
export const GUIDE_TEXT: Record<GuideSection, WrittenPart[]> = {
	'first-steps': firstSteps.parts,
	overview: overview.parts,
	scorecard: scorecard.parts,
	indicator: indicator.parts,
	unit: unit.parts,
	compare: compare.parts,
	present: present.parts,
	trail: trail.parts,
	sheets: sheets.parts,
	status: status.parts,
	figures: figures.parts,
	coverage: coverage.parts,
	range: range.parts,
	targets: targets.parts,
	pace: pace.parts,
	units: units.parts,
	ledger: ledger.parts,
	reporting: reporting.parts,
	reports: reports.parts,
	workbench: workbench.parts,
	data: data.parts,
	keyboard: keyboard.parts,
	glossary: glossary.parts
};

/** What each status means. */
export const STATUS_TEXT: Record<Status, Words> = status.statuses;

/** The keys by the place where they do something. */
export const KEYS: WrittenKeys[] = keyboard.groups;

/** The pictures in static/guide by their names, in CSS pixels; `npm run pictures` draws them and writes this down. */
export const PICTURE_SIZES: Partial<Record<string, { width: number; height: number }>> = pictures;
