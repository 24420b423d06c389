/** The columns of a table whose rows are to be as low as can be. */
interface LowRowsGround {
	/** The least width of each column. */
	widths: readonly number[];
	/** Of each column how long its texts are in one line; none where it is not to be widened. */
	texts: readonly (readonly number[])[];
	/** What stands beside a text in its cell. */
	padding: number;
	/** The width that all columns may take together. */
	width: number;
}

/** So many steps the room is given out in. */
const STEPS = 80;
/** How much longer a broken text is than its letters, for lines end at words. */
const RAGGED = 1.1;
/** A row is as high as its highest cell: many lines in one cell weigh more than a few in each. */
const STEEPNESS = 3;

/** The widths, each widened, a little at a time, where that takes most lines from the rows, as long as any line is broken. */
export function lowRows({ widths: least, texts, padding, width }: LowRowsGround): number[] {
	const widths = [...least];
	const grain = (width - sum(widths)) / STEPS;
	if (grain <= 0) return widths;
	const saving = (place: number): number => {
		const room = (widths[place] ?? 0) - padding;
		return sum((texts[place] ?? []).map((text) => height(text, room) - height(text, room + grain)));
	};
	const savings = [...widths.keys()].map(saving);
	for (let step = 0; step < STEPS; step += 1) {
		const best = savings.indexOf(Math.max(...savings));
		if ((savings[best] ?? 0) <= 0) break;
		widths[best] = (widths[best] ?? 0) + grain;
		savings[best] = saving(best);
	}
	return widths;
}

function height(text: number, room: number): number {
	return text <= room ? 1 : ((text * RAGGED) / room) ** STEEPNESS;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, each) => total + each, 0);
}
