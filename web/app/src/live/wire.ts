import { HttpTransportType, HubConnectionBuilder, LogLevel, type HubConnection, type IHttpConnectionOptions } from '@microsoft/signalr';
import type { DeskEvent, DeskPulse } from '../contracts';

/** Longest wait for the WebSocket itself to open. */
const handshake = 3_000;

export type WireEars = {
  opened(): void;
  closed(): void;
  pulse(pulse: DeskPulse): void;
  changed(events: DeskEvent[]): void;
};

/** One connection, once: it is never revived. */
export type Wire = { cut(): void };

/**
 * SignalR as a plain pipe. Its own reconnecting stops for ever after 42 s, and with stateful reconnect it stays
 * `Connected` over a dead line; both are left off, and LiveLink judges by frames alone.
 */
export function openWire(url: string, ears: WireEars): Wire {
  let cut = false;
  const sockets: WebSocket[] = [];
  const connection = build(url, sockets);
  const closed = () => {
    if (!cut) ears.closed();
    cut = true;
  };
  connection.on('pulse', (pulse: DeskPulse) => !cut && ears.pulse(pulse));
  connection.on('changed', (events: DeskEvent[]) => !cut && ears.changed(events));
  connection.onclose(closed);
  connection.start().then(() => !cut && ears.opened(), closed);
  return {
    cut() {
      cut = true;
      // stop() waits for a start that may hang for ever; closing the socket ends that start.
      for (const socket of sockets) socket.close();
      connection.stop().catch(() => {});
    },
  };
}

function build(url: string, sockets: WebSocket[]): HubConnection {
  // SignalR takes a WebSocket class; this one closes itself when it has not opened in time.
  class TimedSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols);
      sockets.push(this);
      setTimeout(() => {
        if (this.readyState === WebSocket.CONNECTING) this.close();
      }, handshake);
    }
  }
  // The option is there and is read in the browser, but its type is kept from the public ones.
  const options: IHttpConnectionOptions & { WebSocket: typeof WebSocket } = {
    transport: HttpTransportType.WebSockets,
    skipNegotiation: true,
    WebSocket: TimedSocket,
  };
  return new HubConnectionBuilder()
    .withUrl(url, options)
    .configureLogging(LogLevel.None)
    .build();
}
