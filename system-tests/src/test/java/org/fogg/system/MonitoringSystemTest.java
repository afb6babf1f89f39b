package org.fogg.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fogg.stack.ProjectRoot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the dashboards and alerts of Grafana and Prometheus show is there to be shown. */
@ExtendWith(SharedWorld.class)
class MonitoringSystemTest {

    private static final Pattern METRIC =
            Pattern.compile("\\b(fogg|cassandra|kafka|jvm|process)_[a-z0-9_]+\\b");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path deploy = ProjectRoot.find().resolve("deploy");

    @Test
    void shouldFindEveryMetricOfDashboardsAndAlerts(TestWorld world) throws Exception {
        StringBuilder found = new StringBuilder();
        found.append(scrape(world.file().georegions().get(0).brokers().get(0).managementUrl()));
        String exchange = world.file().exchanges().get(0).url();
        found.append(scrape(exchange.substring(0, exchange.indexOf("/exchanges/"))));
        found.append(scrape(world.file().analytics().url()));
        found.append(
                server(world.status().georegions().get(0).cassandra().get(0).pid(), "cassandra"));
        found.append(server(world.status().kafka().pid(), "kafka"));

        assertThat(used()).isNotEmpty().isSubsetOf(names(found.toString()));
    }

    private static String scrape(String url) throws IOException, InterruptedException {
        return get(url + "/actuator/prometheus");
    }

    /**
     * Loads the agent of the images into a running server, which shows its figures from then on.
     */
    private String server(long pid, String kind) throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        VirtualMachine server = VirtualMachine.attach(Long.toString(pid));
        try {
            server.loadAgent(
                    deploy.resolve("target/jmx/jmx_prometheus_javaagent.jar").toString(),
                    "127.0.0.1:" + port + ':' + deploy.resolve("jmx/" + kind + ".yml"));
        } finally {
            server.detach();
        }
        return get("http://127.0.0.1:" + port + "/metrics");
    }

    private static String get(String url) throws IOException, InterruptedException {
        HttpResponse<String> response =
                HTTP.send(
                        HttpRequest.newBuilder(URI.create(url)).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(url).isEqualTo(200);
        return response.body();
    }

    private Set<String> used() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> dashboards = Files.list(deploy.resolve("grafana/dashboards"))) {
            for (Path dashboard : dashboards.toList()) {
                used.addAll(names(expressions(dashboard, "\"expr\"")));
            }
        }
        used.addAll(names(expressions(deploy.resolve("prometheus/alerts.yml"), "expr:")));
        return used;
    }

    private static String expressions(Path file, String key) throws IOException {
        StringBuilder expressions = new StringBuilder();
        Files.readString(file)
                .lines()
                .filter(line -> line.strip().startsWith(key))
                .forEach(line -> expressions.append(line).append('\n'));
        return expressions.toString();
    }

    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = METRIC.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }
}
