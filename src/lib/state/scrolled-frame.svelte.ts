/** So long after the last step of scrolling the frame counts as being at rest, in milliseconds. */
const REST = 150;

/** A frame through which a long table is seen: its size and how far it is scrolled, in pixels. */
export class ScrolledFrame {
	#element?: HTMLElement;
	#resting?: ReturnType<typeof setTimeout>;
	#top = $state(0);
	#left = $state(0);
	#size = $state.raw({ width: 1000, height: 600 });
	#rem = $state(16);
	#isRolling = $state(false);

	/** How far the table is scrolled down. */
	get top(): number {
		return this.#top;
	}

	/** How far it is scrolled to the side. */
	get left(): number {
		return this.#left;
	}

	/** What of the table there is room for. */
	get size(): { width: number; height: number } {
		return this.#size;
	}

	/** The size of the page's letters. */
	get rem(): number {
		return this.#rem;
	}

	/** True while rows pass by and nothing is scrolled to the side: then what is frozen at the side need not be held there. */
	get isRolling(): boolean {
		return this.#isRolling;
	}

	/** Watches an element as the frame, for as long as it is in the page. */
	readonly watch = (element: HTMLElement): (() => void) => {
		this.#element = element;
		const observer = new ResizeObserver(() => {
			this.#rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
			this.#size = { width: element.clientWidth, height: element.clientHeight };
		});
		observer.observe(element);
		element.addEventListener('scroll', this.#follow, { passive: true });
		return () => {
			observer.disconnect();
			element.removeEventListener('scroll', this.#follow);
			clearTimeout(this.#resting);
			this.#element = undefined;
		};
	};

	/** Scrolls to a place; what is not given stays. */
	scrollTo({ top, left }: { top?: number; left?: number }): void {
		if (!this.#element) return;
		if (top !== undefined) this.#element.scrollTop = top;
		if (left !== undefined) this.#element.scrollLeft = left;
		this.#read(this.#element);
	}

	readonly #follow = (): void => {
		if (!this.#element) return;
		const before = this.#top;
		this.#read(this.#element);
		this.#isRolling = this.#left === 0 && (this.#isRolling || this.#top !== before);
		clearTimeout(this.#resting);
		this.#resting = setTimeout(() => (this.#isRolling = false), REST);
	};

	#read({ scrollTop, scrollLeft }: HTMLElement): void {
		[this.#top, this.#left] = [scrollTop, scrollLeft];
	}
}
