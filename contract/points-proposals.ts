/** points: 记分提议 (manual items and deductions) and 不在岗时段. */
export {};
