import type { Unit } from '#lib/units/unit.ts';
import type { Drafted } from './drafted.ts';
import { IngestLine } from './ingest-line.ts';

/** The sheets of the invented city; this file is loaded when the reader asks for the sample, and not before. */
const SHEETS = import.meta.glob<string>('/data/samples/*.csv', {
	query: '?raw',
	import: 'default'
});

/** What drafting the sample needs, and whom to tell how far it is. */
export interface SampleTask {
	units: readonly Unit[];
	signal: AbortSignal;
	onProgress: (done: number, total: number) => void;
}

/** The drafts of all sample sheets, oldest first; rejects with `Cancelled` once the signal is given. */
export async function draftSample({ units, signal, onProgress }: SampleTask): Promise<Drafted[]> {
	const line = new IngestLine(units);
	const stop = (): void => line.close();
	signal.addEventListener('abort', stop);
	try {
		const paths = Object.keys(SHEETS).sort(byPeriod);
		const drafts: Drafted[] = [];
		for (const [done, path] of paths.entries()) {
			onProgress(done, paths.length);
			const file = new File([(await SHEETS[path]?.()) ?? ''], nameOf(path));
			const reading = await line.ask('read', { file });
			if (reading.kind === 'sheets') drafts.push(...reading.drafts);
		}
		return drafts;
	} finally {
		signal.removeEventListener('abort', stop);
		line.close();
	}
}

function nameOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

/** `B1-2024-Q4.csv` by its period, then its sheet. */
function byPeriod(a: string, b: string): number {
	const [left, right] = [a, b].map((path) => nameOf(path).split('-').slice(1).join('-') + path);
	return (left ?? '') < (right ?? '') ? -1 : 1;
}
