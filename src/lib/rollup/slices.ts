/** The places from 0 below the length in so many runs of about the same size, none empty; one run at the least. */
export function slicesOf(length: number, count: number): number[][] {
	const places = Array.from({ length }, (_, place) => place);
	const size = Math.ceil(length / Math.max(1, Math.min(count, length)));
	const slices: number[][] = [];
	for (let from = 0; from < length; from += size) slices.push(places.slice(from, from + size));
	return slices.length > 0 ? slices : [[]];
}
