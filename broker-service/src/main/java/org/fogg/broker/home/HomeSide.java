package org.fogg.broker.home;

import com.datastax.oss.driver.api.core.CqlSession;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.fogg.broker.kafka.KafkaClients;
import org.fogg.ticker.wan.Route;
import org.jspecify.annotations.Nullable;

/**
 * Everything about the home of one broker: where it is, who watches, and whether the shards are to
 * be owned here. In a georegion with one data centre there is nothing to read or to watch.
 */
public final class HomeSide implements AutoCloseable {

    /** Beyond the lease, since a former home asks while this one counts. */
    private static final Duration MARGIN = Duration.ofMillis(500);

    private static final int DELIVERY_MS = 5000;
    private static final int BLOCK_MS = 1000;

    private final HomeSettings settings;
    private final ScheduledExecutorService timer;
    private final @Nullable HomeLog homes;
    private final @Nullable Thread thread;
    private @Nullable HomeWatch watch;
    private volatile @Nullable Owners owners;
    private int seated;

    /** Who owns shards, or not. */
    public interface Owners {

        /** They will be owned here, as soon as the home before can count on its term no more. */
        void await();

        /** The shards are owned by brokers of this data centre in this term. */
        void take(int term);

        /** They are not owned here, from now on. */
        void leave();
    }

    /**
     * @param topic exists where there is a pair
     */
    public HomeSide(
            HomeSettings settings,
            KafkaClients kafka,
            String topic,
            String name,
            ScheduledExecutorService timer,
            Route acrossPair,
            LongSupplier clock) {
        this.settings = settings;
        this.timer = timer;
        if (settings.isPair()) {
            homes =
                    new HomeLog(
                            kafka.reader("homes"),
                            kafka.producer("homes", DELIVERY_MS, BLOCK_MS),
                            topic,
                            name,
                            settings,
                            acrossPair,
                            clock);
            thread = new Thread(homes, "homes");
            thread.setDaemon(true);
        } else {
            homes = null;
            thread = null;
        }
    }

    /** For those who write. */
    public Home home() {
        return homes == null ? Home.ONLY : homes;
    }

    /** For operators. */
    public Homes homes() {
        return homes == null ? Homes.only(settings.dc()) : homes;
    }

    /** Begins to read; returns when the home is known. Blocks. */
    public void start() throws InterruptedException {
        if (homes != null && thread != null) {
            thread.start();
            homes.begin(settings.dcs().get(0));
        }
    }

    /**
     * Sends a session's requests to the home, and watches the other data centre over it.
     *
     * @param keyspace the georegion's, which need not be there yet
     */
    public void watch(CqlSession session, String keyspace) {
        if (homes != null) {
            HomePolicy policy = HomePolicy.of(session);
            homes.onChange(state -> policy.home(state.home()));
            policy.home(homes.state().home());
            watch = new HomeWatch(homes, session, keyspace, settings);
            watch.start(timer);
        }
    }

    /** Lets shards be owned here whenever this is the home. */
    public void own(Owners shards) {
        owners = shards;
        if (homes == null) {
            shards.take(1);
        } else {
            homes.onChange(this::seat);
            seat(homes.state());
        }
    }

    /** Of a term once: what else changes in it changes nothing for those who own shards. */
    private synchronized void seat(HomeState state) {
        if (state.term() == seated) {
            return;
        }
        seated = state.term();
        Owners shards = owners;
        if (shards != null && state.home().equals(settings.dc())) {
            shards.await();
        }
        // Whoever was home before may still count on the term that it has read of last.
        Duration pause = state.term() == 1 ? Duration.ZERO : HomeLog.LEASE.plus(MARGIN);
        timer.schedule(() -> seatNow(state), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void seatNow(HomeState state) {
        Owners shards = owners;
        HomeState now = homes().state();
        if (shards == null || now.term() != state.term()) {
            return;
        }
        if (now.home().equals(settings.dc())) {
            shards.take(now.term());
        } else {
            shards.leave();
        }
    }

    /** Offers what is known as metrics. */
    public void gauges(MeterRegistry meters) {
        if (homes == null) {
            return;
        }
        HomeLog known = homes;
        Gauge.builder("fogg.home.term", () -> known.state().term())
                .description("Numbers the georegion's homes, from 1")
                .register(meters);
        Gauge.builder("fogg.home.alone", () -> known.state().takesWrites() ? 0 : 1)
                .description("1 while the home goes on without the other data centre")
                .register(meters);
    }

    @Override
    public void close() {
        owners = null;
        if (watch != null) {
            watch.close();
        }
        if (homes != null && thread != null) {
            homes.close();
            try {
                thread.join(TimeUnit.SECONDS.toMillis(2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
