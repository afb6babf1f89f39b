package org.fogg.broker.updates;

/** Why a stream is closed, in the codes of RFC 6455. */
final class StreamCodes {

    /** The broker stops. */
    static final int GOING_AWAY = 1001;

    /** The client broke a rule: no key, an ended key, or it does not read. */
    static final int POLICY = 1008;

    /** A message is over 64 KiB. */
    static final int TOO_BIG = 1009;

    /** A fault of the broker. */
    static final int FAILURE = 1011;

    /** As many streams are open as may be. */
    static final int OVERLOAD = 1013;

    private StreamCodes() {}
}
