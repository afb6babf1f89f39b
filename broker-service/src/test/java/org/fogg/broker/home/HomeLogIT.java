package org.fogg.broker.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.fogg.broker.home.HomeDecision.Change;
import org.fogg.broker.home.HomeState.Standing;
import org.fogg.broker.kafka.KafkaClients;
import org.fogg.broker.kafka.TopicMaker;
import org.fogg.contracts.Topics;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.fogg.stack.junit.UseServers;
import org.fogg.ticker.wan.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two brokers, one in each data centre, and the decisions that both read. */
@UseServers(ServerKind.KAFKA)
class HomeLogIT {

    private static final String ONE = "one";
    private static final String TWO = "two";

    private final List<HomeLog> logs = new ArrayList<>();
    private String kafka = "";
    private String topic = "";
    private HomeLog first;
    private HomeLog second;

    @BeforeEach
    void start(Servers servers) throws Exception {
        kafka = servers.kafka();
        Topics.Topic homes = Topics.homes("homes-" + UUID.randomUUID());
        topic = homes.name();
        try (Admin admin = new KafkaClients(kafka, "test").admin()) {
            new TopicMaker(admin, (short) 1).ensure(List.of(homes));
        }
        first = log(ONE);
        second = log(TWO);
        first.begin(ONE);
        second.begin(ONE);
    }

    private HomeLog log(String dc) {
        KafkaClients clients = new KafkaClients(kafka, dc);
        var settings =
                new HomeSettings(dc, List.of(ONE, TWO), List.of(), true, Duration.ofSeconds(2));
        var log =
                new HomeLog(
                        clients.reader("homes"),
                        clients.producer("homes", 10_000, 10_000),
                        topic,
                        dc,
                        settings,
                        Route.NONE,
                        () -> 1);
        logs.add(log);
        Thread thread = new Thread(log, "homes-" + dc);
        thread.setDaemon(true);
        thread.start();
        return log;
    }

    @AfterEach
    void stop() {
        logs.forEach(HomeLog::close);
    }

    @Test
    void shouldAgreeOnOneDecisionWhenBothDecideAtOnce() throws Exception {
        CompletableFuture<HomeState> alone =
                CompletableFuture.supplyAsync(() -> first.decide(Change.ALONE));
        CompletableFuture<HomeState> moved =
                CompletableFuture.supplyAsync(() -> second.move(2, TWO));

        HomeState one = alone.get(1, TimeUnit.MINUTES);
        HomeState two = moved.get(1, TimeUnit.MINUTES);

        HomeState afterAlone = new HomeState(1, ONE, Standing.BEHIND);
        HomeState afterMove = new HomeState(2, TWO, Standing.DIVERGED);
        assertThat(List.of(afterAlone, afterMove)).contains(two);
        // Whoever reads from the beginning comes to the same, as the one that was second does.
        HomeState third = log("three").begin(ONE);
        assertThat(third).isIn(afterAlone, afterMove);
        assertThat(List.of(one, two)).contains(third);
    }

    @Test
    void shouldNotConfirmATermWhenAnotherBeganLongerAgoThanALease() throws Exception {
        assertThat(confirms(first, 1)).isTrue();
        assertThat(first.elsewhere()).isEqualTo(TWO);

        second.move(2, TWO);
        long moved = System.nanoTime();

        boolean lasts = true;
        while (lasts) {
            long asked = System.nanoTime();
            lasts = confirms(first, 1);
            if (asked - moved > HomeLog.LEASE.toNanos()) {
                assertThat(lasts).isFalse();
            }
        }
        assertThat(confirms(second, 2)).isTrue();
        assertThat(first.elsewhere()).isNull();
    }

    private static boolean confirms(HomeLog log, int term) throws Exception {
        return log.confirm(term).toCompletableFuture().get(1, TimeUnit.MINUTES);
    }
}
