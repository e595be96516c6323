import { startChat } from './liveChat.ts';

startChat();
