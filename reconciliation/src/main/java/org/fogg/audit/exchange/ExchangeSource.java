package org.fogg.audit.exchange;

import java.util.List;
import java.util.function.Consumer;

/** Where exchanges make themselves known and keep their journals. Each call reads afresh. */
public interface ExchangeSource {

    /** All stocks that are listed in a georegion. */
    List<Listing> listings(String georegion);

    /** Every record of an exchange's journal, in order, to its present end. */
    void journal(String exchangeCode, Consumer<ExchangeRecord> reader);
}
