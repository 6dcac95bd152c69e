/** points: 核验 and 重算. */
export {};
