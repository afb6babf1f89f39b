package org.fogg.broker.stocks;

import java.util.List;
import org.fogg.broker.command.UnavailableException;

/** Reads bars. Thread-safe. */
public interface BarReads {

    /**
     * The bars of a query, in its order.
     *
     * @throws UnavailableException when they cannot be read
     */
    List<Bar> bars(BarQuery query);
}
