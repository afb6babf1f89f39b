package org.fogg.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.fogg.audit.exchange.ExchangeRecord.Report;
import org.fogg.audit.report.AuditReport;
import org.fogg.audit.world.Exchanges;
import org.fogg.audit.world.Records;
import org.fogg.audit.world.World;
import org.fogg.audit.world.Worlds;
import org.fogg.contracts.sbe.ExecutionOutcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Records that an exchange wrote before it lost Kafka and began anew, and that arrived late, in
 * part or never, were never answered: the protocol leaves them out, and so does the audit.
 */
class FormerLivesTest {
    private static final String XLON = "XLON";

    @ParameterizedTest
    @EnumSource
    void shouldFindNothingWhenARecordOfAFormerLifeIsLeftOut(Former former) {
        World world = Worlds.small();
        AuditReport before = Audits.audit(world);
        former.happens.accept(world);

        AuditReport report = Audits.audit(world);

        assertThat(report.violations()).isEmpty();
        assertThat(report.checked()).isEqualTo(before.checked());
    }

    enum Former {
        FILL_AFTER_ITS_ATTEMPT_WAS_VOIDED(
                world -> {
                    add(world, Former::voided);
                    add(world, fill -> numbered(unknown(fill), 6, 5));
                }),
        FILLS_AFTER_A_LOST_ONE(
                world -> {
                    add(world, fill -> numbered(unknown(fill), 6, 6));
                    add(world, Former::voided);
                }),
        FILL_OF_ANOTHER_SHARD_WITH_A_USED_EXECUTION_ID(
                world -> {
                    Exchanges.logOn(world, XLON, 1, 9);
                    add(
                            world,
                            fill ->
                                    Records.with(
                                            Records.with(
                                                    numbered(unknown(fill), 1, 4), "epoch", 9L),
                                            "shard",
                                            1));
                }),
        FILL_AFTER_THE_NEXT_OWNERS_LOG_ON(
                world -> {
                    Exchanges.logOn(world, XLON, 0, 9);
                    add(world, fill -> numbered(unknown(fill), 5, 5));
                }),
        LOG_ON_AFTER_THE_NEXT_OWNERS(
                world -> {
                    Exchanges.logOn(world, XLON, 0, 9);
                    Exchanges.logOn(world, XLON, 0, 8);
                    add(world, fill -> Records.with(numbered(unknown(fill), 5, 5), "epoch", 8L));
                }),
        FILL_THAT_NEVER_ARRIVED(
                world ->
                        Exchanges.deleteFirst(
                                world,
                                XLON,
                                record ->
                                        record instanceof Report report
                                                && report.group().startsWith("floor.")));

        private final Consumer<World> happens;

        Former(Consumer<World> happens) {
            this.happens = happens;
        }

        private static void add(World world, UnaryOperator<Report> change) {
            Exchanges.addFill(world, XLON, change);
        }

        /** A fill of which the broker knows nothing. */
        private static Report unknown(Report fill) {
            return Records.with(fill, "attempt", 9);
        }

        /** What the broker was told when it asked for that fill's outcome. */
        private static Report voided(Report fill) {
            Report voided = unknown(fill);
            for (String amount : List.of("quantity", "price", "tickSequence", "boundPrice")) {
                voided = Records.with(voided, amount, 0L);
            }
            return numbered(Records.with(voided, "outcome", ExecutionOutcome.VOIDED), 5, 0);
        }

        private static Report numbered(Report report, long number, long executionId) {
            return Records.with(Records.with(report, "report", number), "executionId", executionId);
        }
    }
}
