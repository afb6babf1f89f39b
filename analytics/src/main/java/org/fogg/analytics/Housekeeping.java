package org.fogg.analytics;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.fogg.analytics.health.WorldHealth;
import org.fogg.analytics.index.IndexTemplates;
import org.fogg.analytics.index.Retention;
import org.fogg.analytics.metrics.ConsumerLag;
import org.fogg.analytics.metrics.TradeTimes;
import org.fogg.analytics.rebuild.Rebuild;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** What the service does beside the stream, and the check at its start. */
final class Housekeeping implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final long LAG_SECONDS = 5;
    private static final long HEALTH_SECONDS = 5;
    private static final long PROBE_MILLIS = 200;
    private static final long RETENTION_MINUTES = 60;

    private final IndexTemplates templates;
    private final List<ConsumerLag> lags;
    private final TradeTimes times;
    private final Retention retention;
    private final WorldHealth health;
    private final List<Rebuild> rebuilds;
    private final ScheduledExecutorService timer =
            Executors.newScheduledThreadPool(3, task -> daemon(task, "housekeeping"));
    private final ExecutorService rebuilding =
            Executors.newSingleThreadExecutor(task -> daemon(task, "rebuild"));
    private volatile boolean running;

    Housekeeping(
            IndexTemplates templates,
            List<ConsumerLag> lags,
            TradeTimes times,
            Retention retention,
            WorldHealth health,
            List<Rebuild> rebuilds) {
        this.templates = templates;
        this.lags = lags;
        this.times = times;
        this.retention = retention;
        this.health = health;
        this.rebuilds = rebuilds;
    }

    /**
     * Checks the indices and starts the rest.
     *
     * @throws org.fogg.analytics.index.IncompatibleIndexException when an index does not fit
     */
    @Override
    public void start() {
        try {
            templates.apply();
        } catch (IOException e) {
            LOG.warn("Elasticsearch is away ({}); indexing begins when it is back", e.getMessage());
        }
        timer.scheduleWithFixedDelay(
                () -> lags.forEach(ConsumerLag::refresh), 1, LAG_SECONDS, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(health::refresh, 0, HEALTH_SECONDS, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(times::look, 0, PROBE_MILLIS, TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(retention::run, 1, RETENTION_MINUTES, TimeUnit.MINUTES);
        rebuilds.forEach(rebuilding::execute);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
        rebuilding.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the consumers: nothing is written where it does not fit. */
    @Override
    public int getPhase() {
        return 0;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
