package org.fogg.trader.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Runs a benchmark from a command line, for trying; {@code fogg bench} is for users. */
final class BenchMain {

    private static final String USAGE =
            "usage: --world FILE [--seconds N] [--rate R] [--traders N] [--mix NAME] [--seed S]"
                    + " [--warm-up N] [--cash N] [--hdr DIR] [--find-max true]";

    private BenchMain() {}

    /** Takes pairs of option and value. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            System.exit(run(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            System.exit(2);
        } catch (BenchException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static int run(String[] arguments) throws InterruptedException {
        Options options = new Options(arguments);
        BenchSettings defaults = BenchSettings.defaults();
        String hdr = options.text("--hdr", "");
        BenchSettings settings =
                new BenchSettings(
                        options.number("--seconds", defaults.seconds()),
                        options.number("--rate", defaults.ratePerS()),
                        options.number("--traders", defaults.traders()),
                        options.text("--mix", defaults.mix()),
                        Boolean.parseBoolean(options.text("--find-max", "false")),
                        options.number("--seed", (int) defaults.seed()),
                        hdr.isEmpty() ? null : Path.of(hdr),
                        options.number("--warm-up", defaults.warmUpSeconds()),
                        options.number("--cash", (int) defaults.cash()));
        Path world = Path.of(options.text("--world", ".fogg/world.json"));
        options.requireNoOthers();
        BenchResult result = Bench.run(settings, WorldFile.read(world), System.err::println);
        System.err.println(result.toText());
        System.out.println(result.toJson().toPrettyString());
        return result.checksHeld() ? 0 : 1;
    }

    private static final class Options {
        private final Map<String, String> values = new HashMap<>();
        private final Set<String> known = new HashSet<>();

        Options(String[] arguments) {
            if (arguments.length % 2 != 0) {
                throw new IllegalArgumentException("every option needs a value");
            }
            for (int i = 0; i < arguments.length; i += 2) {
                values.put(arguments[i], arguments[i + 1]);
            }
        }

        String text(String name, String otherwise) {
            known.add(name);
            return values.getOrDefault(name, otherwise);
        }

        int number(String name, int otherwise) {
            String text = text(name, Integer.toString(otherwise));
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        name + " must be a whole number, not " + text, e);
            }
        }

        void requireNoOthers() {
            for (String name : values.keySet()) {
                if (!known.contains(name)) {
                    throw new IllegalArgumentException("there is no option " + name);
                }
            }
        }
    }
}
