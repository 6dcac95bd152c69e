/** duty: 履职活动. */
export {};
