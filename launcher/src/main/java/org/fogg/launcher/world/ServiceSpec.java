package org.fogg.launcher.world;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fogg.stack.ServerKind;
import org.fogg.stack.process.DetachedProcess;

/**
 * One of Fogg's own services, run from its executable jar in a JVM of its own.
 *
 * @param name names its log and its process record; unique in the world
 * @param needs the servers that must be ready before it starts
 * @param jar its executable jar
 * @param jvmOptions heap and the like
 * @param settings its configuration, by key
 * @param secrets environment variables, for what other users of the machine must not see in a list
 *     of processes
 * @param health answers 200 when the service is ready
 * @param yields whether the others come first where the processor is short
 */
record ServiceSpec(
        String name,
        Set<ServerKind> needs,
        Path jar,
        List<String> jvmOptions,
        Map<String, String> settings,
        Map<String, String> secrets,
        URI health,
        boolean yields) {

    /**
     * Refuses a service that there is no jar of.
     *
     * @throws WorldException with what to do
     */
    void requireBuilt() {
        if (!Files.exists(jar)) {
            throw new WorldException(
                    name + " has not been built: there is no " + jar + "; run mvn package first.");
        }
    }

    /** What is started in place of the jar. */
    ServiceImage image() {
        return ServiceImage.of(jar);
    }

    /** The command line; the image must be there. */
    List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ServiceImage image = image();
        command.addAll(jvmOptions);
        command.addAll(image.jvmOptions());
        command.add("-jar");
        command.add(image.jar().toString());
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
        return yields ? DetachedProcess.yielding(command) : command;
    }
}
