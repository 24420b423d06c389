/** So many are under way at a time: enough that the disk never waits, few enough that their bytes are no burden. */
export const MOST_AT_ONCE = 16;

/** What the work gives for each item, in their order, `MOST_AT_ONCE` at a time. Rejects with the first fault. */
export async function mapAtOnce<Item, Result>(
	items: readonly Item[],
	work: (item: Item) => Promise<Result>
): Promise<Result[]> {
	const results: Result[] = [];
	const waiting = items.entries();
	const goOn = async (): Promise<void> => {
		for (const [place, item] of waiting) results[place] = await work(item);
	};
	await Promise.all(Array.from({ length: Math.min(MOST_AT_ONCE, items.length) }, goOn));
	return results;
}
