import { effectiveTurn } from '#lib/assess/effective-change.ts';
import type { Status } from '#lib/assess/assessment.ts';
import { say } from '#lib/base/messages.ts';
import { periodInSentence } from '#lib/base/period-name.ts';
import { kindOf } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { changeLine } from './overview-change.ts';
import { printedValue, statusOf } from './overview-reading.ts';
import { assessmentsInForce } from './overview-target.ts';
import type { ReportBlock, ReportCell, ReportPart, ReportRow } from './report.ts';
import {
	changeCell,
	codeCell,
	codeColumn,
	column,
	EMPTY_CELL,
	statusCell,
	textCell,
	valueCell
} from './report-cells.ts';
import { type EarlierFigure, figureOf, type ReportFigure } from './report-figure.ts';
import type { ReportScene } from './report-scene.ts';
import { codePart, paragraph } from './report-sentence.ts';
import { joinParts } from './sentence-parts.ts';
import { statusLook } from './status-look.ts';

const VERDICTS: readonly Status[] = ['met', 'not-met', 'above-band', 'undecided'];
/** So many units are named before the rest is counted. */
const NAMED = 12;

/** What changed since the same period a year before: the whole at each indicator, and which units' verdicts turned. */
export function* changeBlocks(scene: ReportScene): Generator<undefined, ReportBlock[]> {
	const { indicators, whole, view } = scene;
	const { language } = view;
	const figures = indicators.map((indicator) => figureOf(scene, { unit: whole, indicator }));
	yield;
	const changed = figures.filter((figure) => hasChanged(scene, figure));
	const items: ReportPart[][] = [];
	for (const indicator of indicators) {
		items.push(...turnedItems(scene, indicator));
		yield;
	}
	const compared = figures.filter(({ before }) => before).length;
	const recent = recentItems(scene, figures);
	return [
		paragraph(
			say(language, 'report.changes-counts', {
				compared,
				changed: changed.length,
				gap: scene.facts.settings.effectiveGapPoints
			})
		),
		...(changed.length > 0 ? [changeTable(scene, changed)] : []),
		...listUnder(say(language, 'report.turned'), items),
		...listUnder(say(language, 'report.recent'), recent)
	];
}

function listUnder(words: string, items: readonly (readonly ReportPart[])[]): ReportBlock[] {
	return items.length === 0 ? [] : [paragraph(words), { kind: 'list', items }];
}

/** For a quarter what became of the whole since the newest quarter before that it compares with. */
function recentItems(scene: ReportScene, figures: readonly ReportFigure[]): ReportPart[][] {
	const { facts, view } = scene;
	const { language, period } = view;
	if (kindOf(period) !== 'quarter') return [];
	return figures.flatMap((figure) => {
		if (scene.guard.isGuarded(figure.indicator.id)) return [];
		const change = changeLine(facts, figure.standing, view);
		if (!change) return [];
		const words = {
			name: figure.indicator.shortName[language],
			value: valueCell(figure, language).text,
			change: change.words
		};
		const code = figure.trace === undefined ? [] : [codePart(figure.trace)];
		return [[{ text: say(language, 'report.recent-item', words) }, ...code]];
	});
}

/** True where the verdict turned, or the value moved past the effective gap; what is hidden has not changed for a reader. */
function hasChanged({ facts }: ReportScene, figure: ReportFigure): boolean {
	const { standing, before, indicator, isHidden } = figure;
	if (!before?.standing.value || !standing.value || isHidden || before.isHidden) return false;
	const weight = { indicator, settings: facts.settings };
	return (
		turnedFrom(figure) !== undefined ||
		effectiveTurn(standing.value, before.standing.value, weight) !== undefined
	);
}

/** The verdict of then, where it is another one now. */
function turnedFrom({ standing, before, isHidden }: ReportFigure): Status | undefined {
	if (!before || isHidden || before.isHidden) return undefined;
	const [now, then] = [statusOf(standing), statusOf(before.standing)];
	return now !== then && VERDICTS.includes(now) && VERDICTS.includes(then) ? then : undefined;
}

