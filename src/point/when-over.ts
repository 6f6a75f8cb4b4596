import type { IncomingMessage, ServerResponse } from 'node:http';

/** Calls back once when an exchange is over, one way or the other; a pipelined answer that never got its turn only shows in its socket. */
export const whenOver = (request: IncomingMessage, response: ServerResponse, tell: () => void): void => {
  const { socket } = request;
  const over = () => {
    response.off('close', over);
    socket.off('close', over);
    tell();
  };
  response.once('close', over);
  socket.once('close', over);
};
