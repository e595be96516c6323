// npm run format [-- FILE ...]
// Plain JavaScript: checks the layout of all files by Biome, whose program npm brings for this system as an optional part.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Where Biome's program is; null where npm was told to leave optional parts out, or has none for this system. */
function findBiome() {
  const file = process.platform === 'win32' ? 'biome.exe' : 'biome';
  for (const libc of ['', '-musl'])
    try {
      return require.resolve(`@biomejs/cli-${process.platform}-${process.arch}${libc}/${file}`);
    } catch {
      // The next one may be there.
    }
  return null;
}

const biome = findBiome();
if (biome === null) {
  process.stdout.write(
    'The layout is not checked: Biome is an optional part that is not installed here. "npm ci" without "--omit=optional" brings it.\n',
  );
  // The builds of the project must not leave a check out.
  process.exitCode = process.env.REQUIRE_ALL ? 1 : 0;
} else {
  const files = process.argv.slice(2);
  const mends = files[0] === '--write';
  process.exitCode =
    spawnSync(biome, ['check', ...(files.length > (mends ? 1 : 0) ? files : [...files, '.'])], { stdio: 'inherit' })
      .status ?? 1;
  if (process.exitCode !== 0 && !mends) process.stdout.write('"npm run format -- --write" mends what can be mended.\n');
}
