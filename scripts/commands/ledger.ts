import { AppError } from '#lib/base/app-error.ts';
import { localDayOf } from '#lib/base/local-day.ts';
import { say } from '#lib/base/messages.ts';
import { yearOf } from '#lib/base/period.ts';
import type { ProgressFact } from '#lib/base/progress.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { columnSheetsOf } from '#lib/catalogue/find-in-catalogue.ts';
import { productCatalogueWhole } from '#lib/catalogue/load-catalogue.ts';
import { productDeadlines } from '#lib/catalogue/load-deadlines.ts';
import { writeCalendar } from '#lib/export/write-calendar.ts';
import type { Draft } from '#lib/ingest/draft.ts';
import { findReceipts } from '#lib/rollup/find-receipts.ts';
import { readProgress } from '#lib/rollup/read-progress.ts';
import { createUnitTree, type UnitTree } from '#lib/units/unit-tree.ts';
import { calendarEntries } from '#lib/views/ledger-calendar.ts';
import { documentOfLine, filterLines, searchRows } from '#lib/views/ledger-filter.ts';
import { ordered } from '#lib/views/ledger-groups.ts';
import type { LedgerLine } from '#lib/views/ledger-line.ts';
import { reportLines } from '#lib/views/ledger-reports.ts';
import { type LedgerRow, ledgerRows } from '#lib/views/ledger-rows.ts';
import { ledgerTally, ledgerTallyWords } from '#lib/views/ledger-tally.ts';
import { undertakingLines } from '#lib/views/ledger.ts';
import { asSubmissions, draftOf } from './as-submissions.ts';
import { describeRow } from './describe-ledger.ts';
import { exactJson } from './exact-json.ts';
import { type LedgerOptions, readLedgerOptions } from './ledger-options.ts';
import { openCatalogue, openDrafts, openLineage, openUnits } from './read-input.ts';
import { readLayouts } from './read-layouts.ts';
import { reportErrors } from './report-errors.ts';

/** What the ledger is made from. */
interface Ground {
	catalogue: Catalogue;
	tree: UnitTree;
	drafts: readonly Draft[];
	progress: readonly ProgressFact[];
	path: string[];
	/** Milliseconds since 1970. */
	now: number;
}

/**
 * Prints the ledger of what is due, or its calendar, by the sheets given; 0 without errors in the data, else 1. Sheets
 * B1 to B7 among the files tell who has sent them, but not when; a sheet of which none is given has no line.
 */
export async function ledger(args: string[]): Promise<number> {
	const options = readLedgerOptions(args);
	const ground = await openGround(options);
	const rows = rowsOf(ground, options);
	process.stdout.write(printed(rows, ground, options));
	return reportErrors(ground.drafts, options);
}

async function openGround(options: LedgerOptions): Promise<Ground> {
	const { today } = options;
	const now = today === undefined ? Date.now() : Date.parse(`${today}T12:00:00+07:00`);
	const units = await openUnits(options);
	const tree = createUnitTree(units);
	const layouts = await readLayouts(options.layout);
	const drafts: Draft[] = [];
	const lineage = await openLineage(options, units);
	for (const file of options.files) {
		drafts.push(...(await openDrafts(file, { units, lineage, layouts })));
	}
	return {
		...{ tree, drafts, now },
		catalogue: await openCatalogue(options.files, await productCatalogueWhole()),
		progress: readProgress(asSubmissions(drafts)),
		path: pathOn(tree, { unit: options.unit, day: localDayOf(now) })
	};
}

function pathOn(tree: UnitTree, { unit, day }: { unit?: string; day: string }): string[] {
	const code = unit ?? tree.rootsOn(day)[0]?.code ?? '';
	const found = tree.pathOn(
		code,
		tree.isValidOn(code, day) ? day : (tree.find(code)?.validFrom ?? day)
	);
	if (found.length === 0 && unit !== undefined) {
		throw new AppError('cli.unknown-unit', { unit, period: day });
	}
	return found.map((each) => each.code);
}

function rowsOf(ground: Ground, { filter, language }: LedgerOptions): LedgerRow[] {
	const { catalogue, tree, progress, path, now } = ground;
	const { undertakings, documents, templates } = catalogue;
	const lines = [
		...sheetLines(ground),
		...undertakingLines({ undertakings, progress, tree, path, now })
	];
	const document = filter.document && documentIdOf(filter.document, catalogue, lines);
	const matching = filterLines(lines, { ...filter, document });
	const rows = ledgerRows(matching, { documents, templates, language });
	return ordered(searchRows(rows, filter), 'urgency');
}

/** The id of a document given by id or number; throws AppError `cli.bad-choice`. */
function documentIdOf(
	asked: string,
	{ documents }: Catalogue,
	lines: readonly LedgerLine[]
): string {
	const known = [...new Set(lines.map(documentOfLine))];
	const id = documents.find(({ number }) => number === asked)?.id ?? asked;
	if (known.includes(id)) return id;
	throw new AppError('cli.bad-choice', {
		option: 'document',
		value: asked,
		known: known.join(', ')
	});
}

function sheetLines({ catalogue, tree, drafts, path, now }: Ground): LedgerLine[] {
	const sheets = columnSheetsOf(catalogue);
	const own = drafts.filter(({ template }) => sheets.some(({ id }) => id === template));
	const years = own.flatMap(({ periods }) => periods.map(yearOf));
	if (years.length === 0) return [];
	const at = new Date(now).toISOString();
	const submissions = drafts.map(({ file }, place) => ({
		...{ sequence: place + 1, file, at },
		state: 'official' as const
	}));
	return reportLines({
		ground: {
			...{ tree, submissions, today: localDayOf(now) },
			deadlines: productDeadlines(),
			receipts: findReceipts(asSubmissions(drafts), sheets)
		},
		templates: sheets
			.map(({ id }) => id)
			.filter((id) => own.some((draft) => draft.template === id)),
		...{ path, now, since: Math.min(...years), isArrivalKnown: false }
	});
}

function printed(rows: readonly LedgerRow[], ground: Ground, options: LedgerOptions): string {
	const { language, filter } = options;
	if (options.ics) {
		const head = {
			name: say(language, 'ledger.calendar-name'),
			at: new Date(ground.now).toISOString()
		};
		return writeCalendar(calendarEntries(rows, language), head);
	}
	const tally = ledgerTally(rows.map(({ line }) => line));
	if (!options.json) {
		const words = ledgerTallyWords(tally, language, filter.kind);
		return `${[words, ...rows.map(lineOf)].join('\n')}\n`;
	}
	const fileOf = (sequence: number): string => draftOf(ground.drafts, sequence)?.file ?? '';
	return `${exactJson({
		today: localDayOf(ground.now),
		unit: ground.path.at(-1) ?? null,
		tally: { all: tally.all, ...tally.stages, soon: tally.soon },
		rows: rows.map((row) => describeRow(row, fileOf))
	})}\n`;
}

function lineOf({ look, due, lead, document, section, name, id, tally }: LedgerRow): string {
	const state = [look.word, look.days].filter(Boolean).join(', ');
	return [state, due, name, lead, [document, section].filter(Boolean).join(' '), tally, id]
		.filter(Boolean)
		.join(' · ');
}
