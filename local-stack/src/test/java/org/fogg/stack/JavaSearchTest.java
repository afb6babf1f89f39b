package org.fogg.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fogg.stack.StackException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaSearchTest {
    @TempDir private Path folder;

    @Test
    void shouldTakeJavaHomeWhenItFits() throws IOException {
        Path seventeen = java("a", "17.0.15");
        java("jvm/b", "21.0.1");

        JavaHome found = search(Map.of("JAVA_HOME", seventeen.toString())).find();

        assertThat(found).isEqualTo(new JavaHome(seventeen, "17.0.15"));
    }

    @Test
    void shouldGoOnToTheUsualFoldersWhenJavaHomeDoesNotFit() throws IOException {
        Path tooNew = java("new", "25");
        Path fit = java("jvm/b", "23.0.2");
        Path path = java("old", "1.8.0_402").resolve("bin");

        JavaHome found =
                search(Map.of("JAVA_HOME", tooNew.toString(), "PATH", path.toString())).find();

        assertThat(found.home()).isEqualTo(fit);
    }

    @Test
    void shouldTakeTheOneOnThePathWhenItFits() throws IOException {
        Path fit = java("p", "17.0.1");

        JavaHome found = search(Map.of("PATH", "/none" + File.pathSeparator + fit + "/bin")).find();

        assertThat(found.home()).isEqualTo(fit.toRealPath());
    }

    @Test
    void shouldLookIntoTheContentsOfAMacBundle() throws IOException {
        Path fit = java("jvm/temurin.jdk/Contents/Home", "21.0.4");

        assertThat(search(Map.of()).find().home()).isEqualTo(fit);
    }

    @Test
    void shouldNameWhatItFoundWhenNoneFits() throws IOException {
        Path tooNew = java("new", "25.0.1");
        Path tooOld = java("jvm/old", "11.0.2");

        assertThatThrownBy(() -> search(Map.of("JAVA_HOME", tooNew.toString())).find())
                .isInstanceOfSatisfying(
                        StackException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.UNFIT_JDK))
                .hasMessage(
                        "Cassandra needs a JDK of version 17 to 23, but found 25.0.1 in "
                                + tooNew
                                + ", 11.0.2 in "
                                + tooOld
                                + "; install one, or set FOGG_SERVERS_JAVA_HOME to its folder.");
    }

    @Test
    void shouldSayThatNoneWasFoundWhenThereIsNone() {
        assertThatThrownBy(() -> search(Map.of()).find())
                .isInstanceOf(StackException.class)
                .hasMessageContaining("but none was found");
    }

    @Test
    void shouldTakeNoOtherWhenTheOneThatWasSetDoesNotFit() throws IOException {
        Path tooNew = java("new", "25.0.1");
        java("jvm/fit", "17.0.15");

        assertThatThrownBy(() -> search(Map.of(JavaSearch.SETTING, tooNew.toString())).find())
                .isInstanceOf(StackException.class)
                .hasMessageContaining("FOGG_SERVERS_JAVA_HOME names version 25.0.1 in " + tooNew);
    }

    @Test
    void shouldSayThatThereIsNoJdkWhereTheOneThatWasSetIsNone() {
        assertThatThrownBy(() -> search(Map.of(JavaSearch.SETTING, folder.toString())).find())
                .hasMessageContaining(folder + ", where there is no JDK");
    }

    private JavaSearch search(Map<String, String> environment) {
        return new JavaSearch(environment, folder.resolve("own"), List.of(folder.resolve("jvm")));
    }

    private Path java(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Path command = Files.createFile(home.resolve("bin").resolve("java"));
        assertThat(command.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }
}
