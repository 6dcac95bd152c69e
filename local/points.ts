/** `npm run points -- verify | rebuild [--uri mongodb://…]` */
import { main } from './points-command';

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
