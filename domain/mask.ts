/** What is shown of a private person to those who need not know (DESIGN.md section 6). */

/** 王小红 → 王**; an empty name → 某居民. */
export function maskName(name: string): string {
  const family = [...name.trim()][0];
  return family ? `${family}**` : '某居民';
}

/** 13959171093 → 139****1093 */
export function maskPhone(phone: string): string {
  return phone.length >= 7 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '****';
}
