package org.fogg.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to start one server's JVM.
 *
 * @param options JVM options but the class path
 * @param classPath in order; may hold wildcards
 * @param mainClass the class to run
 * @param arguments its arguments
 */
record Launch(
        List<String> options, List<String> classPath, String mainClass, List<String> arguments) {
    Launch {
        options = List.copyOf(options);
        classPath = List.copyOf(classPath);
        arguments = List.copyOf(arguments);
    }

    /** The same with more JVM options. */
    Launch withOptions(List<String> more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(more);
        return new Launch(all, classPath, mainClass, arguments);
    }

    /** The same, but run by another class, which gets the main class as an argument. */
    Launch within(String outerClass, String outerPath, List<String> outerArguments) {
        List<String> path = new ArrayList<>(classPath);
        path.add(outerPath);
        List<String> all = new ArrayList<>(outerArguments);
        all.add(mainClass);
        all.addAll(arguments);
        return new Launch(options, path, outerClass, all);
    }

    /**
     * Writes it as an argument file of the {@code java} command, which keeps the command line short
     * and tells a reader afterwards how the server was started.
     */
    void write(Path file) throws IOException {
        List<String> words = new ArrayList<>(options);
        words.add("-cp");
        words.add(String.join(java.io.File.pathSeparator, classPath));
        words.add(mainClass);
        words.addAll(arguments);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, words.stream().map(Launch::quoted).toList());
    }

    private static String quoted(String word) {
        return "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
