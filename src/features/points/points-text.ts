/** '+3 分', '-2 分', '0 分' */
export const signedPoints = (points: number): string => `${points > 0 ? '+' : ''}${points} 分`;
