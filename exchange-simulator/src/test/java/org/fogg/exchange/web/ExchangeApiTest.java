package org.fogg.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.fogg.contracts.sbe.ExecutionOutcome;
import org.fogg.contracts.sbe.Flag;
import org.fogg.contracts.sbe.LogOnReplyDecoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.exchange.Samples;
import org.fogg.exchange.fault.FaultProfile;
import org.fogg.exchange.fault.Faults;
import org.fogg.exchange.journal.MemoryJournals;
import org.fogg.exchange.market.Market;
import org.fogg.world.ExchangeListing;
import org.fogg.world.StockListing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(controllers = {ExecutionController.class, StockController.class, FaultController.class})
@Import(ExchangeApiTest.Parts.class)
class ExchangeApiTest {

    private static final String EXCHANGE = "/exchanges/XLON";

    @TestConfiguration(proxyBeanMethods = false)
    static class Parts {

        @Bean
        MemoryJournals journals() {
            return new MemoryJournals();
        }

        @Bean
        Market market() {
            return new Market(
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
                            List.of(new StockListing("SHEL.L", "Shell", 400_000, 100, 2_200))),
                    (symbol, id, sequence, price, at, givenUp) -> {},
                    () -> 1_000);
        }

        @Bean
        Hosts hosts(Market market) {
            return new Hosts(List.of(market));
        }

        @Bean
        Faults faults() {
            return new Faults();
        }

        @Bean
        List<Long> pricesSet() {
            return new ArrayList<>();
        }

        @Bean
        PriceListener priceListener(List<Long> pricesSet) {
            return (market, index, price) -> pricesSet.add(price);
        }

        @Bean
        MeterRegistry registry() {
            return new SimpleMeterRegistry();
        }

