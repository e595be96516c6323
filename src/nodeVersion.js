// Plain JavaScript, so that it runs where TypeScript does not: tells what to do on a Node that is too old.
import module from 'node:module';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Node ${process.versions.node} cannot run this program: it needs Node 22.18 or newer.\n` +
      'On Linux "npm ci" brings such a Node along; elsewhere install Node 24 from nodejs.org and try again.\n',
  );
  process.exit(1);
}
// Compiled code is kept between starts: the second start is about a third faster (docs/decisions/speed.md).
module.enableCompileCache();
