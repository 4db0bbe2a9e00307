// The base of every error that says "this cannot go on". The code is stable; there is no HTTP status inside.
export abstract class ServiceError extends Error {
  abstract readonly code: string;
}
