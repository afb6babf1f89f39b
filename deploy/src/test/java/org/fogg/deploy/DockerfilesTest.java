package org.fogg.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DockerfilesTest {

    private static final String COPY = "COPY ";

    private final List<Path> dockerfiles = Project.files("deploy", ".Dockerfile");

    @Test
    void shouldCopyOnlyWhatTheBuildMakesAndTheContextHas() {
        List<String> context = Project.text(".dockerignore").lines().toList();

        assertThat(dockerfiles).hasSize(5);
        for (Path dockerfile : dockerfiles) {
            for (String source : sources(dockerfile)) {
                assertThat(Project.exists(source)).as("%s copies %s", dockerfile, source).isTrue();
                assertThat(context)
                        .as("%s of %s is in .dockerignore", source, dockerfile)
                        .anyMatch(line -> allows(line, source));
            }
        }
    }

    /** The image of Kafka has a user of its own already. */
    @Test
    void shouldNotRunAsRoot() {
        for (Path dockerfile : dockerfiles) {
            String text = Project.text("deploy/" + dockerfile.getFileName());
            if (!text.contains("FROM apache/kafka")) {
                assertThat(text).as(dockerfile.toString()).containsPattern("(?m)^USER (?!root)");
            }
        }
    }

    private static List<String> sources(Path dockerfile) {
        return Project.text("deploy/" + dockerfile.getFileName())
                .lines()
                .filter(line -> line.startsWith(COPY))
                .map(line -> line.substring(COPY.length()).split(" "))
                .flatMap(words -> Arrays.stream(words).limit(words.length - 1L))
                .toList();
    }

    private static boolean allows(String line, String source) {
        if (!line.startsWith("!")) {
            return false;
        }
        String[] allowed = line.substring(1).split("\\*", 2);
        return source.startsWith(allowed[0]) && source.endsWith(allowed[1]);
    }
}
