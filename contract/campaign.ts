/** campaign: 主题实践活动. */
export {};
