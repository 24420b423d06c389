import type { Unit } from '#lib/units/unit.ts';
import type { Drafted } from './drafted.ts';
import { openIngestLine } from './open-ingest-line.ts';
import { sampleReceivedOn } from './sample-received.ts';

/** The invented city's sheets, text by path; this file is loaded when the sample is asked for, and not before. */
const SHEETS = import.meta.glob<string>('/data/samples/*.csv', {
	query: '?raw',
	import: 'default',
	eager: true
});

/** What drafting the sample needs, and whom to tell how far it is. */
export interface SampleTask {
	units: readonly Unit[];
	signal: AbortSignal;
	onProgress: (done: number, total: number) => void;
}

/** The drafts of all sample sheets, oldest first; rejects with `Cancelled` once the signal is given. */
export async function draftSample({ units, signal, onProgress }: SampleTask): Promise<Drafted[]> {
	const line = openIngestLine({ units, lineage: [] }, { signal });
	try {
		const sheets = Object.entries(SHEETS).sort(byPeriod);
		const drafts: Drafted[] = [];
		for (const [done, [path, text]] of sheets.entries()) {
			onProgress(done, sheets.length);
			const file = new File([text], nameOf(path));
			const source = { id: done, file, version: 0, choices: {}, layouts: [] };
			const reading = await line.ask('draft', source);
			line.tell('forget', done);
			if (reading.kind === 'sheets') drafts.push(...reading.drafts.map(withDay));
		}
		return drafts;
	} finally {
		line.close();
	}
}

function withDay(draft: Drafted): Drafted {
	const received = sampleReceivedOn(draft);
	return { ...draft, ...(received && { received }) };
}

function nameOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

/** `B1-2024-Q4.csv` by its period, then its sheet. */
function byPeriod([a]: [string, string], [b]: [string, string]): number {
	const [left, right] = [a, b].map((path) => nameOf(path).replace(/^(\w+)-(.*)$/, '$2 $1'));
	return (left ?? '') < (right ?? '') ? -1 : 1;
}