        @Bean
        ExecutionMetrics metrics(MeterRegistry registry) {
            return new ExecutionMetrics(registry);
        }
    }

    @Autowired private MockMvcTester mvc;
    @Autowired private Market market;
    @Autowired private MemoryJournals journals;
    @Autowired private Faults faults;
    @Autowired private List<Long> pricesSet;
    @Autowired private MeterRegistry registry;

    @BeforeEach
    void startOver() throws Exception {
        faults.use(FaultProfile.NONE);
        pricesSet.clear();
        journals.setAway(false);
        journals.records("XLON").clear();
        market.open(journals);
        market.startTrading();
    }

    @Test
    void shouldExecuteAndTellTheSameAgain() throws Exception {
        MvcTestResult first = post("/execute", Samples.buy(1).executeBytes());
        MvcTestResult again = post("/execute", Samples.buy(1).executeBytes());

        assertThat(first).hasStatusOk().hasContentType(MediaType.APPLICATION_OCTET_STREAM);
        assertThat(outcome(first)).isEqualTo(ExecutionOutcome.FILLED);
        assertThat(body(again)).isEqualTo(body(first));
        assertThat(registry.get("fogg.exchange.execute").tag("outcome", "filled").timer().count())
                .isPositive();
    }

    @Test
    void shouldSayWhyAnAttemptWasNotFilled() {
        MvcTestResult refused =
                post("/execute", Samples.buy(1).wanting(100, 101, false).executeBytes());

        assertThat(refused).hasStatusOk();
        assertThat(outcome(refused)).isEqualTo(ExecutionOutcome.INVALID);
        assertThat(refused).hasHeader("Fogg-Reason", "quantity must be from 1 to terms.quantity");
    }

    @Test
    void shouldResolve() {
        MvcTestResult voided = post("/resolve", Samples.buy(1).resolveBytes());

        assertThat(voided).hasStatusOk();
        assertThat(outcome(voided)).isEqualTo(ExecutionOutcome.VOIDED);
    }

    @Test
    void shouldLogOnAndHandOutReports() {
        byte[] report = body(post("/execute", Samples.buy(1).executeBytes()));

        byte[] reply = body(post("/log-on", Samples.logOnBytes("europe", 3, 6, 0)));

        LogOnReplyDecoder decoded = new LogOnReplyDecoder();
        decoded.wrapAndApplyHeader(new UnsafeBuffer(reply), 0, new MessageHeaderDecoder());
        assertThat(decoded.accepted()).isEqualTo(Flag.YES);
        assertThat(decoded.epoch()).isEqualTo(6);
        assertThat(decoded.reportCount()).isEqualTo(1);
        int start = MessageHeaderDecoder.ENCODED_LENGTH + LogOnReplyDecoder.BLOCK_LENGTH;
        assertThat(reply).endsWith(report).hasSize(start + report.length);
    }

    @Test
    void shouldRefuseALogOnThatKnowsTooMuch() {
        assertThat(post("/log-on", Samples.logOnBytes("europe", 3, 6, 5)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("field")
                .isEqualTo("fromReport");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/execute", "/resolve", "/log-on"})
    void shouldAnswer503WhenTheJournalIsAway(String path) {
        journals.setAway(true);
        byte[] body =
                Map.of(
                                "/execute", Samples.buy(1).executeBytes(),
                                "/resolve", Samples.buy(1).resolveBytes(),
                                "/log-on", Samples.logOnBytes("europe", 3, 6, 0))
                        .get(path);

        assertThat(post(path, body))
                .hasStatus(503)
                .hasHeader("Retry-After", "1")
                .bodyJson()
                .extractingPath("message")
                .isEqualTo("The journal of XLON is not available");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/execute", "/resolve", "/log-on"})
    void shouldRefuseABodyThatIsNoMessage(String path) {
        assertThat(post(path, new byte[] {1, 2, 3}))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("message")
                .isEqualTo("the body is too short for an SBE header");
    }

    @Test
    void shouldRefuseABodyThatIsTooLarge() {
        assertThat(post("/execute", new byte[9_000]))
                .hasStatus(413)
                .bodyJson()
                .extractingPath("message")
                .isEqualTo("body must be at most 8192 bytes");
    }

    @Test
    void shouldRefuseOtherContentTypesAndMethods() {
        assertThat(mvc.post().uri(EXCHANGE + "/execute").contentType("text/plain").content("x"))
                .hasStatus(415)
                .bodyJson()
                .hasPath("message");
        assertThat(mvc.get().uri(EXCHANGE + "/execute"))
                .hasStatus(405)
                .bodyJson()
                .hasPath("message");
        assertThat(mvc.get().uri("/nothing")).hasStatus(404).bodyJson().hasPath("message");
    }

    @Test
    void shouldNameTheExchangesWhenThereIsNoSuchOne() {
        assertThat(mvc.get().uri("/exchanges/XNYS/stocks"))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("message")
                .isEqualTo("exchange must be one of XLON");
    }

    @Test
    void shouldListStocks() {
        assertThat(mvc.get().uri(EXCHANGE + "/stocks"))
                .hasStatusOk()
                .bodyJson()
                .isEqualTo(
                        """
                        [{"symbol": "SHEL.L", "stock_id": 10001, "name": "Shell",
                          "price": "%s", "sequence": %d, "volatility": 2200,
                          "price_increment": "0.01"}]
                        """
                                .formatted(
                                        Prices.format(market.stocks().get(0).price()),
                                        market.stocks().get(0).sequence()));
    }

    @Test
    void shouldSetAPrice() {
        long sequence = market.stocks().get(0).sequence();

        assertThat(setPrice("SHEL.L", "{\"price\": \"41.5\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("price")
                .isEqualTo("41.50");
        assertThat(market.stocks().get(0).sequence()).isEqualTo(sequence + 1);
        assertThat(pricesSet).containsExactly(415_000L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'price': '41.555'} | 422 | price must be above 0 and a multiple of 0.01",
                "{'price': '0'} | 422 | price must be above 0 and a multiple of 0.01",
                "{'price': '-1'} | 422 | price must be a decimal number",
                "{'price': '1e3'} | 422 | price must be a decimal number",
                "{'price': '9999999999'} | 422 | price must be a decimal number",
                "{'price': null} | 422 | price must be a decimal number",
                "{} | 422 | price must be a decimal number",
                "{'prize': '1'} | 400 | body must be a JSON object",
                "[] | 400 | body must be a JSON object",
                "{ | 400 | body must be a JSON object",
            })
    void shouldRefuseABadPrice(String body, int status, String message) {
        long sequence = market.stocks().get(0).sequence();

        assertThat(setPrice("SHEL.L", body.replace('\'', '"')))
                .hasStatus(status)
                .bodyJson()
                .extractingPath("message")
                .asString()
                .startsWith(message);
        assertThat(market.stocks().get(0).sequence()).isEqualTo(sequence);
    }

    @Test
    void shouldRefuseThePriceOfAnUnknownStock() {
        assertThat(setPrice("NOPE", "{\"price\": \"1\"}"))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("field")
                .isEqualTo("symbol");
    }

    @Test
    void shouldShowAndChangeTheFaultProfile() {
        String profile =
                """
                {"seed": 4, "delay": 0.5, "delay_ms": 20, "lost_answer": 0.1, "refusal": 0.2,
                 "duplicate": 0.3, "partial_fill": 0.4}
                """;

        assertThat(putFaults(profile)).hasStatusOk();

        assertThat(mvc.get().uri("/faults")).hasStatusOk().bodyJson().isEqualTo(profile);
        assertThat(faults.profile()).isEqualTo(new FaultProfile(4, 0.5, 20, 0.1, 0.2, 0.3, 0.4));
        assertThat(putFaults("{}")).hasStatusOk();
        assertThat(faults.profile()).isEqualTo(FaultProfile.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'delay': 1.1} | 422 | delay must be from 0 to 1",
                "{'refusal': -0.1} | 422 | refusal must be from 0 to 1",
                "{'delay_ms': 70000} | 422 | delay_ms must be from 0 to 60000",
                "{'explosion': 1} | 400 | body must be a JSON object",
                "{'delay': 'often'} | 400 | body must be a JSON object",
            })
    void shouldRefuseABadFaultProfile(String body, int status, String message) {
        assertThat(putFaults(body.replace('\'', '"')))
                .hasStatus(status)
                .bodyJson()
                .extractingPath("message")
                .asString()
                .startsWith(message);
        assertThat(faults.profile()).isEqualTo(FaultProfile.NONE);
    }

    @Test
    void shouldRefuseAttemptsWhenTheFaultProfileSaysSo() {
        faults.use(new FaultProfile(1, 0, 0, 0, 1, 0, 0));

        assertThat(outcome(post("/execute", Samples.buy(1).executeBytes())))
                .isEqualTo(ExecutionOutcome.REFUSED);
    }

    @Test
    void shouldFillHalfWhenTheFaultProfileSaysSo() {
        faults.use(new FaultProfile(1, 0, 0, 0, 0, 0, 1));

        MvcTestResult half = post("/execute", Samples.buy(1).executeBytes());
        MvcTestResult all = post("/execute", Samples.buy(2).wanting(100, 100, true).executeBytes());

        assertThat(Samples.report(body(half)).quantity()).isEqualTo(50);
        assertThat(outcome(all)).isEqualTo(ExecutionOutcome.REFUSED);
    }

    @Test
    void shouldNotMindWhenARequestIsProcessedTwice() {
        faults.use(new FaultProfile(1, 0, 0, 0, 0, 1, 0));

        MvcTestResult filled = post("/execute", Samples.buy(1).executeBytes());

        assertThat(outcome(filled)).isEqualTo(ExecutionOutcome.FILLED);
        assertThat(market.attempts()).isEqualTo(1);
    }

    private MvcTestResult post(String path, byte[] body) {
        return mvc.post()
                .uri(EXCHANGE + path)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(body)
                .exchange();
    }

    private MvcTestResult setPrice(String symbol, String body) {
        return mvc.put()
                .uri(EXCHANGE + "/stocks/" + symbol + "/price")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult putFaults(String body) {
        return mvc.put()
                .uri("/faults")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static byte[] body(MvcTestResult result) {
        return result.getResponse().getContentAsByteArray();
    }

    private static ExecutionOutcome outcome(MvcTestResult result) {
        return Samples.report(body(result)).outcome();
    }
}
