import { type Profiler, Session } from 'node:inspector';

/** The scripts whose paths count: ours, and the readers that we hand strangers' bytes to. */
const COUNTED = /\/src\/lib\/|\/(?:hyparquet|hyparquet-compressors|@e965\/xlsx|papaparse)\//;

/** Which parts of our code were run, by V8's own block coverage. */
export class Coverage {
	readonly #session = new Session();
	readonly #known = new Set<string>();

	constructor() {
		this.#session.connect();
		this.#session.post('Profiler.enable');
		this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
	}

	/** What was run since the last look and never before; from here on it is known. */
	takeNew(): Set<string> {
		const found = new Set(this.#taken().filter((part) => !this.#known.has(part)));
		for (const part of found) this.#known.add(part);
		return found;
	}

	/** Those of the parts that were run since the last look. */
	amongWhatRan(parts: ReadonlySet<string>): Set<string> {
		return new Set(this.#taken().filter((part) => parts.has(part)));
	}

	/** How many parts are known. */
	get size(): number {
		return this.#known.size;
	}

	/** Ends the counting. */
	stop(): void {
		this.#session.disconnect();
	}

	#taken(): string[] {
		const scripts: Profiler.ScriptCoverage[] = [];
		this.#session.post('Profiler.takePreciseCoverage', (error, { result }) => {
			if (error) throw error;
			scripts.push(...result);
		});
		return scripts
			.filter(({ url }) => COUNTED.test(url))
			.flatMap(({ scriptId, functions }) =>
				functions.flatMap(({ ranges }) =>
					ranges
						.filter(({ count }) => count > 0)
						.map(({ startOffset, endOffset }) => `${scriptId} ${startOffset}-${endOffset}`)
				)
			);
	}
}
