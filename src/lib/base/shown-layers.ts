/** What a value may be held against on an indicator's page: the targets of one rank, or what the unit's peers reach. */
export type ShownLayer = 'central' | 'city' | 'own' | 'peers';

/** All of them, from the highest down. */
export const SHOWN_LAYERS: readonly ShownLayer[] = ['central', 'city', 'own', 'peers'];
