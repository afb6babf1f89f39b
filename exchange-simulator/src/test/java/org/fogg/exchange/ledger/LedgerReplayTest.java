package org.fogg.exchange.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.fogg.contracts.sbe.ExecutionOutcome;
import org.fogg.contracts.sbe.ExecutionReportDecoder;
import org.fogg.contracts.sbe.Side;
import org.fogg.exchange.Samples;
import org.fogg.exchange.message.JournalRecord;
import org.fogg.exchange.message.LogOnRequest;
import org.fogg.exchange.message.LoggedOn;
import org.fogg.exchange.message.Records;
import org.fogg.exchange.message.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ledger and its journal must tell the same, whatever brokers do. */
class LedgerReplayTest {

    private static final int STEPS = 2_000;
    private static final int ORDERS = 60;
    private static final long ORDERED = 100;

    private final List<byte[]> journal = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldAnswerTheSameAfterARestartAtAnyMoment(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        ExecutionLedger ledger = new ExecutionLedger(1);
        Map<Samples, String> answers = new HashMap<>();

        for (int i = 0; i < STEPS; i++) {
            if (random.nextInt(100) == 0) {
                ledger = replay();
            }
            step(ledger, random, answers);
        }

        checkJournal();
        ExecutionLedger restarted = replay();
        assertThat(restarted.attempts()).isEqualTo(ledger.attempts());
        assertThat(restarted.executions()).isEqualTo(ledger.executions());
        for (Map.Entry<Samples, String> answer : answers.entrySet()) {
            Decision again = restarted.resolve(answer.getKey().asAttempt(), 0);
            assertThat(again.isNew()).isFalse();
            assertThat(hex(again.report())).isEqualTo(answer.getValue());
        }
    }

    private void step(ExecutionLedger ledger, SplittableRandom random, Map<Samples, String> answers)
            throws Exception {
        Samples sample =
                Samples.buy(random.nextInt(ORDERS))
                        .attempt(1 + random.nextInt(8))
                        .epoch(1 + random.nextInt(3))
                        .of(random.nextBoolean() ? "europe" : "asia", 0)
                        .wanting(ORDERED, ORDERED, false)
                        .at(Side.BUY, 450_000);
        if (random.nextInt(200) == 0) {
            LogOnDecision decision =
                    ledger.logOn(new LogOnRequest(sample.group(), 0, sample.epoch(), 0), 1);
            if (decision.loggedOn() != null) {
                journal.add(Records.encode(decision.loggedOn()));
            }
            return;
        }
        Quote quote =
                new Quote(
                        true,
                        random.nextLong(400_000, 500_000),
                        random.nextLong(1_000),
                        1 + random.nextLong(ORDERED));
        Decision decision =
                random.nextInt(5) == 0
                        ? ledger.resolve(sample.asAttempt(), 1)
                        : ledger.execute(sample.asRequest(), quote, 1);
        if (decision.isNew()) {
            journal.add(decision.report());
        }
        if (decision.outcome() != ExecutionOutcome.FENCED) {
            String before = answers.put(sample, hex(decision.report()));
            assertThat(before).isIn(null, hex(decision.report()));
        }
    }

    private ExecutionLedger replay() throws Exception {
        ExecutionLedger ledger = new ExecutionLedger(1);
        for (byte[] encoded : journal) {
            JournalRecord item = Records.decode(encoded);
            if (item instanceof Report report) {
                assertThat(ledger.replay(report, encoded)).isTrue();
            } else if (item instanceof LoggedOn loggedOn) {
                ledger.replay(loggedOn);
            }
        }
        return ledger;
    }

    private void checkJournal() throws Exception {
        Map<String, Long> filled = new HashMap<>();
        Map<String, TreeSet<Long>> numbers = new HashMap<>();
        Map<String, Long> fence = new HashMap<>();
        long executions = 0;
        for (byte[] encoded : journal) {
            if (Records.decode(encoded) instanceof LoggedOn loggedOn) {
                fence.merge(loggedOn.brokerGroup(), loggedOn.epoch(), Math::max);
                continue;
            }
            ExecutionReportDecoder report = Samples.report(encoded);
            long epoch = report.attempt().epoch();
            long order = report.terms().orderId().low();
            long quantity = report.quantity();
            ExecutionOutcome outcome = report.outcome();
            long execution = report.executionId();
            long number = report.report();
            String group = report.brokerGroup();
            numbers.computeIfAbsent(group, g -> new TreeSet<>()).add(number);
            assertThat(filled.merge(group + order, quantity, Long::sum))
                    .isLessThanOrEqualTo(ORDERED);
            if (outcome == ExecutionOutcome.FILLED) {
                assertThat(execution).isEqualTo(++executions);
                assertThat(epoch).isGreaterThanOrEqualTo(fence.getOrDefault(group, 0L));
            }
        }
        numbers.values().forEach(each -> assertThat(each.last()).isEqualTo(each.size()));
    }

    @Test
    void shouldLeaveOutAReportThatContradictsAnEarlierOne() throws Exception {
        ExecutionLedger first = new ExecutionLedger(1);
        ExecutionLedger second = new ExecutionLedger(1);
        Quote quote = new Quote(true, 400_000, 1, ORDERED);
        byte[] filled = first.execute(Samples.buy(1).asRequest(), quote, 1).report();
        byte[] voided = second.resolve(Samples.buy(1).asAttempt(), 2).report();
        byte[] sameNumber = second.resolve(Samples.buy(2).asAttempt(), 2).report();
        ExecutionLedger ledger = new ExecutionLedger(1);

        assertThat(ledger.replay((Report) Records.decode(filled), filled)).isTrue();
        assertThat(ledger.replay((Report) Records.decode(voided), voided)).isFalse();
        assertThat(ledger.replay((Report) Records.decode(sameNumber), sameNumber)).isTrue();
        assertThat(ledger.replay((Report) Records.decode(sameNumber), sameNumber)).isFalse();

        assertThat(ledger.resolve(Samples.buy(1).asAttempt(), 3).report()).isEqualTo(filled);
    }

    @Test
    void shouldLeaveOutAFillOfAFencedEpoch() throws Exception {
        ExecutionLedger former = new ExecutionLedger(1);
        Quote quote = new Quote(true, 400_000, 1, ORDERED);
        byte[] filled = former.execute(Samples.buy(1).asRequest(), quote, 1).report();
        byte[] voided = new ExecutionLedger(1).resolve(Samples.buy(2).asAttempt(), 1).report();
        ExecutionLedger ledger = new ExecutionLedger(1);

        ledger.replay(new LoggedOn("europe", 3, 6, 2));

        assertThat(ledger.replay((Report) Records.decode(filled), filled)).isFalse();
        assertThat(ledger.replay((Report) Records.decode(voided), voided)).isTrue();
    }

    @Test
    void shouldLeaveOutALateFillWhoseExecutionIdIsUsed() throws Exception {
        Quote quote = new Quote(true, 400_000, 1, ORDERED);
        byte[] late =
                new ExecutionLedger(1)
                        .execute(Samples.buy(1).of("europe", 5).asRequest(), quote, 1)
                        .report();
        byte[] next = new ExecutionLedger(1).execute(Samples.buy(2).asRequest(), quote, 2).report();
        ExecutionLedger ledger = new ExecutionLedger(1);

        assertThat(ledger.replay((Report) Records.decode(next), next)).isTrue();
        assertThat(ledger.replay((Report) Records.decode(late), late)).isFalse();

        assertThat(ledger.executions()).isEqualTo(1);
        assertThat(ledger.attempts()).isEqualTo(1);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
