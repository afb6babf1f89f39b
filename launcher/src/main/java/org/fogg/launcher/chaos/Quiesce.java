package org.fogg.launcher.chaos;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fogg.audit.report.AuditReport;
import org.fogg.launcher.broker.BrokerAdmin;
import org.fogg.launcher.broker.BrokerRefusal;
import org.fogg.launcher.world.World;
import org.fogg.launcher.world.WorldException;
import org.fogg.launcher.world.WorldFile;

/**
 * Brings a world to rest: every part healthy, trading halted (so that no tick triggers anything
 * more) and nothing waiting for its outcome.
 */
final class Quiesce {

    private static final long POLL_MILLIS = 500;
    private static final long HEALTHY_WITHIN = TimeUnit.SECONDS.toNanos(300);
    private static final long RESOLVED_WITHIN = TimeUnit.SECONDS.toNanos(60);

    private final World world;
    private final Consumer<String> progress;

    Quiesce(World world, Consumer<String> progress) {
        this.world = world;
        this.progress = progress;
    }

    /**
     * Waits for rest and asks the auditor, again while something is open.
     *
     * @return the last verdict; what is open in it had a minute
     * @throws WorldException if the parts do not become healthy
     */
    AuditReport run(Supplier<AuditReport> audit) throws InterruptedException {
        progress.accept("Waiting until every part is healthy ...");
        long deadline = System.nanoTime() + HEALTHY_WITHIN;
        while (!world.status().ready()) {
            pause(deadline, "Not every part is healthy");
        }
        for (WorldFile.Georegion georegion : world.running().georegions()) {
            halt(georegion, deadline);
        }
        long begun = System.nanoTime();
        while (true) {
            progress.accept("Reconciling ...");
            AuditReport report = audit.get();
            boolean late = System.nanoTime() - begun > RESOLVED_WITHIN;
            if (report.totals().unresolved() == 0 || late) {
                return report;
            }
            progress.accept(report.totals().unresolved() + " open: looking again");
            Thread.sleep(POLL_MILLIS);
        }
    }

    private void halt(WorldFile.Georegion georegion, long deadline) throws InterruptedException {
        BrokerAdmin broker = new BrokerAdmin(georegion.brokers().get(0), world.running().admin());
        while (true) {
            try {
                broker.halt(true, null);
                return;
            } catch (BrokerRefusal e) {
                pause(deadline, "Trading cannot be halted (" + e.getMessage() + ")");
            }
        }
    }

    private static void pause(long deadline, String what) throws InterruptedException {
        if (System.nanoTime() - deadline > 0) {
            throw new WorldException(
                    what
                            + " "
                            + TimeUnit.NANOSECONDS.toSeconds(HEALTHY_WITHIN)
                            + " s after the load; see fogg logs.");
        }
        Thread.sleep(POLL_MILLIS);
    }
}
