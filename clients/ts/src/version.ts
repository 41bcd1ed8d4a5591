/** Below nothing where the first version is older, above where it is newer. A `-dev` comes before its release. */
export function compare(one: string, other: string): number {
  const [a, b] = [parts(one), parts(other)];
  const at = a.findIndex((number, at) => number !== b[at]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

function parts(version: string): number[] {
  const [numbers, working] = [version.replace(/-.*$/, ''), version.includes('-')];
  const [major = 0, minor = 0, patch = 0] = numbers.split('.').map(part => Number.parseInt(part, 10) || 0);
  return [major, minor, patch, working ? 0 : 1];
}
