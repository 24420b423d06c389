import type { Status } from '#lib/assess/assessment.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { statusOf } from './overview-reading.ts';
import type { ReportBlock } from './report.ts';
import { figureOf } from './report-figure.ts';
import type { ReportScene } from './report-scene.ts';
import { figureSentence, paragraph } from './report-sentence.ts';
import { STATUS_ORDER, statusLook } from './status-look.ts';

/** How many indicators stand how, then a sentence for each. */
export function* summaryBlocks(scene: ReportScene): Generator<undefined, ReportBlock[]> {
	const { indicators, whole, view } = scene;
	const shown = indicators
		.map((indicator) => figureOf(scene, { unit: whole, indicator }))
		.filter(({ isHidden }) => !isHidden);
	const items = [];
	for (const indicator of indicators) {
		items.push(figureSentence(scene, indicator));
		yield;
	}
	const counts = countsWords(
		shown.map(({ standing }) => statusOf(standing)),
		view.language
	);
	const words = say(view.language, 'report.summary-counts', { count: indicators.length, counts });
	return [paragraph(words), { kind: 'list', items }];
}

/** `9 đạt, 6 chưa đạt`. */
export function countsWords(statuses: readonly Status[], language: Language): string {
	return STATUS_ORDER.flatMap((status) => {
		const count = statuses.filter((each) => each === status).length;
		if (count === 0) return [];
		const word = statusLook(status, language).word.toLowerCase();
		return [say(language, 'report.count', { count, status: word })];
	}).join(', ');
}
