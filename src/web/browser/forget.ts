import { createKeeper } from './transcript.ts';

// For the pages without the chat: words that were left behind in the tab go there, too, when their time is over.

const keeper = createKeeper(() => sessionStorage);
const forgetOld = (): void => {
  keeper.load(Date.now());
};

forgetOld();
setInterval(forgetOld, 15_000);
document.addEventListener('visibilitychange', forgetOld);
