import conversations from "./conversations.ts";
import crisis from "./crisis.ts";
import firstrun from "./firstrun.ts";
import mail from "./mail.ts";
import listen from "./listen.ts";
import now from "./now.ts";
import person from "./person.ts";
import people from "./people.ts";
import proposals from "./proposals.ts";
import shell from "./shell.ts";
import signin from "./signin.ts";
import sources from "./sources.ts";
import thanks from "./thanks.ts";
import spread from "./spread.ts";
import topics from "./topics.ts";
import watch from "./watch.ts";
import words from "./words.ts";

export default { shell, words, signin, now, listen, conversations, topics, sources, proposals, people, person, thanks, firstrun, mail, spread, watch, crisis };
