package org.fogg.benchmarks.run;

import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs a case in a fresh JVM, with both compilers. */
public final class JmhRunner {

    /** Heap in which {@link Suite#HUGE} orders must fit. */
    public static final String SMALL_HEAP = "1536m";

    private static final String HEAP = "2g";

    /** Young objects have little room, so that it is used again before the warm-up ends. */
    private static final String YOUNG = "128m";

    private static final String ALLOCATED = "allocatedBytes";
    private static final String LIVE = "liveBytes";

    private final Suite suite;
    private final OutputFormat log;

    /**
     * @param log for all that JMH prints
     */
    public JmhRunner(Suite suite, PrintStream log) {
        this.suite = suite;
        this.log = OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL);
    }

    /**
     * Measures.
     *
     * @throws RunnerException if the benchmark's own checks fail, or the JVM
     */
    public Measurement run(Case measured) throws RunnerException {
        ChainedOptionsBuilder options =
                new OptionsBuilder()
                        .include(Pattern.quote(measured.task().benchmark().getName() + "."))
                        .param("kind", measured.kind().name())
                        .param("orders", Integer.toString(measured.orders()))
                        .forks(1)
                        .shouldFailOnError(true);
        Task task = measured.task();
        if (task.isTrigger()) {
            options.param("perLevel", Integer.toString(task.perLevel()));
            options.param("perTick", Integer.toString(task.perTick()));
        }
        if (task == Task.FOOTPRINT) {
            String heap = measured.orders() == Suite.HUGE ? SMALL_HEAP : HEAP;
            options.warmupIterations(0).measurementIterations(1);
            options.jvmArgs("-XX:+UseSerialGC", "-Xmx" + heap);
        } else {
            TimeValue time = TimeValue.milliseconds(suite.iterationMillis());
            options.warmupIterations(suite.warmUps()).warmupTime(time);
            options.measurementIterations(suite.iterations()).measurementTime(time);
            options.jvmArgs("-XX:+UseSerialGC", "-Xms" + HEAP, "-Xmx" + HEAP, "-Xmn" + YOUNG);
        }
        Collection<RunResult> results = new Runner(options.build(), log).run();
        return read(measured, results.iterator().next());
    }

    private static Measurement read(Case measured, RunResult result) {
        List<IterationResult> iterations =
                result.getBenchmarkResults().stream()
                        .flatMap(jvm -> jvm.getIterationResults().stream())
                        .toList();
        if (measured.task() == Task.FOOTPRINT) {
            return new Measurement(List.of(), 0, secondary(iterations.get(0), LIVE));
        }
        int operations = measured.task().operationsPerInvocation(measured.orders());
        return new Measurement(
                iterations.stream()
                        .map(iteration -> iteration.getPrimaryResult().getScore() / operations)
                        .toList(),
                iterations.stream()
                        .mapToDouble(JmhRunner::allocatedPerInvocation)
                        .map(bytes -> bytes / operations)
                        .max()
                        .orElseThrow(),
                0);
    }

    private static double allocatedPerInvocation(IterationResult iteration) {
        return secondary(iteration, ALLOCATED) / iteration.getMetadata().getMeasuredOps();
    }

    private static double secondary(IterationResult iteration, String name) {
        Result<?> result = iteration.getSecondaryResults().get(name);
        if (result == null) {
            throw new IllegalStateException("JMH did not report " + name);
        }
        return result.getScore();
    }
}
