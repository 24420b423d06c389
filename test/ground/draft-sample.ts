import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Organisation } from '#lib/units/change-organisation.ts';
import { asAddition } from '#lib/state/drafted.ts';
import { HeldFiles } from '#lib/state/held-files.ts';
import { SAMPLE_NOTE } from '#lib/base/sample-note.ts';
import { sampleReceivedOn } from '#lib/state/sample-received.ts';
import type { Addition } from '#lib/store/submission.ts';
import { ROOT } from '#scripts/run.mjs';

const SHEETS = join(ROOT, 'data', 'samples');

/** What the app commits when the sample of the invented city is loaded, oldest first. */
export async function draftSample({ units }: Pick<Organisation, 'units'>): Promise<Addition[]> {
	const held = new HeldFiles();
	held.useOrganisation({ units, lineage: [] });
	const names = (await readdir(SHEETS)).filter((name) => name.endsWith('.csv')).sort(byPeriod);
	const additions: Addition[] = [];
	for (const [id, name] of names.entries()) {
		const file = new File([await readFile(join(SHEETS, name))], name);
		const reading = await held.read({ id, file, version: 0, choices: {}, layouts: [] });
		held.forget(id);
		if (reading.kind !== 'sheets') throw new Error(`${name} is not a sheet`);
		for (const draft of reading.drafts) {
			const received = sampleReceivedOn(draft);
			additions.push(asAddition(draft, { note: SAMPLE_NOTE, state: 'official', received }));
		}
	}
	return additions;
}

/** `B1-2024-Q4.csv` by its period, then its sheet. */
function byPeriod(a: string, b: string): number {
	const [left = '', right = ''] = [a, b].map((name) => name.replace(/^(\w+)-(.*)$/, '$2 $1'));
	return left < right ? -1 : 1;
}
