import { bootBrowserEngine } from '#lib/engine/boot-browser-engine.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { layOutWorkbench } from '#lib/rollup/lay-out-workbench.ts';
import { type Ground, withSequences } from './ground.ts';
import { rollUpInWorker } from './rollup-line.ts';
import { readKeptRollup } from '#lib/package/kept-rollup.ts';
import { rollupKeyOf } from '#lib/package/rollup-key.ts';

export { countQuery, readQuery } from '#lib/engine/read-query.ts';

/** Boots an engine for questions alone; this file is loaded when there is one. */
export function bootWorkbench(): Promise<Engine> {
	return bootBrowserEngine();
}

/** Lays out on the engine what is in force. */
export async function fillWorkbench(engine: Engine, ground: Ground): Promise<void> {
	const { store, manifest, units, catalogue } = ground;
	const contents = await store.contents(manifest.submissions);
	const kept = await readKeptRollup(store, await rollupKeyOf(ground));
	const sequenced = withSequences(manifest.submissions, contents);
	const rollup = kept ?? (await rollUpInWorker({ units, catalogue, submissions: sequenced }));
	const submissions = contents.flatMap((content, place) => {
		const submission = manifest.submissions[place];
		return submission ? [{ ...submission, content }] : [];
	});
	await layOutWorkbench(engine, { units, catalogue, submissions, rollup });
}
