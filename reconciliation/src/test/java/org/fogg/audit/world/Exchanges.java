package org.fogg.audit.world;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.fogg.audit.exchange.ExchangeRecord;
import org.fogg.audit.exchange.ExchangeRecord.LoggedOn;
import org.fogg.audit.exchange.ExchangeRecord.Report;
import org.fogg.audit.exchange.RecordDecoder;
import org.fogg.contracts.sbe.ExecutionOutcome;

/** Changes exchanges' journals by hand. */
public final class Exchanges {
    private Exchanges() {}

    /** Where the first fill of georegion's order is. */
    public static int fill(World world, String code) {
        return first(
                world,
                code,
                record ->
                        record instanceof Report report
                                && report.outcome() == ExecutionOutcome.FILLED
                                && report.group().equals(world.georegion));
    }

    /** Where the first such record is. */
    public static int first(World world, String code, Predicate<ExchangeRecord> wanted) {
        List<byte[]> records = world.exchanges.get(code);
        for (int i = 0; i < records.size(); i++) {
            if (wanted.test(new RecordDecoder().journal(i, records.get(i)))) {
                return i;
            }
        }
        throw new IllegalStateException("No such record in " + code);
    }

    /** Deletes the first fill. */
    public static void deleteFill(World world, String code) {
        world.exchanges.get(code).remove(fill(world, code));
    }

    /** Deletes the first such record. */
    public static void deleteFirst(World world, String code, Predicate<ExchangeRecord> wanted) {
        world.exchanges.get(code).remove(first(world, code, wanted));
    }

    /** Appends a log-on of a shard's owner. */
    public static void logOn(World world, String code, int shard, long epoch) {
        world.exchanges.get(code).add(loggedOn(world, shard, epoch));
    }

    /** A log-on of a shard's owner, encoded. */
    public static byte[] loggedOn(World world, int shard, long epoch) {
        return new Encoder(world.georegion)
                .loggedOn(new LoggedOn(0, world.georegion, shard, epoch, 1));
    }

    /** Appends a changed copy of the first fill. */
    public static void addFill(World world, String code, UnaryOperator<Report> change) {
        world.exchanges.get(code).add(changed(world, code, change));
    }

    /** Changes the first fill. */
    public static void changeFill(World world, String code, UnaryOperator<Report> change) {
        world.exchanges.get(code).set(fill(world, code), changed(world, code, change));
    }

    /** The same report with the numbers that come next at XLON in {@link Worlds#small}. */
    public static Report next(Report report) {
        return Records.with(Records.with(report, "executionId", 5L), "report", 5L);
    }

    private static byte[] changed(World world, String code, UnaryOperator<Report> change) {
        int index = fill(world, code);
        byte[] record = world.exchanges.get(code).get(index);
        Report report = change.apply((Report) new RecordDecoder().journal(index, record));
        String clientOrderId =
                world.orders.stream()
                        .filter(row -> row.orderId().equals(report.orderId()))
                        .map(row -> row.clientOrderId())
                        .findFirst()
                        .orElse("unknown");
        return new Encoder(world.georegion).report(report, clientOrderId);
    }
}
