import { beginWorker } from '#lib/engine/begin-worker.ts';
import type { RollupInput } from '#lib/rollup/roll-up.ts';
import type { StatementSource } from '#lib/rollup/held-statements.ts';
import type { RollupTasks } from './rollup-tasks.ts';
import { WorkerLine } from './worker-line.ts';
import workerAddress from './rollup-worker.ts?worker&url';

/** Is told how far long work is. */
export type OnProgress = (done: number, total: number) => void;

/** A line to a worker that holds what the submissions in force say, and adds it up. */
export function openRollupLine(): WorkerLine<RollupTasks> {
	return new WorkerLine(() => beginWorker(workerAddress, 'module'));
}

/** `rollUp` in a worker of its own; the contents stay with the caller. */
export async function rollUpInWorker({
	submissions,
	boundaries,
	...source
}: RollupInput): Promise<Uint8Array> {
	const line = openRollupLine();
	try {
		const named = submissions.map(({ sequence }, place) => ({ name: String(place), sequence }));
		await line.ask('settle', { source: sourceOf(source), inForce: named });
		for (const [place, submission] of named.entries()) {
			const bytes = submissions[place]?.bytes.slice() ?? new Uint8Array();
			await line.ask('tell', { submission, bytes }, { handOver: [bytes] });
		}
		return await line.ask('roll-up', { boundaries });
	} finally {
		line.close();
	}
}

/** What of the source goes to the worker: of the catalogue no more than what adds up. */
export function sourceOf({
	units,
	lineage,
	catalogue: { templates, indicators, advisories }
}: Omit<RollupInput, 'submissions' | 'boundaries'>): StatementSource {
	return { units, lineage, catalogue: { templates, indicators, advisories } };
}
