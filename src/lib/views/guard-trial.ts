import { type Balance, openBalance, type Step } from './guard-balance.ts';
import type { Veil } from './guard-veil.ts';

/** A change of withheld counts in the making, and how it can go on. */
export interface Trial extends Pick<Balance, 'change' | 'take' | 'takeBack' | 'clear'> {
	/** True where the count is withheld, was not changed yet and stays between its bounds. */
	allows: (step: Step) => boolean;
	/**
	 * The steps that set right what has the fewest remedies of all that is upset, first those that upset least besides;
	 * `undefined` where nothing is upset.
	 */
	remedies: () => Step[] | undefined;
}

/** A trial that changes nothing yet. */
export function openTrial(veil: Veil): Trial {
	const { counts, sums } = veil;
	const balance = openBalance(veil);
	const { change, upset, excess } = balance;
	const open = new Set(veil.hidden);

	function allows({ place, step }: Step): boolean {
		const { value = 0, least = 0, most = 0 } = counts[place] ?? {};
		const next = value + step;
		return open.has(place) && !change.has(place) && next >= least && next <= most;
	}

	function forSum(at: number, out: number): Step[] {
		const steps = [...(sums[at] ?? [])].map(([place, factor]) => ({
			place,
			step: -Math.sign(out * factor)
		}));
		return steps.filter(allows);
	}

	function forPart(place: number): Step[] {
		const whole = counts[place]?.within ?? place;
		const steps = [
			{ place: whole, step: 1 },
			{ place, step: -1 }
		];
		return steps.filter(allows);
	}

	function upsetsWith(step: Step): number {
		balance.take(step);
		const upsets = upset.size + excess.size;
		balance.takeBack(step);
		return upsets;
	}

	function remedies(): Step[] | undefined {
		if (upset.size + excess.size === 0) return undefined;
		const ways = [...[...excess].map(forPart), ...[...upset].map(([at, out]) => forSum(at, out))];
		const fewest = ways.reduce((least, way) => (way.length < least.length ? way : least));
		const weighed: { step: Step; upsets: number }[] = [];
		for (const step of fewest) {
			const upsets = upsetsWith(step);
			if (upsets === 0) return [step];
			weighed.push({ step, upsets });
		}
		return weighed.sort((a, b) => a.upsets - b.upsets).map(({ step }) => step);
	}

	return { ...balance, allows, remedies };
}
