/** What the work gives for each item, in their order; so many are under way at a time. Rejects with the first fault. */
export async function mapAtOnce<Item, Result>(
	items: readonly Item[],
	most: number,
	work: (item: Item) => Promise<Result>
): Promise<Result[]> {
	const results: Result[] = [];
	const waiting = items.entries();
	const goOn = async (): Promise<void> => {
		for (const [place, item] of waiting) results[place] = await work(item);
	};
	await Promise.all(Array.from({ length: Math.min(most, items.length) }, goOn));
	return results;
}
