import type { CeilingReading } from '#lib/catalogue/settings.ts';

const KEY = 'thuocdo.ceiling';
const READINGS: readonly string[] = ['good', 'good-or-better', 'rated'] satisfies CeilingReading[];

/** How the reader has the ceiling on "excellent" read, on this device. */
export class CeilingChoice {
	#chosen = $state<CeilingReading | undefined>(readChoice());

	/** What was chosen; absent until then. */
	get chosen(): CeilingReading | undefined {
		return this.#chosen;
	}

	/** Reads the ceiling so from here on, and remembers it. */
	choose(reading: CeilingReading): void {
		this.#chosen = reading;
		localStorage.setItem(KEY, reading);
	}
}

function readChoice(): CeilingReading | undefined {
	const kept = localStorage.getItem(KEY) ?? '';
	return READINGS.includes(kept) ? (kept as CeilingReading) : undefined;
}
