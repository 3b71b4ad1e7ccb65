/** The server could not be asked, or its answer did not arrive whole: whether it did anything is not known. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('connection lost', { cause });
    this.name = 'ConnectionLost';
  }
}

const WITHOUT_BODY: readonly number[] = [204, 205, 304];

/** `fetch` whose answer has arrived whole. @throws ConnectionLost, and what an aborted request throws */
export async function ask(input: string | Request, init?: RequestInit): Promise<Response> {
  try {
    const answer = await fetch(input, init);
    const body = await answer.arrayBuffer();
    const { status, statusText, headers } = answer;
    return new Response(WITHOUT_BODY.includes(status) ? null : body, { status, statusText, headers });
  } catch (error) {
    // The only way in which a browser says that a request failed; nothing else is called here.
    throw error instanceof TypeError ? new ConnectionLost(error) : error;
  }
}
