import type { Facts } from '#lib/assess/standing.ts';
import type { ReportSectionId } from '#lib/base/report-definition.ts';
import { AppError } from '#lib/base/app-error.ts';
import { say } from '#lib/base/messages.ts';
import type { Report, ReportBlock, ReportSection } from './report.ts';
import { changeBlocks } from './report-changes.ts';
import { extremeBlocks } from './report-extremes.ts';
import type { ReportGround } from './report-ground.ts';
import { reportHead } from './report-head.ts';
import { indicatorSections } from './report-indicator.ts';
import { letterLines } from './report-letters.ts';
import { methodBlocks } from './report-method.ts';
import { missingBlocks } from './report-missing.ts';
import { qualityBlocks } from './report-quality.ts';
import { openScene, type ReportScene } from './report-scene.ts';
import { scorecardBlocks } from './report-scorecard.ts';
import { sourceSentence } from './report-source.ts';
import { summaryBlocks } from './report-summary.ts';
import { targetBlocks } from './report-targets.ts';
import { taskBlocks } from './report-tasks.ts';

export type { ReportGround } from './report-ground.ts';

/** Composes the blocks of a section, pausing often. */
type Composer = (scene: ReportScene) => Generator<unknown, ReportBlock[]>;

const COMPOSERS: Record<Exclude<ReportSectionId, 'indicators'>, Composer> = {
	summary: summaryBlocks,
	targets: targetBlocks,
	scorecard: scorecardBlocks,
	'best-and-worst': extremeBlocks,
	changes: changeBlocks,
	'missing-reports': missingBlocks,
	'data-quality': qualityBlocks,
	tasks: taskBlocks,
	method: methodBlocks
};

/** How much longer the section of all indicators takes than another one, for each of them. */
const INDICATOR_WEIGHT = 0.5;

/**
 * Composes a report from the figures, pausing often with the share that is done, 0 to 1: the same facts and ground give the
 * same report. Throws AppError `report.no-unit` where the unit does not exist in the period.
 */
export function* composeReport(facts: Facts, ground: ReportGround): Generator<number, Report> {
	const { definition } = ground;
	const { language, profile } = definition;
	const scene = yield* asShare(openScene(facts, ground), 0);
	if (!scene) {
		throw new AppError('report.no-unit', { unit: ground.path.at(-1) ?? '', period: ground.period });
	}
	const sections = yield* composeSections(scene);
	const below = facts.settings.smallCellBelow;
	return {
		language,
		profile,
		head: reportHead(scene),
		sections,
		letters: letterLines(sections, { language, below }),
		source: sourceSentence(scene)
	};
}

function* composeSections(scene: ReportScene): Generator<number, ReportSection[]> {
	const { sections: ids, language } = scene.ground.definition;
	const weights = ids.map((id) =>
		id === 'indicators' ? 1 + scene.indicators.length * INDICATOR_WEIGHT : 1
	);
	const whole = weights.reduce((sum, weight) => sum + weight, 0);
	const sections: ReportSection[] = [];
	let done = 0;
	for (const [place, id] of ids.entries()) {
		const weight = weights[place] ?? 1;
		const head = { id, title: say(language, `report.section-${id}`), level: 1 as const };
		if (id === 'indicators') {
			const start = done;
			const below = indicatorSections(scene);
			sections.push({ ...head, blocks: [] });
			sections.push(...(yield* mapped(below, (share) => (start + share * weight) / whole)));
		} else {
			const blocks = yield* asShare(COMPOSERS[id](scene), done / whole);
			sections.push({ ...head, blocks });
		}
		done += weight;
		yield done / whole;
	}
	return sections;
}

/** The work, each of its pauses with the same share done. */
function* asShare<T>(work: Generator<unknown, T>, share: number): Generator<number, T> {
	return yield* mapped(work, () => share);
}

/** The work, each of its pauses with what is made of what it paused with. */
function* mapped<From, To, T>(
	work: Generator<From, T>,
	toOther: (from: From) => To
): Generator<To, T> {
	for (let step = work.next(); ; step = work.next()) {
		if (step.done) return step.value;
		yield toOther(step.value);
	}
}
