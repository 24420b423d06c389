import type { Language } from '#lib/base/language.ts';
import { type MessageKey, say } from '#lib/base/messages.ts';
import type { Period } from '#lib/base/period.ts';
import type { OneChartScene } from './one-chart-ground.ts';
import { printedValue, statusOf } from './overview-reading.ts';
import { assessmentsInForce } from './overview-target.ts';
import { printCount } from './print-value.ts';
import type { ReportCell, ReportColumn, ShorthandLetter } from './report.ts';
import { EMPTY_CELL, numberOf, textCell } from './report-cells.ts';
import { periodName } from './sentence-period.ts';
import { statusLook } from './status-look.ts';

const HIDDEN: ReportCell = { text: '[c]', letters: ['c'] };

/** A column of words or of numbers. */
export function columnOf(
	language: Language,
	key: MessageKey,
	align: ReportColumn['align'] = 'left'
): ReportColumn {
	return { title: say(language, key), align, width: 1 };
}

/** A column of figures for each period, under its name. */
export function periodColumns(language: Language, periods: readonly Period[]): ReportColumn[] {
	return periods.map((period) => ({
		title: periodName(period, language),
		align: 'right',
		width: 1
	}));
}

/** Where a figure stands. */
export interface CellPlace {
	unit: string;
	period: Period;
}

/** The value as printed, `92,42% [p]`; a dash where there is none, `[c]` where it is withheld. */
export function valueOf(scene: OneChartScene, { unit, period }: CellPlace): ReportCell {
	const { indicator, language } = scene;
	const standing = scene.standingOf(unit, period);
	if (scene.withheldOf(unit, period, indicator.id)) return HIDDEN;
	if (!standing?.value) {
		const isOut = standing && statusOf(standing) === 'not-applicable' && standing.total;
		return isOut ? { text: '[x]', letters: ['x'] } : textCell('–');
	}
	const printed = printedValue(standing, assessmentsInForce(standing, period), language);
	const { total } = standing;
	const isOpen = total !== undefined && (!total.closed || total.pending.units > 0);
	const letters: ShorthandLetter[] = isOpen ? ['p'] : [];
	return {
		text: [printed?.text ?? '', isOpen && '[p]'].filter(Boolean).join(' '),
		number: {
			value: numberOf(standing.value),
			unit: indicator.denominator.length > 0 ? 'ratio' : 'count',
			decimals: printed?.decimal.split('.')[1]?.length ?? 0
		},
		...(letters.length > 0 && { letters })
	};
}

/** One of the two counts of a figure; `< 5 [c]` where it is small and withheld. */
export function countOf(
	scene: OneChartScene,
	side: 'numerator' | 'denominator',
	{ unit, period }: CellPlace
): ReportCell {
	const { indicator, language, facts } = scene;
	const count = facts.totals.total(unit, period, indicator.id)?.[side];
	const withheld = scene.withheldOf(unit, period, indicator.id)?.[side];
	if (count === undefined) return EMPTY_CELL;
	if (withheld === 'small')
		return { text: `< ${facts.settings.smallCellBelow} [c]`, letters: ['c'] };
	if (withheld) return HIDDEN;
	return numberCell(Number(count), { text: printCount(count, language) });
}

/** The verdict in a word. */
export function statusCellOf(scene: OneChartScene, { unit, period }: CellPlace): ReportCell {
	const standing = scene.standingOf(unit, period);
	if (scene.withheldOf(unit, period, scene.indicator.id)) return HIDDEN;
	if (!standing) return EMPTY_CELL;
	const { status, word } = statusLook(statusOf(standing), scene.language);
	return { text: word, status };
}

/** What is lacking beside the leading target. */
export function shortfallCellOf(scene: OneChartScene, { unit, period }: CellPlace): ReportCell {
	const { shortfall, side } = scene.standingOf(unit, period)?.leading ?? {};
	if (scene.withheldOf(unit, period, scene.indicator.id)) return HIDDEN;
	if (!shortfall || side !== 'below') return EMPTY_CELL;
	return numberCell(Number(shortfall), { text: printCount(shortfall, scene.language) });
}

/** The code of a figure. */
export function codeCellOf(scene: OneChartScene, { unit, period }: CellPlace): ReportCell {
	const trace = scene.codeOf(unit, period);
	return trace === undefined ? EMPTY_CELL : { text: trace, trace };
}

/** A count with its printed words, or any other number with its decimals. */
export function numberCell(
	value: number,
	{
		text,
		unit = 'count',
		decimals = 0
	}: { text: string; unit?: 'count' | 'ratio' | 'points'; decimals?: number }
): ReportCell {
	return { text, number: { value, unit, decimals } };
}
