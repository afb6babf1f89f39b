package org.fogg.exchange.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.fogg.contracts.sbe.ExecutionOutcome;
import org.fogg.exchange.Samples;
import org.fogg.exchange.journal.JournalUnavailableException;
import org.fogg.exchange.journal.MemoryJournals;
import org.fogg.exchange.ledger.Decision;
import org.fogg.exchange.message.LogOnRequest;
import org.fogg.exchange.message.Records;
import org.fogg.exchange.message.Report;
import org.fogg.exchange.message.StockState;
import org.fogg.world.ExchangeListing;
import org.fogg.world.StockListing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MarketTest {

    static final ExchangeListing LONDON =
            new ExchangeListing(
                    1,
                    "XLON",
                    "London Stock Exchange",
                    "europe",
                    "London",
                    0,
                    0,
                    ZoneId.of("Europe/London"),
                    Map.of("eu-central-1", 1_000L),
                    List.of(
                            new StockListing("SHEL.L", "Shell", 400_000, 100, 2_200),
                            new StockListing("BP.L", "BP", 57_500, 100, 2_500)));

    private record Tick(String symbol, int stockId, long sequence, long price) {}

    private final MemoryJournals journals = new MemoryJournals();
    private final List<Tick> ticks = new ArrayList<>();
    private final List<Runnable> sent = new ArrayList<>();
    private final AtomicLong clock = new AtomicLong(1_000);
    private boolean away;
    private final Market market = market();

    private Market market() {
        return new Market(
                LONDON,
                (symbol, id, sequence, price, at, givenUp) -> {
                    ticks.add(new Tick(symbol, id, sequence, price));
                    if (away) {
                        givenUp.run();
                    }
                    sent.add(givenUp);
                },
                clock::incrementAndGet);
    }

    @BeforeEach
    void open() throws Exception {
        market.open(journals);
        market.startTrading();
    }

    @Test
    void shouldPublishOpeningPricesWhenItOpensForTheFirstTime() {
        assertThat(ticks)
                .containsExactly(
                        new Tick("SHEL.L", 10_001, 1, 400_000),
                        new Tick("BP.L", 10_002, 1, 57_500));
        assertThat(market.isTrading()).isTrue();
    }

    @Test
    void shouldPublishAPriceAgainWhenItsTickWasGivenUp() {
        sent.get(1).run();
        ticks.clear();

        market.publishAgain();
        market.publishAgain();

        assertThat(ticks).containsExactly(new Tick("BP.L", 10_002, 1, 57_500));
    }

    @Test
    void shouldPublishAPriceAgainUntilItArrives() {
        sent.get(0).run();
        sent.get(1).run();
        ticks.clear();
        Tick shell = new Tick("SHEL.L", 10_001, 1, 400_000);

        away = true;
        market.publishAgain();
        market.publishAgain();
        away = false;
        market.publishAgain();
        market.publishAgain();

        assertThat(ticks).containsExactly(shell, shell, shell, new Tick("BP.L", 10_002, 1, 57_500));
    }

    @Test
    void shouldNotPublishAGivenUpTickAgainWhenAnotherHasReplacedIt() {
        market.tick(0, 410_000);
        sent.get(0).run();
        ticks.clear();

        market.publishAgain();

        assertThat(ticks).isEmpty();
    }

    @Test
    void shouldPublishAgainWhenAnOlderTickIsGivenUpAfterTheLatest() {
        market.tick(0, 410_000);
        sent.get(2).run();
        sent.get(0).run();
        ticks.clear();

        market.publishAgain();

        assertThat(ticks).containsExactly(new Tick("SHEL.L", 10_001, 2, 410_000));
    }

    @Test
    void shouldNotPublishAgainWhileItDoesNotTrade() {
        sent.get(0).run();
        ticks.clear();
        market.close();

        market.publishAgain();

        assertThat(ticks).isEmpty();
    }

    @Test
    void shouldExecuteAtThePriceOfTheLatestTick() throws Exception {
        market.tick(0, 410_000);

        Decision decision = market.execute(Samples.buy(1).asRequest(), Long.MAX_VALUE);

        assertThat(Samples.report(decision.report()).price()).isEqualTo(410_000);
        assertThat(Samples.report(decision.report()).tickSequence()).isEqualTo(2);
        assertThat(ticks).endsWith(new Tick("SHEL.L", 10_001, 2, 410_000));
        assertThat(reports()).hasSize(1);
    }

    @Test
    void shouldAnswerOnlyWhenDurable() throws Exception {
        journals.hold();

        CompletableFuture<Decision> answer = executeAsync(Samples.buy(1));
        awaitReports(1);
        CompletableFuture<Decision> repeated = executeAsync(Samples.buy(1));
        assertThat(answer).isNotDone();

        journals.release();

        assertThat(answer.get().outcome()).isEqualTo(ExecutionOutcome.FILLED);
        assertThat(repeated.get().report()).isEqualTo(answer.get().report());
        assertThat(reports()).hasSize(1);
    }

    @Test
    void shouldRefuseToDecideWhenTheJournalHasFailed() {
        journals.setAway(true);

        assertThatExceptionOfType(JournalUnavailableException.class)
                .isThrownBy(() -> market.execute(Samples.buy(1).asRequest(), 100));
        assertThat(market.isTrading()).isFalse();
        assertThat(market.tick(0, 1_000_000)).isFalse();
        assertThatExceptionOfType(JournalUnavailableException.class)
                .isThrownBy(() -> market.resolve(Samples.buy(1).asAttempt()));
        assertThatExceptionOfType(JournalUnavailableException.class)
                .isThrownBy(() -> market.logOn(new LogOnRequest("europe", 3, 6, 0)));
        assertThatExceptionOfType(JournalUnavailableException.class)
                .isThrownBy(() -> market.setPrice(0, 500_000));
    }

    @Test
    void shouldForgetWhatTheJournalDidNotTake() throws Exception {
        journals.setAway(true);
        assertThatExceptionOfType(JournalUnavailableException.class)
                .isThrownBy(() -> market.execute(Samples.buy(1).asRequest(), 100));

        reopen();

        assertThat(market.resolve(Samples.buy(1).asAttempt()).outcome())
                .isEqualTo(ExecutionOutcome.VOIDED);
    }

    @Test
    void shouldKnowWhatTheJournalTookWithoutAnAnswer() throws Exception {
        journals.hold();
        CompletableFuture<Decision> answer = executeAsync(Samples.buy(1));
        awaitReports(1);

        journals.breakAll();
        assertThatExceptionOfType(CompletionException.class).isThrownBy(answer::join);
        journals.release();
        reopen();

        Decision resolved = market.resolve(Samples.buy(1).asAttempt());
        assertThat(resolved.outcome()).isEqualTo(ExecutionOutcome.FILLED);
        assertThat(reports()).hasSize(1);
    }

    @Test
    void shouldGoOnAboveEverySequenceAfterACrash() throws Exception {
        for (int i = 0; i < 3_000; i++) {
            market.tick(0, 400_000 + i * 100);
        }
        long last = ticks.get(ticks.size() - 1).sequence();
        assertThat(last).isEqualTo(3_001);
        ticks.clear();

        Market next = market();
        next.open(journals);
        next.startTrading();

        assertThat(ticks.get(0).stockId()).isEqualTo(10_001);
        assertThat(ticks.get(0).sequence()).isGreaterThan(last);
        assertThat(ticks.get(0).price()).isGreaterThan(600_000);
    }

    @Test
    void shouldPublishNoSequenceThatIsNotJournaled() {
        journals.hold();
        for (int i = 0; i < 3_000; i++) {
            market.tick(0, 500_000);
        }
        long limit = lastLimit();

        long published = ticks.get(ticks.size() - 1).sequence();
        assertThat(published).isLessThanOrEqualTo(1_000).isLessThan(limit);
        journals.release();
        assertThat(market.tick(0, 500_100)).isTrue();
        assertThat(ticks.get(ticks.size() - 1).sequence()).isEqualTo(published + 1);
    }

    @Test
    void shouldGoOnWithoutAGapAfterACleanEnd() throws Exception {
        market.tick(0, 410_000);
        market.close();
        assertThat(market.isTrading()).isFalse();
        ticks.clear();

        Market next = market();
        next.open(journals);
        next.startTrading();

        assertThat(ticks.get(0)).isEqualTo(new Tick("SHEL.L", 10_001, 3, 410_000));
    }

    @Test
    void shouldKeepItsPricesWhenOnlyTheJournalWasAway() throws Exception {
        market.tick(0, 430_000);
        journals.breakAll();
        ticks.clear();

        reopen();

        assertThat(ticks.get(0).price()).isEqualTo(430_000);
        assertThat(ticks.get(0).sequence()).isEqualTo(1_001);
    }

    @Test
    void shouldSetAPriceDurably() throws Exception {
        StockView view = market.setPrice(1, 60_000);

        assertThat(view.price()).isEqualTo(60_000);
        assertThat(view.sequence()).isEqualTo(2);
        assertThat(ticks).endsWith(new Tick("BP.L", 10_002, 2, 60_000));
        ticks.clear();
        Market next = market();
        next.open(journals);
        next.startTrading();
        assertThat(ticks.get(1).price()).isEqualTo(60_000);
    }

    @Test
    void shouldKeepStockIdsWhenTheListingChanges() throws Exception {
        ExchangeListing changed =
                LONDON.listing(
                        List.of(
                                new StockListing("NEW.L", "New", 100, 100, 1),
                                new StockListing("BP.L", "BP", 57_500, 100, 2_500)));
        Market next = new Market(changed, (symbol, id, s, p, at, givenUp) -> {}, clock::get);

        next.open(journals);

        assertThat(next.stocks()).extracting(StockView::id).containsExactly(10_003, 10_002);
    }

    @Test
    void shouldFindStocksOfOthersInvalid() throws Exception {
        assertThat(market.execute(Samples.buy(1).stock(20_001).asRequest(), 100).outcome())
                .isEqualTo(ExecutionOutcome.INVALID);
    }

    @Test
    void shouldFenceAfterALogOnAlsoInItsNextLife() throws Exception {
        market.logOn(new LogOnRequest("europe", 3, 6, 0));

        Market next = market();
        next.open(journals);
        next.startTrading();

        assertThat(next.execute(Samples.buy(1).asRequest(), 100).outcome())
                .isEqualTo(ExecutionOutcome.FENCED);
    }

    @Test
    void shouldStayClosedWhenTheJournalCannotBeOpened() {
        journals.breakAll();
        journals.setAway(true);

        assertThatExceptionOfType(JournalUnavailableException.class)
                .isThrownBy(() -> market.open(journals));
        assertThat(market.isTrading()).isFalse();
        assertThat(market.attempts()).isZero();
    }

    private void reopen() throws Exception {
        journals.setAway(false);
        market.open(journals);
        market.startTrading();
    }

    private CompletableFuture<Decision> executeAsync(Samples sample) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return market.execute(sample.asRequest(), Long.MAX_VALUE);
                    } catch (JournalUnavailableException e) {
                        throw new CompletionException(e);
                    }
                });
    }

    private void awaitReports(int count) throws Exception {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (reports().size() < count) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private List<Report> reports() throws Exception {
        synchronized (journals) {
            List<Report> reports = new ArrayList<>();
            for (byte[] each : journals.records("XLON")) {
                if (Records.decode(each) instanceof Report report) {
                    reports.add(report);
                }
            }
            return reports;
        }
    }

    private long lastLimit() {
        return journals.records("XLON").stream()
                .map(
                        each -> {
                            try {
                                return Records.decode(each);
                            } catch (Exception e) {
                                throw new AssertionError(e);
                            }
                        })
                .filter(StockState.class::isInstance)
                .map(StockState.class::cast)
                .filter(each -> each.stockId() == 10_001)
                .reduce((a, b) -> b)
                .orElseThrow()
                .sequenceLimit();
    }
}
