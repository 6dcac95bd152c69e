/** points: 申诉. */
export {};
