package org.fogg.core.funding;

/**
 * A transfer as its sender knows it. Times are nanoseconds since the Unix epoch.
 *
 * @param number counts the sending shard's transfers from 1
 * @param heldAt when the money was set aside
 * @param updatedAt when its state changed last
 */
public record Transfer(
        long number, TransferTerms terms, TransferState state, long heldAt, long updatedAt) {

    Transfer with(TransferState next, long at) {
        return new Transfer(number, terms, next, heldAt, at);
    }
}
