/*
 * What the server says in English, said in German: its refusals, warnings and reasons. `{1}` is what the
 * first pair of parentheses found; a whole sentence found there is put into German in turn. No sentence of the
 * server is found by two of them (checks/serverWords.mjs), so their order means nothing.
 */
import answers from "./serverWords/answers.ts";
import campaigns from "./serverWords/campaigns.ts";
import contests from "./serverWords/contests.ts";
import everywhere from "./serverWords/everywhere.ts";
import mail from "./serverWords/mail.ts";
import members from "./serverWords/members.ts";
import operate from "./serverWords/operate.ts";
import posts from "./serverWords/posts.ts";
import privacy from "./serverWords/privacy.ts";
import queries from "./serverWords/queries.ts";
import results from "./serverWords/results.ts";
import signin from "./serverWords/signin.ts";
import sources from "./serverWords/sources.ts";
import spread from "./serverWords/spread.ts";
import strategy from "./serverWords/strategy.ts";

export default [...answers, ...campaigns, ...contests, ...everywhere, ...mail, ...members, ...operate, ...posts, ...privacy, ...queries, ...results, ...signin, ...sources, ...spread, ...strategy];
