// What the pages do beyond their forms and links: keys, completion, a preview of the line being written, drop. Every page works without it.
import { charts } from "./lazy";
import { complete } from "./complete";
import { drop } from "./drop";
import { keys } from "./keys";
import { marks } from "./marks";
import { preview } from "./preview";
import { why } from "./why";

keys();
complete();
preview();
marks();
drop();
why();
charts();
