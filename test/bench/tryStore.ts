import { benchFullStore } from './fullStore.ts';

await benchFullStore((b, v, u) => console.log(b, v.toFixed(3), u));
