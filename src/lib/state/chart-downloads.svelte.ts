import { createContext } from 'svelte';
import type { OneChart } from '#lib/views/one-chart.ts';

/** A chart of a page that a reader may take along. */
export interface ChartOffer {
	/** Stable and unique on the page. */
	name: string;
	/** What it is called there. */
	title: string;
	/** True where small counts of it may point at a person. */
	isGuarded: boolean;
	/** The chart as it stands now, with or without its small counts; absent where it cannot be shown without them. */
	take: (guards: boolean) => OneChart | undefined;
}

/** The charts that the parts of a page offer to be taken along, and which of them the reader is taking. */
export class ChartDownloads {
	#offers = $state.raw<readonly (() => ChartOffer)[]>([]);
	#open = $state<string>();
	readonly #list = $derived.by(() => this.#offers.map((offer) => offer()));

	/** In the order in which the parts came. */
	get offers(): readonly ChartOffer[] {
		return this.#list;
	}

	/** The chart that the reader is taking; absent while the sheet is closed. */
	get chosen(): ChartOffer | undefined {
		return this.#list.find(({ name }) => name === this.#open);
	}

	/** Offers a chart until what it gives is called: `onMount(() => downloads.offer(() => …))`. */
	offer(offer: () => ChartOffer): () => void {
		this.#offers = [...this.#offers, offer];
		return () => {
			this.#offers = this.#offers.filter((each) => each !== offer);
		};
	}

	/** Opens the sheet for the chart of that name, or else for the first of the page. */
	open(name?: string): void {
		this.#open = (this.#list.find((each) => each.name === name) ?? this.#list[0])?.name;
	}

	/** Closes the sheet. */
	close(): void {
		this.#open = undefined;
	}
}

const [getChartDownloads, setChartDownloads] = createContext<ChartDownloads>();

export { getChartDownloads, setChartDownloads };
