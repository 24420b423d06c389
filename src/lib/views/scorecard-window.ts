/** A long line of parts of one size, and the frame through which it is seen; lengths in pixels. */
export interface PartsFrame {
	count: number;
	size: number;
	scrolled: number;
	/** How much of the frame is free for them: without what is frozen at its edge. */
	room: number;
	/** So many more are kept before and after. */
	overscan: number;
}

/** The first of the parts in sight and some around them. */
export function firstInSight({ count, size, scrolled, overscan }: PartsFrame): number {
	return Math.min(count, Math.max(0, Math.floor(scrolled / size) - overscan));
}

/**
 * The end of the parts in sight and some around them: the place after the last. Between the ends of the list there are
 * always equally many, whether or not some are seen in part.
 */
export function endInSight({ count, size, scrolled, room, overscan }: PartsFrame): number {
	const inSight = Math.ceil(room / size) + 1;
	return Math.min(count, Math.max(0, Math.floor(scrolled / size) + inSight + overscan));
}

/** The places from the first up to the end, and of one that is kept wherever it is, so that it does not lose the focus. */
export function placesBetween(
	first: number,
	end: number,
	{ kept, count }: { kept: number; count: number }
): number[] {
	const places = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
	if (kept < 0 || kept >= count) return places;
	if (kept < first) return [kept, ...places];
	return kept >= end ? [...places, kept] : places;
}

/** How far to scroll so that a part lies within the frame; where it already does, where it is scrolled to. */
export function scrollToPart(
	part: number,
	{ size, scrolled, room }: Pick<PartsFrame, 'size' | 'scrolled' | 'room'>
): number {
	const [start, end] = [part * size, (part + 1) * size];
	if (start < scrolled) return start;
	return end > scrolled + room ? end - room : scrolled;
}
