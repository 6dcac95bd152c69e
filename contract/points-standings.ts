/** points: 榜单: one’s own place, the race of the groups, frozen periods. */
export {};
