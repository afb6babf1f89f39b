package org.fogg.core.engine;

import java.util.UUID;

/** A command about an order that waits for the outcome of the order's attempt. */
sealed interface Waiting {

    long token();

    /** A placement, the first or a repeated one. */
    record Place(long token) implements Waiting {}

    /** A cancellation. */
    record Cancel(long token, UUID traderId) implements Waiting {}

    /** A replacement. */
    record Replace(long token, ReplaceTerms terms) implements Waiting {}
}