function changeTable(scene: ReportScene, figures: readonly ReportFigure[]): ReportBlock {
	const { language, period } = scene.view;
	const table = {
		caption: say(language, 'report.changes-caption', {
			period: periodInSentence(period, language)
		}),
		columns: [
			column(say(language, 'report.column-indicator'), 4.6),
			column(say(language, 'report.column-before'), 2.6, 'right'),
			column(say(language, 'report.column-now'), 2, 'right'),
			column(say(language, 'report.column-difference'), 2.6, 'right'),
			column(say(language, 'report.column-status-before'), 2.1, 'center'),
			column(say(language, 'report.column-status-now'), 2.1, 'center'),
			{ ...codeColumn(language), title: say(language, 'report.column-code-before'), codeOf: 1 },
			{ ...codeColumn(language), title: say(language, 'report.column-code-now'), codeOf: 2 }
		],
		rows: figures.map((figure): ReportRow => ({
			depth: 0,
			cells: [textCell(figure.indicator.shortName[language]), ...changeCells(scene, figure)]
		}))
	};
	return { kind: 'table', table };
}

function changeCells(scene: ReportScene, figure: ReportFigure): ReportCell[] {
	const { language } = scene.view;
	const { before, indicator } = figure;
	const trace = before && codeBefore(scene, { before, indicator });
	return [
		before ? earlierCell(scene, { before, indicator }) : EMPTY_CELL,
		valueCell(figure, language),
		changeCell(figure, { language, withUnit: true }),
		before ? statusCell({ ...figure, ...before }, language) : EMPTY_CELL,
		statusCell(figure, language),
		codeCell({ ...(trace !== undefined && { trace }) }),
		codeCell(figure)
	];
}

interface Earlier {
	before: EarlierFigure;
	indicator: Indicator;
}

function codeBefore(
	{ codeOf, whole }: ReportScene,
	{ before, indicator }: Earlier
): string | undefined {
	return codeOf({ unit: whole.unit, period: before.period, indicator: indicator.id });
}

/** `91,83% (năm 2023)`. */
function earlierCell(scene: ReportScene, { before, indicator }: Earlier): ReportCell {
	const { language } = scene.view;
	const { standing, period } = before;
	const inForce = assessmentsInForce(standing, period);
	const figure = { unit: scene.whole, indicator, standing, inForce, hidden: {}, letters: [] };
	const cell = valueCell({ ...figure, isHidden: before.isHidden }, language);
	const printed = printedValue(standing, inForce, language);
	if (!printed) return cell;
	const words = { value: printed.text, period: periodInSentence(period, language) };
	return { ...cell, text: say(language, 'report.value-of', words) };
}

/** Which units' verdicts turned at an indicator: `…: từ chưa đạt thành đạt: Phường 2, Phường 10`. */
function turnedItems(scene: ReportScene, indicator: Indicator): ReportPart[][] {
	const { language } = scene.view;
	const turned = scene.units
		.map((unit) => figureOf(scene, { unit, indicator }))
		.flatMap((figure) => {
			const then = turnedFrom(figure);
			return then ? [{ figure, then, now: statusOf(figure.standing) }] : [];
		});
	const kinds = [...new Set(turned.map(({ then, now }) => `${then} ${now}`))];
	return kinds.map((kind) => {
		const alike = turned.filter(({ then, now }) => `${then} ${now}` === kind);
		const [then = 'no-data', now = 'no-data'] = kind.split(' ') as [Status, Status];
		const names = alike
			.slice(0, NAMED)
			.map(({ figure }) => [{ text: figure.unit.name, isName: true as const }]);
		const others = alike.length - names.length;
		const more = others > 0 ? say(language, 'report.and-others', { count: others }) : '';
		const head = say(language, 'report.turned-item', {
			name: indicator.shortName[language],
			then: statusLook(then, language).word.toLowerCase(),
			now: statusLook(now, language).word.toLowerCase(),
			count: alike.length
		});
		return [{ text: head }, ...joinParts(names, ', '), { text: `${more}.` }];
	});
}
