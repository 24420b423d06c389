import { AppError } from '#lib/base/app-error.ts';
import { beginWorker } from '#lib/engine/begin-worker.ts';
import type { Organisation } from '#lib/units/change-organisation.ts';
import type { FileProgress, IngestTasks } from './ingest-tasks.ts';
import { type LineOptions, type Question, WorkerLine } from './worker-line.ts';
import workerAddress from './ingest-worker.ts?worker&url';

/** The line to the worker that reads files. */
export type IngestLine = WorkerLine<IngestTasks, FileProgress>;

/** The longest file takes a slow computer some minutes, with signs of life in between. */
const MOST_MINUTES_OF_SILENCE = 5;

/**
 * A line to a worker that reads files off the main thread, beside that organisation. A question about a file rejects
 * with AppError `import.stuck` where its reading gave no sign of life for five minutes.
 */
export function openIngestLine(
	organisation: Organisation,
	options: Pick<LineOptions<IngestTasks>, 'signal' | 'onLost'>
): IngestLine {
	const patience = { minutes: MOST_MINUTES_OF_SILENCE, giveUp: stuckAt };
	const line: IngestLine = new WorkerLine(() => beginWorker(workerAddress, 'module'), {
		...options,
		patience
	});
	line.tell('organisation', organisation);
	return line;
}

function stuckAt(asked: Question<IngestTasks>): AppError {
	return new AppError('import.stuck', { file: fileOf(asked), minutes: MOST_MINUTES_OF_SILENCE });
}

function fileOf({ task, question }: Question<IngestTasks>): string {
	if (task === 'draft') return question.file.name;
	const isOfTable = task === 'rows' || task === 'issues' || task === 'alike' || task === 'compare';
	return isOfTable ? question.source.file.name : '';
}
