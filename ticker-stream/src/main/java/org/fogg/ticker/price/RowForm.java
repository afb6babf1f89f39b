package org.fogg.ticker.price;

import java.util.List;

/** Turns one row of a price file into prices. */
interface RowForm {

    /**
     * Adds the row's prices.
     *
     * @param fields the row, perhaps shorter than the header
     */
    void add(List<String> fields) throws PriceFileException;
}
