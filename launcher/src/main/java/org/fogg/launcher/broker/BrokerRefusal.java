package org.fogg.launcher.broker;

/** A broker's refusal of a request, with the broker's own message. */
public final class BrokerRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    BrokerRefusal(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Whether the request itself was wrong, rather than the broker unable to serve it. */
    public boolean isCallersFault() {
        return status / 100 == 4;
    }
}
