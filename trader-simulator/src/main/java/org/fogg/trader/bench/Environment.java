package org.fogg.trader.bench;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;

/** What a measurement depends on besides the code: machine, JVM, versions and settings. */
final class Environment {

    private static final long MIB = 1 << 20;

    private Environment() {}

    static Map<String, Object> of(
            Instant date,
            BenchSettings settings,
            BenchTarget target,
            WindowPlan windows,
            Map<String, String> servers) {
        Map<String, Object> environment = new LinkedHashMap<>();
        environment.put("date", date.toString());
        environment.put("machine", machine());
        environment.put("jvm", jvm());
        environment.put("servers", servers(servers));
        environment.put("settings", settings(settings, windows));
        environment.put("world", world(target));
        return environment;
    }

    private static Map<String, Object> machine() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("os", System.getProperty("os.name") + ' ' + System.getProperty("os.version"));
        machine.put("arch", System.getProperty("os.arch"));
        machine.put("cpu", field(Path.of("/proc/cpuinfo"), "model name"));
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("memory", field(Path.of("/proc/meminfo"), "MemTotal"));
        return machine;
    }

    /** A field of one of Linux's own files; "?" elsewhere. */
    private static String field(Path file, String name) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("?");
        } catch (IOException e) {
            return "?";
        }
    }

    private static Map<String, Object> jvm() {
        Map<String, Object> jvm = new LinkedHashMap<>();
        jvm.put("version", System.getProperty("java.vm.version"));
        jvm.put("name", System.getProperty("java.vm.name"));
        jvm.put(
                "gc",
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .toList());
        jvm.put("heap_mib", Runtime.getRuntime().maxMemory() / MIB);
        jvm.put("arguments", ManagementFactory.getRuntimeMXBean().getInputArguments());
        return jvm;
    }

    private static Map<String, Object> servers(Map<String, String> servers) {
        Map<String, Object> all = new LinkedHashMap<>(servers);
        all.put("kafka_client", AppInfoParser.getVersion());
        return all;
    }

    private static Map<String, Object> settings(BenchSettings settings, WindowPlan windows) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("warm_up_seconds", settings.warmUpSeconds());
        all.put("cash", settings.cash());
        all.put("windows", windows.count());
        all.put("load_window_ms", windows.loadNanos() / 1_000_000);
        all.put("floor_window_ms", windows.floorNanos() / 1_000_000);
        return all;
    }

    private static Map<String, Object> world(BenchTarget target) {
        Map<String, Object> world = new LinkedHashMap<>();
        world.put(
                "brokers",
                target.georegions().stream()
                        .map(BenchTarget.Georegion::brokers)
                        .flatMap(List::stream)
                        .map(Object::toString)
                        .toList());
        world.put(
                "exchanges", target.exchanges().stream().map(BenchTarget.Exchange::code).toList());
        world.put("wan", target.hasDistances() ? "aws" : "off");
        return world;
    }
}
