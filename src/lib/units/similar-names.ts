import { editDistance } from './edit-distance.ts';

/** Names that resemble the given one, the most alike first; only names for which `accepts` holds, at most `most`. */
export type NameSuggester = (
	name: string,
	options: { most: number; accepts: (name: string) => boolean }
) => string[];

const LOOKED_UP = 1200;
const COMPARED = 40;

/**
 * Suggests among names already folded. Each call looks only at names that share the rarest runs of three letters
 * with the asked one, and compares those that share the most, so that it stays quick over tens of thousands.
 */
export function createNameSuggester(names: readonly string[]): NameSuggester {
	let runs: Map<string, number[]> | undefined;
	return (name, { most, accepts }) => {
		runs ??= indexRuns(names);
		const limit = Math.min(3, Math.floor(name.length / 4));
		const compared: string[] = [];
		for (const i of namesSharingRuns(name, runs)) {
			if (compared.length === COMPARED) break;
			const other = names[i] ?? '';
			if (accepts(other)) compared.push(other);
		}
		return compared
			.map((other) => ({ other, distance: editDistance(name, other, limit) }))
			.filter(({ other, distance }) => distance <= limit || isPartOf(name, other))
			.sort((a, b) => a.distance - b.distance)
			.slice(0, most)
			.map(({ other }) => other);
	};
}

/** True where the shorter text, of two words at least, begins or ends the longer. */
function isPartOf(a: string, b: string): boolean {
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	return short.includes(' ') && (long.startsWith(`${short} `) || long.endsWith(` ${short}`));
}

function indexRuns(names: readonly string[]): Map<string, number[]> {
	const index = new Map<string, number[]>();
	names.forEach((name, i) => {
		for (const run of runsOf(name)) {
			const holders = index.get(run);
			if (holders) holders.push(i);
			else index.set(run, [i]);
		}
	});
	return index;
}

/** Places of the names that share runs with this one, those that share more first, then in list order. */
function namesSharingRuns(name: string, index: Map<string, number[]>): number[] {
	const holders = [...runsOf(name)]
		.map((run) => index.get(run) ?? [])
		.sort((a, b) => a.length - b.length);
	const shared = new Map<number, number>();
	let left = LOOKED_UP;
	for (const places of holders) {
		for (const i of places.slice(0, left)) shared.set(i, (shared.get(i) ?? 0) + 1);
		left -= Math.min(left, places.length);
	}
	return [...shared].sort(([i, a], [j, b]) => b - a || i - j).map(([i]) => i);
}

function runsOf(name: string): Set<string> {
	const padded = ` ${name} `;
	return new Set(Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3)));
}
