import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	endInSight,
	firstInSight,
	type PartsFrame,
	placesBetween,
	scrollToPart
} from '#lib/views/scorecard-window.ts';

const frame = { count: 3400, size: 40, scrolled: 4000, room: 400, overscan: 2 };

function placesOf(of: PartsFrame, kept = -1): number[] {
	return placesBetween(firstInSight(of), endInSight(of), { kept, count: of.count });
}

describe('what is in sight', () => {
	it('is what the frame shows and some around it', () => {
		expect(placesOf(frame)).toEqual(Array.from({ length: 15 }, (_, at) => 98 + at));
	});

	it('holds the one with the focus wherever it is, in order', () => {
		expect(placesOf(frame, 3).slice(0, 2)).toEqual([3, 98]);
		expect(placesOf(frame, 3000).slice(-2)).toEqual([112, 3000]);
		expect(placesOf(frame, 100)).toEqual(placesOf(frame));
		expect(placesOf(frame, 3400)).toEqual(placesOf(frame));
	});

	it('is equally many parts wherever the frame stands between the ends', () => {
		const counts = [4000, 4001, 4020, 4039].map(
			(at) => placesOf({ ...frame, scrolled: at }).length
		);
		expect(counts).toEqual([15, 15, 15, 15]);
	});

	it('never leaves the list, and goes up', () => {
		const number = fc.integer({ min: 0, max: 5000 });
		fc.assert(
			fc.property(number, number, fc.integer({ min: -1, max: 6000 }), (count, scrolled, kept) => {
				const places = placesOf({ ...frame, count, scrolled }, kept);
				expect(places.every((place) => place >= 0 && place < count)).toBe(true);
				expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
			})
		);
	});
});

it('a part is scrolled to only where it is out of sight', () => {
	const scroll = (part: number): number => scrollToPart(part, frame);
	expect([scroll(100), scroll(109), scroll(99), scroll(110)]).toEqual([4000, 4000, 3960, 4040]);
});
