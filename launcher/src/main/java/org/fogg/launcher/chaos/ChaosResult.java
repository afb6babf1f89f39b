package org.fogg.launcher.chaos;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.fogg.audit.report.AuditReport;
import org.fogg.audit.report.Totals;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run, as programs read it.
 *
 * @param orders in the journals
 * @param acknowledged orders that clients were told are in force
 * @param executions fills in the exchanges' journals
 * @param trades in the brokers' journals
 * @param recoveryMs from a fault to orders on all shards; null without faults
 * @param ok whether every record agrees, nothing is open, and every part came back
 */
public record ChaosResult(
        long seed,
        List<Kill> kills,
        long orders,
        long acknowledged,
        long executions,
        long trades,
        long duplicates,
        long lost,
        long unresolved,
        Money money,
        @JsonProperty("recovery_ms") @Nullable RecoveryMs recoveryMs,
        boolean ok) {

    private static final double SECOND = 1_000.0;

    /** A fault; times in seconds since the load began. */
    public record Kill(
            String target,
            String signal,
            @JsonProperty("at_s") double atS,
            @JsonProperty("back_s") double backS) {}

    /** In USD; held is what accounts and exchanges have. */
    public record Money(
            BigDecimal deposited,
            BigDecimal held,
            @JsonProperty("in_transit") BigDecimal inTransit,
            BigDecimal difference) {}

    /** In milliseconds. */
    public record RecoveryMs(
            long p50, long max, @JsonProperty("detection_p50") long detectionP50) {}

    static ChaosResult of(
            long seed, List<Strike> strikes, List<String> failures, AuditReport report) {
        Totals totals = report.totals();
        boolean nothingOpen =
                totals.duplicates() == 0
                        && totals.lost() == 0
                        && totals.unresolved() == 0
                        && totals.money().difference() == 0;
        return new ChaosResult(
                seed,
                strikes.stream().map(ChaosResult::kill).toList(),
                report.checked().orders(),
                totals.acknowledged(),
                report.checked().exchangeExecutions(),
                report.checked().trades(),
                totals.duplicates(),
                totals.lost(),
                totals.unresolved(),
                money(totals.money()),
                recovery(strikes),
                report.ok() && nothingOpen && failures.isEmpty());
    }

    private static Kill kill(Strike strike) {
        return new Kill(
                strike.target(),
                strike.signal().name(),
                strike.atMillis() / SECOND,
                strike.backMillis() / SECOND);
    }

    private static Money money(Totals.Money money) {
        return new Money(
                usd(money.deposited()),
                usd(money.held()),
                usd(money.inTransit()),
                usd(money.difference()));
    }

    /** Without needless zeros, and never with an exponent. */
    private static BigDecimal usd(long amount) {
        BigDecimal stripped = BigDecimal.valueOf(amount, 4).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static @Nullable RecoveryMs recovery(List<Strike> strikes) {
        List<Long> times =
                strikes.stream()
                        .map(Strike::recoveryMillis)
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList();
        if (times.isEmpty()) {
            return null;
        }
        List<Long> detections = strikes.stream().map(Strike::detectionMillis).sorted().toList();
        return new RecoveryMs(median(times), times.get(times.size() - 1), median(detections));
    }

    private static long median(List<Long> sorted) {
        return sorted.get((sorted.size() - 1) / 2);
    }
}
