/** Asks the service. Every answer is JSON; an error has a sentence for people. */

const PATIENCE_MS = 8000;

export class ApiError extends Error {}

export async function ask(path, parameters = {}) {
  const query = new URLSearchParams(
    Object.entries(parameters).filter(([, value]) => value !== "" && value !== undefined));
  const address = `/api/v1/${path}${query.size ? `?${query}` : ""}`;
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
  const body = await response.json();
  if (!response.ok) {
    throw new ApiError(body.message ?? `The service answered ${response.status}`);
  }
  return body;
}
