import { afterAll, beforeAll } from 'vitest';
import { bootNodeEngine } from '#lib/engine/boot-node-engine.ts';
import type { Engine } from '#lib/engine/engine.ts';

/** An engine for the tests of a file, booted before the first and closed after the last. */
export function useEngine(): () => Engine {
	let engine: Engine | undefined;
	beforeAll(async () => {
		engine = await bootNodeEngine();
	});
	afterAll(() => engine?.close());
	return () => {
		if (!engine) throw new Error('the engine has not booted');
		return engine;
	};
}
