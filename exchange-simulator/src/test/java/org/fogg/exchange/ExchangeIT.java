package org.fogg.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.fogg.contracts.sbe.ExecutionOutcome;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.fogg.stack.junit.UseServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * An exchange without ticks of its own, one for all tests: each has an order or shard of its own.
 */
@UseServers(ServerKind.KAFKA)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExchangeIT {

    private static final String NO_TICKS = "--fogg.exchange.ticks-per-second=0";

    private final String kafka;
    private final String suffix = ExchangeProcess.newSuffix();
    private final String base = "/exchanges/" + ExchangeProcess.code(suffix);

    private ExchangeProcess exchange;

    ExchangeIT(Servers servers) {
        this.kafka = servers.kafka();
    }

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        exchange = new ExchangeProcess(folder, kafka, suffix, NO_TICKS).start().awaitReady();
    }

    @AfterAll
    void kill() throws Exception {
        exchange.kill();
    }

    @Test
    void shouldJournalBeforeItAnswers() throws Exception {
        byte[] answer = exchange.ask(base + "/execute", Samples.buy(1).executeBytes());

        assertThat(Samples.report(answer).outcome()).isEqualTo(ExecutionOutcome.FILLED);
        assertThat(reports()).containsOnlyOnce(answer);
    }

    @Test
    void shouldExecuteButNotAnswerWhenTheAnswerIsToBeLost() throws Exception {
        Samples order = Samples.buy(2);
        String lost = "{\"seed\":1,\"lost_answer\":1}";
        assertThat(exchange.put("/faults", lost).statusCode()).isEqualTo(200);

        assertThatThrownBy(() -> exchange.post(base + "/execute", order.executeBytes()))
                .isInstanceOf(IOException.class);

        assertThat(exchange.put("/faults", "{}").statusCode()).isEqualTo(200);
        byte[] resolved = exchange.ask(base + "/resolve", order.resolveBytes());
        assertThat(Samples.report(resolved).outcome()).isEqualTo(ExecutionOutcome.FILLED);
    }

    @Test
    void shouldKnowOrdersOwnersAndPricesWhenItWasKilled() throws Exception {
        int shard = 2;
        Samples before = Samples.buy(3).of("europe", shard);
        byte[] filled = exchange.ask(base + "/execute", before.executeBytes());
        exchange.ask(base + "/log-on", Samples.logOnBytes("europe", shard, 6, 0));
        setPrice("41.23");

        exchange.kill();
        exchange.start().awaitReady();

        Samples after = Samples.buy(4).of("europe", shard);
        byte[] fenced = exchange.ask(base + "/execute", after.executeBytes());
        assertThat(Samples.report(fenced).outcome()).isEqualTo(ExecutionOutcome.FENCED);
        assertThat(reports()).doesNotContain(fenced);
        assertThat(exchange.ask(base + "/execute", before.executeBytes())).isEqualTo(filled);
        assertThat(reports()).containsOnlyOnce(filled);
        assertThat(exchange.stocks()).contains("\"price\":\"41.23\"");
    }

    @Test
    void shouldGoOnWithPricesAfterACleanStop() throws Exception {
        setPrice("42.34");

        assertThat(exchange.stop()).isEqualTo(143);
        exchange.start().awaitReady();

        assertThat(exchange.stocks())
                .contains("\"price\":\"42.34\"")
                .contains("\"price\":\"80.00\"");
    }

    private void setPrice(String price) throws IOException {
        assertThat(
                        exchange.put(base + "/stocks/AAA/price", "{\"price\":\"" + price + "\"}")
                                .statusCode())
                .isEqualTo(200);
    }

    private List<byte[]> reports() {
        return JournalContent.read(kafka, ExchangeProcess.code(suffix)).reports();
    }
}
