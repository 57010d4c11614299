/** The ids that the address names: `?f=a,b` or `?f=a&f=b`, each once. */
export function chosenIds(): readonly string[] {
  const all = new URLSearchParams(location.search).getAll('f').flatMap((one) => one.split(','));
  return [...new Set(all.map((one) => one.trim()).filter((one) => one !== ''))];
}
