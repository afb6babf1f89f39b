package org.fogg.exchange.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.fogg.contracts.sbe.ExecutionOutcome;
import org.fogg.contracts.sbe.ExecutionReportDecoder;
import org.fogg.contracts.sbe.Side;
import org.fogg.exchange.Samples;
import org.fogg.exchange.message.LogOnRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutionLedgerTest {

    private static final long NOW = 1_800_000_000_000_000_000L;
    private static final Quote QUOTE = new Quote(true, 400_000, 77, Long.MAX_VALUE);

    private final ExecutionLedger ledger = new ExecutionLedger(1);

    @Test
    void shouldFillAtTheCurrentPriceWithinTheBound() {
        Decision decision = execute(Samples.buy(1));

        ExecutionReportDecoder report = Samples.report(decision.report());
        assertThat(decision.isNew()).isTrue();
        assertThat(decision.outcome()).isEqualTo(ExecutionOutcome.FILLED);
        assertThat(report.outcome()).isEqualTo(ExecutionOutcome.FILLED);
        assertThat(report.exchangeId()).isEqualTo(1);
        assertThat(report.shard()).isEqualTo(3);
        assertThat(report.report()).isEqualTo(1);
        assertThat(report.executionId()).isEqualTo(1);
        assertThat(report.quantity()).isEqualTo(100);
        assertThat(report.price()).isEqualTo(400_000);
        assertThat(report.tickSequence()).isEqualTo(77);
        assertThat(report.at()).isEqualTo(NOW);
        assertThat(report.boundPrice()).isEqualTo(500_000);
        assertThat(report.attempt().epoch()).isEqualTo(5);
        assertThat(report.attempt().number()).isEqualTo(1);
        assertThat(report.terms().orderId().low()).isEqualTo(1);
        assertThat(report.terms().quantity()).isEqualTo(100);
        assertThat(report.brokerGroup()).isEqualTo("europe");
        assertThat(report.clientOrderId()).isEqualTo("client-1");
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 399999, REFUSED",
        "BUY, 400000, FILLED",
        "BUY, 400001, FILLED",
        "SELL, 400001, REFUSED",
        "SELL, 400000, FILLED",
        "SELL, 399999, FILLED",
        "SELL, 0, FILLED",
    })
    void shouldKeepToTheBound(Side side, long bound, ExecutionOutcome outcome) {
        assertThat(execute(Samples.buy(1).at(side, bound)).outcome()).isEqualTo(outcome);
    }

    @Test
    void shouldGiveTheSameBytesWhenAnAttemptIsRepeated() {
        Decision first = execute(Samples.buy(1));

        Decision again =
                ledger.execute(Samples.buy(1).asRequest(), new Quote(true, 1, 99, 1), NOW + 1);

        assertThat(again.isNew()).isFalse();
        assertThat(again.outcome()).isEqualTo(ExecutionOutcome.FILLED);
        assertThat(again.report()).isEqualTo(first.report());
        assertThat(ledger.executions()).isEqualTo(1);
    }

    @Test
    void shouldNotTryARefusedAttemptAgain() {
        Decision first = execute(Samples.buy(1).at(Side.BUY, 1));

        Decision again = ledger.execute(Samples.buy(1).asRequest(), QUOTE, NOW + 1);

        assertThat(first.outcome()).isEqualTo(ExecutionOutcome.REFUSED);
        assertThat(again.report()).isEqualTo(first.report());
    }

    @Test
    void shouldTryAnotherAttemptOfTheSameOrder() {
        execute(Samples.buy(1).at(Side.BUY, 1));

        assertThat(execute(Samples.buy(1).attempt(2)).outcome()).isEqualTo(ExecutionOutcome.FILLED);
    }

    @Test
    void shouldNeverFillMoreThanTheOrderOverAllAttempts() {
        execute(Samples.buy(1).wanting(100, 70, false));
        Decision second = execute(Samples.buy(1).attempt(2).wanting(100, 70, false));
        Decision third = execute(Samples.buy(1).attempt(3).wanting(100, 70, false));

        assertThat(Samples.report(second.report()).quantity()).isEqualTo(30);
        assertThat(third.outcome()).isEqualTo(ExecutionOutcome.REFUSED);
        assertThat(third.reason()).isEqualTo("nothing is left to trade");
    }

    @Test
    void shouldRefuseAllOrNoneWhenOnlyAPartCanTrade() {
        execute(Samples.buy(1).wanting(100, 70, false));

        assertThat(execute(Samples.buy(1).attempt(2).wanting(100, 70, true)).outcome())
                .isEqualTo(ExecutionOutcome.REFUSED);
        assertThat(execute(Samples.buy(1).attempt(3).wanting(100, 30, true)).outcome())
                .isEqualTo(ExecutionOutcome.FILLED);
    }

    @Test
    void shouldFillOnlyWhatTheMarketHas() {
        Quote thin = new Quote(true, 400_000, 77, 40);

        Decision part = ledger.execute(Samples.buy(1).asRequest(), thin, NOW);
        Decision all =
                ledger.execute(Samples.buy(2).wanting(100, 100, true).asRequest(), thin, NOW);

        assertThat(Samples.report(part.report()).quantity()).isEqualTo(40);
        assertThat(all.outcome()).isEqualTo(ExecutionOutcome.REFUSED);
    }

    @Test
    void shouldRefuseWhenThereIsNoPriceYet() {
        Decision decision =
                ledger.execute(Samples.buy(1).asRequest(), new Quote(true, 0, 0, 1), NOW);

        assertThat(decision.outcome()).isEqualTo(ExecutionOutcome.REFUSED);
        assertThat(decision.reason()).isEqualTo("the stock has no price yet");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 1 | 500000 | terms.quantity must be at least 1",
                "100 | 0 | 500000 | quantity must be from 1 to terms.quantity",
                "100 | 101 | 500000 | quantity must be from 1 to terms.quantity",
                "100 | -1 | 500000 | quantity must be from 1 to terms.quantity",
                "100 | 100 | 0 | boundPrice must be above 0; for a sell it may be 0",
                "100 | 100 | -1 | boundPrice must be above 0; for a sell it may be 0",
                "9223372036854775807 | 9223372036854775807 | 500000 | quantity times price is too"
                        + " large",
                "30000000000000 | 30000000000000 | 500000 | quantity times price is too large",
            })
    void shouldFindContentInvalidAndRecordNothing(
            long ordered, long quantity, long bound, String reason) {
        Decision decision =
                execute(Samples.buy(1).wanting(ordered, quantity, false).at(Side.BUY, bound));

        assertThat(decision.outcome()).isEqualTo(ExecutionOutcome.INVALID);
        assertThat(decision.reason()).isEqualTo(reason);
        assertThat(decision.isNew()).isFalse();
        assertThat(Samples.report(decision.report()).report()).isZero();
        assertThat(ledger.attempts()).isZero();
    }

    @Test
    void shouldFindAnUnlistedStockInvalid() {
        Decision decision =
                ledger.execute(Samples.buy(1).stock(99).asRequest(), Quote.UNLISTED, NOW);

        assertThat(decision.outcome()).isEqualTo(ExecutionOutcome.INVALID);
        assertThat(decision.reason()).isEqualTo("terms.stockId 99 is not listed on this exchange");
    }

    @Test
    void shouldFindAnOrderInvalidWhenItsQuantityChanges() {
        execute(Samples.buy(1).wanting(100, 50, false));

        assertThat(execute(Samples.buy(1).attempt(2).wanting(200, 50, false)).outcome())
                .isEqualTo(ExecutionOutcome.INVALID);
    }

    @Test
    void shouldNumberReportsByGroupAndShard() {
        execute(Samples.buy(1));
        execute(Samples.buy(2).at(Side.BUY, 1));
        resolve(Samples.buy(3));
        execute(Samples.buy(4).of("europe", 4));
        execute(Samples.buy(5).of("asia", 3));

        assertThat(numbers(logOn("europe", 3, 5, 0))).containsExactly(1L, 2L, 3L);
        assertThat(numbers(logOn("europe", 4, 5, 0))).containsExactly(1L);
        assertThat(numbers(logOn("asia", 3, 5, 0))).containsExactly(1L);
        assertThat(numbers(logOn("asia", 4, 5, 0))).isEmpty();
    }

    @Test
    void shouldCountExecutionsOverAllGroups() {
        execute(Samples.buy(1));
        execute(Samples.buy(2).at(Side.BUY, 1));
        Decision third = execute(Samples.buy(3).of("asia", 9));

        assertThat(Samples.report(third.report()).executionId()).isEqualTo(2);
    }

    @Test
    void shouldKeepGroupsApartWhenTheirOrdersHaveTheSameId() {
        execute(Samples.buy(1));

        assertThat(execute(Samples.buy(1).of("asia", 3)).isNew()).isTrue();
    }

    @Test
    void shouldVoidAnAttemptThatNeverCame() {
        Decision voided = resolve(Samples.buy(1));
        Decision late = execute(Samples.buy(1));

        assertThat(voided.outcome()).isEqualTo(ExecutionOutcome.VOIDED);
        assertThat(voided.isNew()).isTrue();
        assertThat(Samples.report(voided.report()).report()).isEqualTo(1);
        assertThat(late.isNew()).isFalse();
        assertThat(late.report()).isEqualTo(voided.report());
        assertThat(ledger.executions()).isZero();
    }

    @Test
    void shouldResolveToTheOutcomeThatThereIs() {
        Decision filled = execute(Samples.buy(1));

        Decision resolved = resolve(Samples.buy(1));

        assertThat(resolved.isNew()).isFalse();
        assertThat(resolved.report()).isEqualTo(filled.report());
    }

    @Test
    void shouldFenceEarlierEpochsAfterALogOn() throws Exception {
        ledger.logOn(new LogOnRequest("europe", 3, 6, 0), NOW);

        Decision old = execute(Samples.buy(1));
        Decision current = execute(Samples.buy(1).epoch(6));
        Decision otherShard = execute(Samples.buy(2).of("europe", 4));

        assertThat(old.outcome()).isEqualTo(ExecutionOutcome.FENCED);
        assertThat(old.isNew()).isFalse();
        assertThat(Samples.report(old.report()).report()).isZero();
        assertThat(current.outcome()).isEqualTo(ExecutionOutcome.FILLED);
        assertThat(otherShard.outcome()).isEqualTo(ExecutionOutcome.FILLED);
    }

    @Test
    void shouldStillTellAndVoidEarlierAttemptsAfterALogOn() throws Exception {
        Decision filled = execute(Samples.buy(1));
        ledger.logOn(new LogOnRequest("europe", 3, 6, 0), NOW);

        assertThat(resolve(Samples.buy(1)).report()).isEqualTo(filled.report());
        assertThat(execute(Samples.buy(1)).report()).isEqualTo(filled.report());
        assertThat(resolve(Samples.buy(2)).outcome()).isEqualTo(ExecutionOutcome.VOIDED);
    }

    @Test
    void shouldGiveReportsAboveTheMarkAtALogOn() {
        execute(Samples.buy(1));
        Decision second = execute(Samples.buy(2));
        Decision third = execute(Samples.buy(3));

        LogOnDecision decision = logOn("europe", 3, 6, 1);

        assertThat(decision.accepted()).isTrue();
        assertThat(decision.epoch()).isEqualTo(6);
        assertThat(decision.reports()).containsExactly(second.report(), third.report());
        assertThat(decision.loggedOn()).isNotNull();
    }

    @Test
    void shouldNotJournalALogOnTwice() {
        logOn("europe", 3, 6, 0);

        LogOnDecision again = logOn("europe", 3, 6, 0);

        assertThat(again.accepted()).isTrue();
        assertThat(again.loggedOn()).isNull();
    }

    @Test
    void shouldRefuseALogOnOfAnEarlierEpoch() {
        execute(Samples.buy(1));
        logOn("europe", 3, 7, 0);

        LogOnDecision old = logOn("europe", 3, 6, 0);

        assertThat(old.accepted()).isFalse();
        assertThat(old.epoch()).isEqualTo(7);
        assertThat(old.reports()).isEmpty();
        assertThat(old.loggedOn()).isNull();
    }

    @Test
    void shouldRefuseALogOnThatKnowsMoreReportsThanThereAre() {
        execute(Samples.buy(1));

        assertThatExceptionOfType(UnknownReportsException.class)
                .isThrownBy(() -> ledger.logOn(new LogOnRequest("europe", 3, 6, 2), NOW))
                .withMessageContaining("fromReport must be at most 1");
        assertThat(execute(Samples.buy(2)).outcome()).isEqualTo(ExecutionOutcome.FILLED);
    }

    private Decision execute(Samples sample) {
        return ledger.execute(sample.asRequest(), QUOTE, NOW);
    }

    private Decision resolve(Samples sample) {
        return ledger.resolve(sample.asAttempt(), NOW);
    }

    private LogOnDecision logOn(String group, int shard, long epoch, long fromReport) {
        try {
            return ledger.logOn(new LogOnRequest(group, shard, epoch, fromReport), NOW);
        } catch (UnknownReportsException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Long> numbers(LogOnDecision decision) {
        return decision.reports().stream().map(each -> Samples.report(each).report()).toList();
    }
}
