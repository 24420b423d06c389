import { say } from '#lib/base/messages.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { narrativeOf } from './narrative.ts';
import { headClause } from './narrative-head.ts';
import { shortfallClause, targetClause } from './narrative-target.ts';
import type { ReportBlock, ReportPart } from './report.ts';
import { figureOf } from './report-figure.ts';
import type { ReportScene } from './report-scene.ts';
import { joinParts, mergeParts, type NarrativePart } from './sentence-parts.ts';

/** A paragraph of plain words. */
export function paragraph(text: string): ReportBlock {
	return { kind: 'paragraph', parts: [{ text }] };
}

/**
 * How the unit stands at an indicator, in one sentence that ends with the code of its figure. Where its counts are hidden
 * the sentence says so; where some below may be, it tells of the unit alone.
 */
export function figureSentence(scene: ReportScene, indicator: Indicator): ReportPart[] {
	const { facts, view, whole } = scene;
	const { isHidden, standing, trace } = figureOf(scene, { unit: whole, indicator });
	const told = !scene.guard.isGuarded(indicator.id)
		? narrativeOf(facts, view, indicator)
		: isHidden
			? hiddenSentence(scene, indicator)
			: sentenceOf([
					headClause(standing, view),
					targetClause(facts, standing, view),
					shortfallClause(standing, view)
				]);
	return [...withCodes(scene, told), ...(trace === undefined ? [] : [codePart(trace)])];
}

/** The pieces with the codes of their figures. */
function withCodes({ codeOf }: ReportScene, parts: readonly NarrativePart[]): ReportPart[] {
	return parts.map((part) => {
		const trace = part.trail && codeOf(part.trail);
		return trace === undefined ? part : { ...part, trace };
	});
}

/** A code that closes a sentence. */
export function codePart(trace: string): ReportPart {
	return { text: ` [${trace}]`, role: 'code', trace };
}

function hiddenSentence(
	{ view: { language } }: ReportScene,
	indicator: Indicator
): NarrativePart[] {
	return [{ text: say(language, 'report.hidden-sentence', { name: indicator.name[language] }) }];
}

function sentenceOf(clauses: readonly (readonly NarrativePart[])[]): NarrativePart[] {
	const [first, ...others] = mergeParts([...joinParts(clauses, ', '), { text: '.' }]);
	if (!first) return [];
	return [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...others];
}
