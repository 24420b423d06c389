import type { Manifest } from '#lib/store/manifest.ts';

/** What of a manifest travels: no rollup, which can be computed again, and nothing of the machine's own story. */
export function packedPart(manifest: Manifest): Manifest {
	const { rollup: _rollup, log: _log, backup: _backup, ...packed } = manifest;
	return packed;
}
