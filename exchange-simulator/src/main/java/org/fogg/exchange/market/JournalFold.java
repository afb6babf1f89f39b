package org.fogg.exchange.market;

import java.util.HashMap;
import java.util.Map;
import org.fogg.exchange.journal.JournalReader;
import org.fogg.exchange.ledger.ExecutionLedger;
import org.fogg.exchange.message.JournalRecord;
import org.fogg.exchange.message.LoggedOn;
import org.fogg.exchange.message.Report;
import org.fogg.exchange.message.StockState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folds a journal into a ledger and the latest state of each stock. */
final class JournalFold implements JournalReader {

    private static final Logger LOG = LoggerFactory.getLogger(JournalFold.class);

    private final ExecutionLedger ledger;
    private final Map<String, StockState> stocks = new HashMap<>();
    private int highestStockId;

    JournalFold(int exchangeId) {
        this.ledger = new ExecutionLedger(exchangeId);
    }

    @Override
    public void onRecord(JournalRecord item, byte[] encoded) {
        if (item instanceof Report report) {
            if (!ledger.replay(report, encoded)) {
                LOG.warn("Left out a report that contradicts an earlier one: {}", report);
            }
        } else if (item instanceof LoggedOn loggedOn) {
            ledger.replay(loggedOn);
        } else if (item instanceof StockState state) {
            stocks.put(state.symbol(), state);
            highestStockId = Math.max(highestStockId, state.stockId());
        }
    }

    ExecutionLedger ledger() {
        return ledger;
    }

    @Nullable StockState stock(String symbol) {
        return stocks.get(symbol);
    }

    int highestStockId() {
        return highestStockId;
    }
}
