const asJson = process.argv.includes('--json');

/** Says one figure; with `--json` as one object a line. */
export function report(bench: string, value: number, unit: string, baseline: number | null = null): void {
  const ratio = baseline === null ? null : Number((value / baseline).toFixed(3));
  const shown = {
    bench,
    value: Number(value.toFixed(4)),
    unit,
    baseline: baseline === null ? null : Number(baseline.toFixed(4)),
    ratio,
  };
  process.stdout.write(
    asJson
      ? `${JSON.stringify(shown)}\n`
      : `${bench}: ${shown.value} ${unit}${baseline === null ? '' : ` (baseline ${shown.baseline}, ratio ${ratio})`}\n`,
  );
}
