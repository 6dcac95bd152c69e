/** 月度典型代表: one of each group a month, from the evidence to the published article. Source: practice notes, "Monthly model". */

/** drafting 起草 → signing 待组长签字 → signed 待主席团发布 → published 已发布; none: 本月不推荐. */
export const modelStatuses = ['drafting', 'signing', 'signed', 'published', 'none'] as const;
export type ModelStatus = (typeof modelStatuses)[number];
