import { localDayOf } from '#lib/base/local-day.ts';
import { type IsoDate, yearOf } from '#lib/base/period.ts';
import type { TraceAnswer } from '#lib/base/trace.ts';
import type { TraceCode } from '#lib/base/trace-code.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { sequenceOf } from '#lib/rollup/find-trace.ts';
import { findTraceAmong } from '#lib/rollup/find-trace-among.ts';
import { contentsUpTo } from './compute-trail.ts';
import { earlierGrounds } from './earlier-grounds.ts';
import type { Ground } from './ground.ts';

/** Which code is followed, and on which day. */
export interface TraceTask {
	code: TraceCode;
	today: IsoDate;
}

/** What a code leads to on the ground in force, or else on one that was in force when it may have been printed. */
export async function computeTrace(
	engine: Engine,
	ground: Ground,
	{ code, today }: TraceTask
): Promise<TraceAnswer> {
	const { manifest, units, lineage, catalogue } = ground;
	const newest = manifest.sequence;
	const sequence = sequenceOf(code, newest);
	const last = manifest.submissions.findLast((each) => each.sequence <= sequence);
	const question = {
		...{ engine, units, lineage, catalogue, code, newest, today },
		submissions: await contentsUpTo(ground, yearOf(code.period)),
		...(last && { notBefore: localDayOf(last.at) })
	};
	return findTraceAmong(question, earlierGrounds(ground, last?.at));
}
