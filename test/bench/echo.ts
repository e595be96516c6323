import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  MemoryStorage,
} from 'botbuilder';
import { ComponentDialog, DialogSet, WaterfallDialog } from 'botbuilder-dialogs';
import restify from 'restify';

/** The baseline of the bench: the smallest botbuilder bot with a dialog, on the same kind of server. */
const state = new ConversationState(new MemoryStorage());
const dialogs = new DialogSet(state.createProperty('dialogs'));
class Echo extends ComponentDialog {
  constructor() {
    super('echo');
    this.addDialog(
      new WaterfallDialog('turn', [
        async (step) => {
          await step.context.sendActivity(step.context.activity.text);
          return step.endDialog();
        },
      ]),
    );
  }
}
dialogs.add(new Echo());
const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  const dialogContext = await dialogs.createContext(context);
  const result = await dialogContext.continueDialog();
  if (result.status === 'empty') await dialogContext.beginDialog('echo');
  await state.saveChanges(context);
  await next();
});
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request as never, response as never, (context) => bot.run(context));
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('Ready\n'));
