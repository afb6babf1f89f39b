package org.fogg.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** What a server wrote to its log since it was started. */
final class LogTail {
    private static final long ROTATE_BYTES = 16L << 20;
    private static final int READ_BYTES = 1 << 18;
    private static final Pattern CAUSE = Pattern.compile("Caused by: (.*)");
    private static final Pattern FRAME =
            Pattern.compile(".*\\s(at \\S+\\(.*\\)|\\.\\.\\. \\d+ .*)\\s*");
    private static final Pattern TELLING =
            Pattern.compile(".*(ERROR|FATAL|Exception|Error:|already in use).*");

    private final Path log;
    private final long from;

    private LogTail(Path log, long from) {
        this.log = log;
        this.from = from;
    }

    /** Remembers where the log ends now; a log that has grown long is put aside first. */
    static LogTail beforeStart(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > ROTATE_BYTES) {
            Files.move(
                    log,
                    log.resolveSibling(log.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return new LogTail(log, Files.exists(log) ? Files.size(log) : 0);
    }

    /** Whether the text occurs in what was written last. */
    boolean contains(String text) throws IOException {
        return read().contains(text);
    }

    /**
     * The line that says best why the server ended: the innermost cause, else the last error, else
     * the last line.
     */
    String meaningfulLine() throws IOException {
        List<String> lines =
                read().lines()
                        .filter(line -> !line.isBlank() && !FRAME.matcher(line).matches())
                        .toList();
        for (Pattern pattern : List.of(CAUSE, TELLING)) {
            for (int i = lines.size() - 1; i >= 0; i--) {
                if (pattern.matcher(lines.get(i)).matches()) {
                    return lines.get(i).strip();
                }
            }
        }
        return lines.isEmpty() ? "it wrote nothing" : lines.get(lines.size() - 1).strip();
    }

    private String read() throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(from, file.length() - READ_BYTES);
            file.seek(start);
            byte[] bytes = new byte[Math.toIntExact(Math.max(0, file.length() - start))];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
