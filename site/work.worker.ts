import { explain } from './explain.ts';
import { fixAll, judge, stepsAfter } from './judge.ts';
import { fromFragment, toFragment } from './share.ts';
import type { Answer, Request, Tasks } from './task.ts';

addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  const answer: Answer = await work(data).then(
    result => ({ id: data.id, isDone: true, result }),
    () => ({ id: data.id, isDone: false }),
  );
  postMessage(answer);
});

async function work(request: Request): Promise<Tasks[keyof Tasks]['result']> {
  switch (request.task) {
    case 'judge':
      return judge(...request.given);
    case 'fixAll':
      return fixAll(...request.given);
    case 'stepsAfter':
      return stepsAfter(...request.given);
    case 'explain':
      return explain(...request.given);
    case 'toFragment':
      return toFragment(...request.given);
    case 'fromFragment':
      return fromFragment(...request.given);
  }
}
