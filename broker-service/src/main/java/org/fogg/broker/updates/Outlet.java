package org.fogg.broker.updates;

/** The way to one client. Thread-safe; no method blocks. */
interface Outlet {

    /** Most characters of messages that wait for a slow client. */
    int MOST_WAITING = 512 * 1024;

    /** Sends a message after all that were given before. A client that is too slow is closed. */
    void send(String message);

    /** Calls once when nothing waits any more: at once, on this thread, when nothing does now. */
    void whenDrained(Runnable task);

    /** Answers in binary frames from now on. */
    void useBinary();

    /** Asks the client for a sign of life. */
    void ping();

    /**
     * Ends the stream; what waits is not sent.
     *
     * @param code of RFC 6455
     */
    void close(int code, String reason);
}
