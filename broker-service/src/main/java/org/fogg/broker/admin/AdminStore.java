package org.fogg.broker.admin;

import java.util.UUID;
import org.fogg.broker.command.UnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * What administration keeps beside the shards' journals. Thread-safe; every method may throw {@link
 * UnavailableException}.
 */
public interface AdminStore {

    /** Keeps whose home this georegion is. */
    void addTrader(UUID traderId);

    /** The georegion that is the trader's home; null when none is known. */
    @Nullable String home(UUID traderId);

    /** Keeps that the georegion's kill switch was last switched on or off. */
    void setHalted(boolean halted);

    /** Whether the georegion's kill switch was last switched on. */
    boolean isHalted();
}
