import { AppError } from '#lib/base/app-error.ts';
import type { Language } from '#lib/base/language.ts';
import { localDayOf } from '#lib/base/local-day.ts';
import { say } from '#lib/base/messages.ts';
import type { FoundTrace, TraceAnswer } from '#lib/base/trace.ts';
import { readTraceCode, type TraceCode } from '#lib/base/trace-code.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { bootNodeEngine } from '#lib/engine/boot-node-engine.ts';
import type { Draft } from '#lib/ingest/draft.ts';
import { findTrace } from '#lib/rollup/find-trace.ts';
import { createUnitTree, type UnitTree } from '#lib/units/unit-tree.ts';
import { percentDecimal } from '#lib/views/print-value.ts';
import { periodName } from '#lib/views/sentence-period.ts';
import { faultWords } from '#lib/views/trace-fault.ts';
import { traceLines, type TraceLines, type TraceWording } from '#lib/views/trace-words.ts';
import { asSubmissions, draftOf } from './as-submissions.ts';
import { exactJson } from './exact-json.ts';
import type { Options } from './options.ts';
import { openCatalogue, openDated, openLineage, openUnits } from './read-input.ts';
import { readLayouts } from './read-layouts.ts';
import { reportErrors } from './report-errors.ts';

/** What is printed: the code, what it leads to, and the files in their order. */
interface Traced {
	code: TraceCode;
	answer: TraceAnswer;
	drafts: readonly Draft[];
	catalogue: Catalogue;
	tree: UnitTree;
}

/**
 * Prints what a code of a printed figure leads to over the files in their order, as a workspace would have taken them in;
 * 0 where a figure agrees with it and the data are without errors, else 1. Throws AppError `cli.bad-code`.
 */
export async function trace({ files, ...options }: Options): Promise<number> {
	const [text = '', ...paths] = files;
	const { language } = options;
	const code = readTraceCode(text);
	if ('fault' in code) {
		throw new AppError('cli.bad-code', { code: text, reason: faultWords(code, language) });
	}
	if (paths.length === 0) throw new AppError('cli.no-file');
	const given = { ...options, files: paths };
	const catalogue = await openCatalogue(paths);
	const units = await openUnits(given);
	const lineage = await openLineage(given, units);
	const layouts = await readLayouts(options.layout);
	const drafts: Draft[] = [];
	for (const path of paths) {
		drafts.push(...(await openDated(path, { units, lineage, layouts, period: code.period })));
	}
	const answer = await followed({ code, catalogue, units, lineage }, drafts);
	const traced = { code, answer, drafts, catalogue, tree: createUnitTree(units) };
	process.stdout.write(options.json ? `${exactJson(inJson(traced))}\n` : inWords(traced, language));
	const isSound = answer.found.some(({ agreement }) => agreement !== 'differs');
	return Math.max(reportErrors(drafts, options), isSound ? 0 : 1);
}

async function followed(
	question: Pick<Parameters<typeof findTrace>[0], 'code' | 'catalogue' | 'units' | 'lineage'>,
	drafts: readonly Draft[]
): Promise<TraceAnswer> {
	const engine = await bootNodeEngine();
	try {
		const submissions = asSubmissions(drafts);
		const today = localDayOf(Date.now());
		return await findTrace({ ...question, engine, submissions, today, newest: drafts.length });
	} finally {
		await engine.close();
	}
}

function inJson({ code, answer, drafts, catalogue }: Traced): object {
	return {
		code: code.code,
		period: code.period,
		boundaries: code.boundaries,
		sequence: code.sequence,
		found: answer.found.map((found) => ({
			indicator: found.indicator,
			unit: found.unit,
			agreement: found.agreement,
			boundaries: found.boundaries ?? null,
			then: countsInJson(found.then, found, catalogue),
			now: countsInJson(found.now, found, catalogue),
			changes: found.changes.map(({ sequence, isOwn, ...counts }) => ({
				sequence,
				...fileOf(draftOf(drafts, sequence)),
				...countsInJson(counts, found, catalogue),
				own: isOwn
			}))
		}))
	};
}

function countsInJson(
	{ numerator, denominator }: FoundTrace['then'],
	{ indicator: id }: FoundTrace,
	{ indicators }: Catalogue
): object {
	const isCount = indicators.find((each) => each.id === id)?.denominator.length === 0;
	const share = numerator !== undefined && denominator && { numerator, denominator };
	return {
		numerator: numerator ?? null,
		denominator: denominator ?? null,
		value: share ? percentDecimal(share) : isCount ? (numerator?.toString() ?? null) : null
	};
}

function fileOf(draft: Draft | undefined): object {
	const { file = null, sheet = null, table = null } = draft ?? {};
	return { file, sheet, table };
}

function inWords(traced: Traced, language: Language): string {
	const { code, answer } = traced;
	const wording = wordingOf(traced, language);
	if (answer.found.length === 0) {
		const key = answer.indicators.length === 0 ? 'trace.unknown-indicator' : 'trace.unknown-unit';
		return `${say(language, key, { period: periodName(code.period, language) })}\n`;
	}
	return answer.found
		.flatMap((found) => traceLines(found, code, wording) ?? [])
		.flatMap((lines) => figureInWords(lines, language))
		.map((line) => `${line}\n`)
		.join('');
}

function figureInWords(lines: TraceLines, language: Language): string[] {
	const { indicator, unit, period, boundaries, then, now, difference, changes } = lines;
	return [
		[indicator, unit, period, boundaries].filter(Boolean).join(' · '),
		say(language, 'cli.trace-then', { value: then.value }),
		...changes
			.toReversed()
			.map(({ file, value }) => `  ${say(language, 'cli.trail-step', { file, value })}`),
		say(language, 'cli.trace-now', { value: now.value, difference }),
		...(lines.doubts
			? [say(language, 'trace.differs-text'), ...lines.doubts.map((doubt) => `- ${doubt}`)]
			: [lines.verdict ?? ''])
	];
}

/** Files have no time of submission: their order is all that is known. */
function wordingOf({ drafts, catalogue, tree }: Traced, language: Language): TraceWording {
	const at = new Date(0).toISOString();
	const submissions = drafts.map(({ file, sheet }, place) => ({
		...{ id: String(place + 1), sequence: place + 1, file, at, state: 'official' as const },
		...(sheet !== undefined && { sheet })
	}));
	return {
		...{ catalogue, tree, submissions, language, newest: drafts.length },
		...{ today: localDayOf(Date.now()), organisation: [], catalogueEditions: [] }
	};
}
