// Colours, written `#rrggbb`: how they mix, and how well one is read on another.

function parts(colour: string): number[] {
  return [1, 3, 5].map((place) => Number.parseInt(colour.slice(place, place + 2), 16));
}

/** One colour with a share (0 to 1) of another in it. */
export function mix(colour: string, other: string, share: number): string {
  const more = parts(other);
  const mixed = parts(colour).map((value, place) => Math.round(value * (1 - share) + more[place]! * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

// Relative luminance and contrast ratio are those of WCAG 2.2.
function luminance(colour: string): number {
  const [red, green, blue] = parts(colour).map((value) => {
    const level = value / 255;
    return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** From 1 (the same) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

/** The colour that is liked for what is written on a ground, where it can be read there; else black or white. */
export function readableOn(ground: string, liked: string): string {
  if (contrast(liked, ground) >= 4.5) return liked;
  return contrast('#000000', ground) > contrast('#ffffff', ground) ? '#000000' : '#ffffff';
}
