import { ensureBuilt } from '#scripts/build.mjs';
import { ensureSample } from '#test/ground/ensure-ground.ts';

/** Brings what every browser test stands on: the built app, and the workspace with the sample in it. */
export default async function prepare(): Promise<void> {
	await ensureBuilt();
	process.env['SAMPLE_WORKSPACE'] = await ensureSample();
}
