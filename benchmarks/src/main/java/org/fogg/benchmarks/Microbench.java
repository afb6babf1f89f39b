package org.fogg.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.fogg.benchmarks.report.Figures;
import org.fogg.benchmarks.report.Report;
import org.fogg.benchmarks.report.ReportJson;
import org.fogg.benchmarks.report.Table;
import org.fogg.benchmarks.run.Case;
import org.fogg.benchmarks.run.JmhRunner;
import org.fogg.benchmarks.run.Suite;
import org.openjdk.jmh.runner.RunnerException;

/** What {@code fogg microbench} runs, in a JVM of its own. */
public final class Microbench {

    private Microbench() {}

    /**
     * Measures; the table goes to standard output, progress to standard error.
     *
     * @param args {@code quick} or {@code full}, the file for the result as JSON, and the file for
     *     what JMH prints
     */
    public static void main(String[] args) throws IOException {
        Suite suite = args[0].equals("quick") ? Suite.quick() : Suite.full();
        try (PrintStream log = new PrintStream(args[2], StandardCharsets.UTF_8)) {
            Figures figures = measure(suite, new JmhRunner(suite, log));
            Report report = Report.of(figures);
            Files.writeString(Path.of(args[1]), ReportJson.of(report));
            System.out.print(Table.of(figures, report));
            System.out.flush();
            if (!report.controlHolds()) {
                throw new IllegalStateException(
                        "The control does not grow, so that growth would not be seen");
            }
        } catch (RunnerException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static Figures measure(Suite suite, JmhRunner jmh) throws RunnerException {
        Figures figures = new Figures();
        List<Case> cases = suite.cases();
        for (int i = 0; i < cases.size(); i++) {
            Case measured = cases.get(i);
            System.err.printf(Locale.ROOT, "[%2d/%d] %s%n", i + 1, cases.size(), measured.label());
            figures.add(measured, jmh.run(measured));
        }
        return figures;
    }
}
