import type { IsoDate } from '#lib/base/period.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import type { Manifest } from '#lib/store/manifest.ts';
import { sha256Of } from '#lib/store/sha256.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import type { Unit } from '#lib/units/unit.ts';

/** To be raised when the same submissions add up to a rollup of another shape or other figures, or it is kept otherwise. */
const ROLLUP_VERSION = 4;

/** What a rollup is computed from. */
export interface RollupSource {
	manifest: Manifest;
	units: readonly Unit[];
	catalogue: Catalogue;
	lineage?: readonly LineageEvent[];
	/** The day whose units all periods are shown on; lineage counts for nothing without it. */
	boundaries?: IsoDate;
}

/** Names a rollup by all that it is computed from: the same name, the same figures. */
export function rollupKeyOf({
	manifest,
	units,
	catalogue,
	lineage,
	boundaries
}: RollupSource): Promise<string> {
	const submissions = manifest.submissions.map(({ id, contentSha256 }) => [id, contentSha256]);
	const source = JSON.stringify([
		ROLLUP_VERSION,
		submissions,
		units,
		catalogue.templates,
		catalogue.indicators,
		catalogue.advisories ?? [],
		...(boundaries ? [boundaries, lineage] : [])
	]);
	return sha256Of(new TextEncoder().encode(source));
}
