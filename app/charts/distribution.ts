export interface Distribution {
  promoters: number;
  passives: number;
  detractors: number;
}

export type DistributionPart = keyof Distribution;

/** The parts of a distribution bar in reading order, as widths of a hundred that never fall short of it. */
export function distributionParts(
  counts: Distribution,
): { part: DistributionPart; count: number; percent: number }[] {
  const total = counts.promoters + counts.passives + counts.detractors;
  const parts: DistributionPart[] = ['promoters', 'passives', 'detractors'];
  return parts.map((part) => ({
    part,
    count: counts[part],
    percent: total === 0 ? 0 : (100 * counts[part]) / total,
  }));
}
