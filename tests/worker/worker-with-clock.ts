// The worker with a clock that the test sets by a header. The shipped entrance knows no such header.
import { workerHandler } from "../../src/worker.ts";

export default workerHandler((request) => {
  const told = request.headers.get("x-test-now");
  return () => (told === null ? new Date() : new Date(told));
});
