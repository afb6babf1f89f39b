package org.fogg.trader.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.HistogramLogWriter;
import org.fogg.trader.bench.measure.Latencies;

/**
 * Raw histograms, in nanoseconds, as a log that HdrHistogram's tools read: one line for each kind
 * (its tag) and window. The environment is beside it.
 */
final class HdrLogs {

    private HdrLogs() {}

    static void write(
            Path folder, BenchResult result, long startMillis, List<Latencies> latencies) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(result.run() + "-result.json"),
                    result.toJson().toPrettyString() + '\n');
            log(folder.resolve(result.run() + ".hlog"), result, startMillis, latencies);
        } catch (IOException e) {
            throw new BenchException("Cannot write histograms to " + folder + ": " + e, e);
        }
    }

    private static void log(
            Path file, BenchResult result, long startMillis, List<Latencies> latencies)
            throws IOException {
        HistogramLogWriter log = new HistogramLogWriter(file.toFile());
        try {
            log.outputComment("[Fogg " + result.run() + ", nanoseconds]");
            log.outputLogFormatVersion();
            log.outputStartTime(startMillis);
            log.setBaseTime(startMillis);
            log.outputLegend();
            for (Latencies kind : latencies) {
                kind.windows().forEach(log::outputIntervalHistogram);
            }
        } finally {
            log.close();
        }
    }
}
