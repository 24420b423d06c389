import type { Tone } from '#lib/views/palette.ts';

/** Light, dark, strong contrast, or as the device says. */
export type ThemeChoice = 'auto' | Tone;

/** All that can be chosen, in the order in which it is offered. */
export const THEMES: readonly ThemeChoice[] = ['auto', 'light', 'dark', 'contrast'];

const KEY = 'thuocdo.theme';

/** The look chosen on this device. */
export function keptTheme(): ThemeChoice {
	const kept = localStorage.getItem(KEY);
	return THEMES.find((theme) => theme === kept) ?? 'auto';
}

/** Remembers the look on this device. */
export function keepTheme(choice: ThemeChoice): void {
	if (choice === 'auto') localStorage.removeItem(KEY);
	else localStorage.setItem(KEY, choice);
}
