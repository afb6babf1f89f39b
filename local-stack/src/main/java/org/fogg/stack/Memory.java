package org.fogg.stack;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the machine has the memory that servers need. */
final class Memory {
    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");
    private static final Pattern TOTAL = Pattern.compile("MemTotal:\\s+(\\d+) kB");
    private static final long KIB_PER_MIB = 1_024;
    private static final long BYTES_PER_MIB = 1_024 * 1_024;

    private Memory() {}

    /**
     * @throws StackException if the servers together need more than is available
     */
    static void check(List<ServerSpec> servers, long availableMb) {
        long neededMb = 0;
        for (ServerSpec server : servers) {
            neededMb += server.heapMb() + Recipe.of(server.kind()).overheadMb();
        }
        if (neededMb > availableMb) {
            throw new StackException(
                    StackException.Problem.TOO_LITTLE_MEMORY,
                    "The servers need about "
                            + neededMb
                            + " MiB of memory, but only "
                            + availableMb
                            + " MiB are available: close other programs, or make heaps smaller with"
                            + " FOGG_CASSANDRA_HEAP, FOGG_KAFKA_HEAP and FOGG_ELASTICSEARCH_HEAP"
                            + " (MiB).");
        }
    }

    /** Memory in MiB that new processes can have here. */
    static long availableMb() {
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long totalMb = system.getTotalMemorySize() / BYTES_PER_MIB;
        try {
            String info = Files.readString(Path.of("/proc/meminfo"));
            long machineMb = mebibytes(TOTAL, info);
            long availableMb = mebibytes(AVAILABLE, info);
            // A container with a limit: the bean knows of it, /proc does not.
            return totalMb < machineMb
                    ? Math.min(availableMb, system.getFreeMemorySize() / BYTES_PER_MIB)
                    : availableMb;
        } catch (IOException notLinux) {
            // Free memory says little there, since caches count as used.
            return totalMb;
        }
    }

    private static long mebibytes(Pattern field, String info) {
        Matcher matcher = field.matcher(info);
        return matcher.find() ? Long.parseLong(matcher.group(1)) / KIB_PER_MIB : Long.MAX_VALUE;
    }
}
