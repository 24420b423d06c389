import type { ReportChart } from '#lib/views/report.ts';
import { CHART_FAINT, CHART_SOFT, shape, textProperties } from './chart-fill.ts';
import { chartFormat } from './chart-formats.ts';
import type { ChartLook } from './chart-look.ts';
import { chartScale } from './chart-scale.ts';

const [CATEGORIES, VALUES] = ['111111111', '222222222'];
const [MARK_CATEGORIES, MARK_VALUES] = ['333333333', '444444444'];

/** By what a chart's groups name their axes: of categories, and of values. */
export const AXES = `<c:axId val="${CATEGORIES}"/><c:axId val="${VALUES}"/>`;

/** By what marks name theirs, which lie on the others and are not seen: so they may be thicker than the bars. */
export const MARK_AXES = `<c:axId val="${MARK_CATEGORIES}"/><c:axId val="${MARK_VALUES}"/>`;

/**
 * The two axes. Rows of bars are read downward from the first, with the values below them; periods go from left to
 * right. Every category is named.
 */
export function axesElements(
	chart: ReportChart,
	look: ChartLook,
	{ hasMarks }: { hasMarks: boolean }
): string {
	return categoryAxis(chart, look) + valueAxis(chart, look) + (hasMarks ? markAxes(chart) : '');
}

function categoryAxis({ kind }: ReportChart, look: ChartLook): string {
	const isLine = kind === 'line';
	const line = shape({ line: { colour: CHART_SOFT, width: 0.75 } });
	return [
		`<c:catAx><c:axId val="${CATEGORIES}"/>`,
		`<c:scaling><c:orientation val="${isLine ? 'minMax' : 'maxMin'}"/></c:scaling>`,
		`<c:delete val="0"/><c:axPos val="${isLine ? 'b' : 'l'}"/>`,
		'<c:numFmt formatCode="General" sourceLinked="0"/>',
		'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>',
		`${line}${textProperties(look)}<c:crossAx val="${VALUES}"/><c:crosses val="autoZero"/>`,
		'<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/>',
		`${isLine ? '' : '<c:tickLblSkip val="1"/>'}<c:noMultiLvlLbl val="1"/></c:catAx>`
	].join('');
}

function valueAxis(chart: ReportChart, look: ChartLook): string {
	const isLine = chart.kind === 'line';
	const { min, max, step } = chartScale(chart);
	const isShare = chart.kind === 'levels';
	const ends = isShare ? '' : `<c:max val="${max}"/><c:min val="${min}"/>`;
	const format = axisFormat(chart, { step, look });
	const grid = shape({ line: { colour: CHART_FAINT, width: 0.5 } });
	return [
		`<c:valAx><c:axId val="${VALUES}"/>`,
		`<c:scaling><c:orientation val="minMax"/>${ends}</c:scaling>`,
		`<c:delete val="0"/><c:axPos val="${isLine ? 'l' : 'b'}"/>`,
		`<c:majorGridlines>${grid}</c:majorGridlines>`,
		`<c:numFmt formatCode="${format}" sourceLinked="0"/>`,
		'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>',
		`${shape({ line: 'none' })}${textProperties(look, { colour: CHART_SOFT })}`,
		// The first row stands at the top, so that its end is where the axis of values lies.
		`<c:crossAx val="${CATEGORIES}"/><c:crosses val="${isLine ? 'autoZero' : 'max'}"/>`,
		`<c:crossBetween val="between"/>${isShare ? '' : `<c:majorUnit val="${step}"/>`}</c:valAx>`
	].join('');
}

function markAxes(chart: ReportChart): string {
	const { min, max } = chartScale(chart);
	return [
		`<c:valAx><c:axId val="${MARK_VALUES}"/>`,
		`<c:scaling><c:orientation val="minMax"/><c:max val="${max}"/><c:min val="${min}"/></c:scaling>`,
		'<c:delete val="1"/><c:axPos val="t"/><c:numFmt formatCode="General" sourceLinked="0"/>',
		'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>',
		`<c:crossAx val="${MARK_CATEGORIES}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`,
		`<c:catAx><c:axId val="${MARK_CATEGORIES}"/>`,
		'<c:scaling><c:orientation val="maxMin"/></c:scaling>',
		'<c:delete val="1"/><c:axPos val="r"/><c:numFmt formatCode="General" sourceLinked="0"/>',
		'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>',
		`<c:crossAx val="${MARK_VALUES}"/><c:crosses val="autoZero"/>`,
		'<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
	].join('');
}

function axisFormat(
	{ kind, unit }: ReportChart,
	{ step, look }: { step: number; look: ChartLook }
): string {
	const isRatio = unit === 'ratio' || kind === 'levels';
	const shown = isRatio ? step * 100 : step;
	const decimals = Math.max(0, -Math.floor(Math.log10(shown) + 1e-9));
	return chartFormat(isRatio ? 'ratio' : 'count', { decimals, look });
}
