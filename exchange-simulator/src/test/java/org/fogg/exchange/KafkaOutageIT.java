package org.fogg.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fogg.contracts.sbe.ExecutionOutcome;
import org.fogg.stack.KafkaSpec;
import org.fogg.stack.LocalStack;
import org.fogg.stack.StackListener;
import org.fogg.stack.process.ProcessIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Has a Kafka of its own, to kill it. */
class KafkaOutageIT {

    private static final String SUFFIX = "outage";
    private static final long BEFORE = 50;
    private static final String BASE = "/exchanges/" + ExchangeProcess.code(SUFFIX);

    @TempDir private Path folder;
    private LocalStack stack;
    private String kafka;
    private ExchangeProcess exchange;

    @BeforeEach
    void start() throws Exception {
        stack =
                LocalStack.in(folder.resolve("stack"))
                        .tiedTo(ProcessIdentity.current())
                        .startingQuickly();
        kafka =
                stack.start(List.of(KafkaSpec.single().withPort(0)), StackListener.SILENT)
                        .get(0)
                        .endpoint();
        exchange =
                new ExchangeProcess(folder, kafka, SUFFIX, "--fogg.exchange.ticks-per-second=20")
                        .start()
                        .awaitReady();
    }

    @AfterEach
    void stop() throws Exception {
        exchange.kill();
        stack.stop(StackListener.SILENT);
    }

    @Test
    void shouldSayItIsUnavailableAndRecoverByItself() throws Exception {
        Map<Long, byte[]> answered = new HashMap<>();
        for (long order = 1; order <= BEFORE; order++) {
            answered.put(order, ask(order));
        }

        stack.kill("kafka");
        HttpResponse<byte[]> refused = execute(BEFORE + 1);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8))
                .contains("The journal of " + ExchangeProcess.code(SUFFIX));
        ExchangeProcess.await(() -> !exchange.isReady());
        stack.start("kafka", StackListener.SILENT);
        exchange.awaitReady();

        byte[] resolved = Samples.buy(BEFORE + 1).resolveBytes();
        assertThat(Samples.report(exchange.ask(BASE + "/resolve", resolved)).outcome())
                .isIn(ExecutionOutcome.VOIDED, ExecutionOutcome.FILLED);
        for (Map.Entry<Long, byte[]> each : answered.entrySet()) {
            assertThat(ask(each.getKey())).isEqualTo(each.getValue());
        }
        JournalContent.read(kafka, ExchangeProcess.code(SUFFIX)).check();
    }

    private HttpResponse<byte[]> execute(long order) throws Exception {
        return exchange.post(BASE + "/execute", Samples.buy(order).executeBytes());
    }

    private byte[] ask(long order) throws Exception {
        return exchange.ask(BASE + "/execute", Samples.buy(order).executeBytes());
    }
}
