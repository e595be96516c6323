/** A JSON object whose form only its schema knows. */
export type JsonObject = Record<string, unknown>;

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;

/** A path as the localisation files of Teams write it: `bots[0].commandLists[0].commands[1].title`. */
export function placeOf(path: readonly string[]): string {
  return path.map((step, index) => (/^\d+$/.test(step) ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}

/** Every text within a value, with its place. */
export function textsOf(value: unknown, path: readonly string[] = []): { place: string; text: string }[] {
  if (typeof value === 'string') return [{ place: placeOf(path), text: value }];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([step, inner]) => textsOf(inner, [...path, step]));
}

/** Puts the settings into every text: "{{PUBLIC_URL}}/privacy". What names no setting stays as it is. */
export function fill<Value>(value: Value, settings: Readonly<Record<string, string>>): Value {
  return JSON.parse(JSON.stringify(value), (_key, inner: unknown) =>
    typeof inner === 'string'
      ? inner.replace(/\{\{(\w+)\}\}/g, (braces, name: string) => settings[name] ?? braces)
      : inner,
  );
}

/** Puts a text where its place says; objects and lists on the way are made. */
export function putAt(object: JsonObject, place: string, text: string): void {
  const steps = place.match(/[^.[\]]+/g) ?? [];
  const last = steps.pop();
  if (last === undefined) return;
  let inner = object;
  for (const [index, step] of steps.entries()) {
    if (!isObject(inner[step])) inner[step] = /^\d+$/.test(steps[index + 1] ?? last) ? [] : {};
    inner = inner[step] as JsonObject;
  }
  inner[last] = text;
}
