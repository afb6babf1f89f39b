package org.fogg.launcher.command;

import java.util.Locale;
import org.fogg.launcher.chaos.ChaosResult;

/** What came of chaos, for people. */
final class ChaosText {

    private ChaosText() {}

    static String of(ChaosResult result) {
        ChaosResult.Money money = result.money();
        ChaosResult.RecoveryMs recovery = result.recoveryMs();
        String text =
                String.format(
                        Locale.ROOT,
                        "Chaos, seed %d: %,d faults, %,d orders (%,d acknowledged), %,d executions,"
                                + " %,d trades.%n"
                                + "Duplicates %d, lost %d, unresolved %d. Deposited %s = held %s +"
                                + " in transit %s + difference %s USD.",
                        result.seed(),
                        result.kills().size(),
                        result.orders(),
                        result.acknowledged(),
                        result.executions(),
                        result.trades(),
                        result.duplicates(),
                        result.lost(),
                        result.unresolved(),
                        money.deposited().toPlainString(),
                        money.held().toPlainString(),
                        money.inTransit().toPlainString(),
                        money.difference().toPlainString());
        if (recovery == null) {
            return text;
        }
        return text
                + String.format(
                        Locale.ROOT,
                        "%nOrders on all shards again: p50 %,d ms, max %,d ms; detection p50 %,d"
                                + " ms.",
                        recovery.p50(),
                        recovery.max(),
                        recovery.detectionP50());
    }
}
