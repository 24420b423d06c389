/** Choices that the documents leave open, with their documented defaults (data/catalogue/settings.json). */
export interface Settings {
	/** τ: by how many per cent a missing unit's denominator may differ from its last known one (MODEL "Status"). */
	missingTolerancePercent: number;
}
