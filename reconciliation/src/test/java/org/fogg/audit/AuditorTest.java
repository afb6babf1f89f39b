package org.fogg.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.KafkaException;
import org.fogg.audit.exchange.ExchangeRecord;
import org.fogg.audit.exchange.ExchangeSource;
import org.fogg.audit.exchange.Listing;
import org.fogg.audit.report.AuditReport;
import org.fogg.audit.report.Findings;
import org.fogg.audit.report.Violation;
import org.fogg.audit.table.AccountRow;
import org.fogg.audit.world.Records;
import org.fogg.audit.world.World;
import org.fogg.audit.world.Worlds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditorTest {
    private final World world = Worlds.small();

    @Test
    void shouldFindNothingWhenAllLedgersAgree() {
        AuditReport report = Audits.audit(world);

        assertThat(report.violations()).isEmpty();
        assertThat(report.ok()).isTrue();
    }

    @Test
    void shouldCountWhatItLookedAtWhenItIsDone() {
        AuditReport report = Audits.audit(world);

        assertThat(report.checked()).isEqualTo(new AuditReport.Checked(6, 4, 2, 21, 4));
    }

    @Test
    void shouldLookOnceWhenNothingDiffers() {
        AtomicInteger pauses = new AtomicInteger();

        Audits.audit(world, 4, pauses::incrementAndGet);

        assertThat(pauses).hasValue(0);
    }

    @Test
    void shouldFindNothingWhenADifferenceIsGoneInALaterPass() {
        var late = world.trades.remove(0);
        AtomicInteger pauses = new AtomicInteger();

        AuditReport report =
                Audits.audit(
                        world,
                        4,
                        () -> {
                            if (pauses.incrementAndGet() == 2) {
                                world.trades.add(late);
                            }
                        });

        assertThat(report.ok()).isTrue();
        assertThat(pauses).hasValue(2);
    }

    @Test
    void shouldFindNothingWhenADifferenceMoves() {
        world.accounts.set(0, moved(world.accounts.get(0)));

        AuditReport report =
                Audits.audit(world, 4, () -> world.accounts.set(0, moved(world.accounts.get(0))));

        assertThat(report.ok()).isTrue();
    }

    @Test
    void shouldNameADifferenceWhenItLastsForAllPassesAmongOthersThatMove() {
        world.trades.remove(0);
        AtomicInteger pauses = new AtomicInteger();

        AuditReport report =
                Audits.audit(
                        world,
                        4,
                        () -> {
                            pauses.incrementAndGet();
                            world.accounts.set(0, moved(world.accounts.get(0)));
                        });

        assertThat(pauses).hasValue(3);
        assertThat(report.violations()).extracting(Violation::kind).containsOnly("trade-missing");
    }

    @Test
    void shouldStayBoundedWhenEverythingDiffers() {
        AccountRow row = world.accounts.get(0);
        for (int i = 0; i < 2 * Findings.LIMIT; i++) {
            world.accounts.add(Records.with(row, "traderId", new UUID(8, i)));
        }

        AuditReport report = Audits.audit(world);

        assertThat(report.ok()).isFalse();
        assertThat(report.violations()).hasSize(Findings.LIMIT);
    }

    @Test
    void shouldBeginAgainWhenFewerDifferencesAreLeft() {
        AccountRow row = world.accounts.get(0);
        for (int i = 0; i < 2 * Findings.LIMIT; i++) {
            world.accounts.add(Records.with(row, "traderId", new UUID(8, i)));
        }
        world.trades.remove(0);

        AuditReport report =
                Audits.audit(
                        world,
                        2,
                        () ->
                                world.accounts.removeIf(
                                        account ->
                                                account.traderId().getMostSignificantBits() == 8));

        assertThat(report.violations()).extracting(Violation::kind).containsOnly("trade-missing");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void shouldReadAgainWhenAServerDidNotAnswer(int times) {
        AtomicInteger left = new AtomicInteger(times);
        AtomicInteger pauses = new AtomicInteger();

        AuditReport report = Audits.audit(world, 4, pauses::incrementAndGet, unanswering(left));

        assertThat(report.violations()).isEmpty();
        assertThat(report.checked()).isEqualTo(Audits.audit(world).checked());
        assertThat(pauses).hasValue(times);
    }

    @Test
    void shouldGiveUpWhenAServerNeverAnswers() {
        AtomicInteger left = new AtomicInteger(4);

        assertThatExceptionOfType(KafkaException.class)
                .isThrownBy(() -> Audits.audit(world, 4, () -> {}, unanswering(left)));
        assertThat(left).hasValue(0);
    }

    /** Sources whose exchanges do not answer for the first times, when all else was read. */
    private static UnaryOperator<Sources> unanswering(AtomicInteger times) {
        return sources ->
                new Sources(
                        sources.georegions(),
                        new ExchangeSource() {
                            @Override
                            public List<Listing> listings(String georegion) {
                                return sources.exchanges().listings(georegion);
                            }

                            @Override
                            public void journal(String code, Consumer<ExchangeRecord> reader) {
                                sources.exchanges().journal(code, reader);
                                if (times.get() > 0) {
                                    times.decrementAndGet();
                                    throw new KafkaException("late");
                                }
                            }
                        },
                        sources.commands(),
                        sources.clients(),
                        sources.documents());
    }

    @Test
    void shouldWriteTheReportAsAgreedWhenItIsTurnedIntoJson() {
        world.trades.remove(0);

        JsonNode json = JsonMapper.shared().valueToTree(Audits.audit(world));

        assertThat(json.propertyNames())
                .containsExactlyInAnyOrder("ok", "checked", "totals", "violations");
        assertThat(json.path("totals").propertyNames())
                .containsExactlyInAnyOrder(
                        "acknowledged", "duplicates", "lost", "unresolved", "money");
        assertThat(json.path("totals").path("money").propertyNames())
                .containsExactlyInAnyOrder("deposited", "held", "in_transit", "difference");
        assertThat(json.path("checked").propertyNames())
                .containsExactlyInAnyOrder(
                        "orders", "trades", "accounts", "journal_entries", "exchange_executions");
        assertThat(json.path("violations").path(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "promise", "kind", "ids", "message", "expected", "found", "where");
    }

    private static AccountRow moved(AccountRow row) {
        return Records.with(row, "cash", row.cash() + 1);
    }
}
