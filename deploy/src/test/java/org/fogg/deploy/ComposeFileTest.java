package org.fogg.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fogg.deploy.Project.list;
import static org.fogg.deploy.Project.map;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be said of the compose file without an engine. */
class ComposeFileTest {

    /** Ends by itself, so it has no health. */
    private static final Set<String> JOBS = Set.of("kibana-import");

    private static final Pattern SECRET = Pattern.compile(".*(SECRET|PASSWORD|TOKEN).*");
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{[A-Z_]+:\\?.+}");
    private static final Pattern PINNED = Pattern.compile(".+:v?[0-9]+\\.[0-9]+\\.[0-9]+");

    private final Map<String, Object> compose = Project.yaml("docker-compose.yml");
    private final Map<String, Object> services = map(compose.get("services"));

    @Test
    void shouldWaitForHealthAndBoundTheMemoryOfEveryService() {
        services.forEach(
                (name, service) -> {
                    assertThat(map(service)).as(name).containsKey("mem_limit");
                    if (!JOBS.contains(name)) {
                        assertThat(map(service)).as(name).containsKey("healthcheck");
                    }
                    map(map(service).get("depends_on"))
                            .forEach(
                                    (other, condition) -> {
                                        assertThat(services).as(name).containsKey(other);
                                        assertThat(map(condition))
                                                .as(name)
                                                .containsEntry("condition", "service_healthy");
                                    });
                });
    }

    @Test
    void shouldHaveNoDefaultSecret() {
        services.forEach(
                (name, service) ->
                        map(map(service).get("environment"))
                                .forEach(
                                        (key, value) -> {
                                            if (SECRET.matcher(key).matches()) {
                                                assertThat(value.toString())
                                                        .as(name + ' ' + key)
                                                        .matches(REQUIRED);
                                            }
                                        }));
    }

    @Test
    void shouldPublishPortsOnLoopbackOnlyAndEachOnce() {
        List<String> ports =
                services.values().stream()
                        .flatMap(service -> list(map(service).get("ports")).stream())
                        .map(Object::toString)
                        .toList();

        assertThat(ports).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(ports.stream().map(port -> port.split(":")[1]).toList()).doesNotHaveDuplicates();
    }

    @Test
    void shouldPinEveryImage() {
        services.forEach(
                (name, service) -> {
                    Object image = map(service).get("image");
                    if (image != null) {
                        assertThat(image.toString()).as(name).matches(PINNED);
                    }
                });
    }

    @Test
    void shouldMountOnlyWhatIsThere() {
        services.forEach(
                (name, service) ->
                        list(map(service).get("volumes"))
                                .forEach(
                                        volume -> {
                                            String from = volume.toString().split(":")[0];
                                            if (from.startsWith("./")) {
                                                assertThat(Project.ROOT.resolve(from))
                                                        .as(name)
                                                        .exists();
                                            } else {
                                                assertThat(map(compose.get("volumes")))
                                                        .as(name)
                                                        .containsKey(from);
                                            }
                                        }));
    }

    @Test
    void shouldBuildOnlyFromDockerfilesThatAreThere() {
        services.forEach(
                (name, service) -> {
                    Object build = map(service).get("build");
                    if (build != null) {
                        Object dockerfile = map(build).get("dockerfile");
                        assertThat(Project.ROOT.resolve(String.valueOf(dockerfile)))
                                .as(name)
                                .isRegularFile();
                    }
                });
    }

    @Test
    void shouldWatchOnlyServicesOfTheFile() {
        Map<String, Object> prometheus = Project.yaml("deploy/prometheus/prometheus.yml");

        for (Object job : list(prometheus.get("scrape_configs"))) {
            for (Object config : list(map(job).get("static_configs"))) {
                for (Object target : list(map(config).get("targets"))) {
                    assertThat(services).containsKey(target.toString().split(":")[0]);
                }
            }
        }
    }
}
