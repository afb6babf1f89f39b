package org.fogg.stack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Runs one KRaft process, formatting its folder first where needed. */
final class KafkaRecipe implements Recipe {
    private static final int OVERHEAD_MB = 180;
    private static final int TIMEOUT_MILLIS = 5_000;
    // 16 bytes in base64, constant: one cluster never meets another here.
    private static final String CLUSTER_ID = "Zm9nZy1sb2NhbC1zdGFjaw";

    @Override
    public int overheadMb() {
        return OVERHEAD_MB;
    }

    @Override
    public Launch prepare(ServerSpec spec, ServerFolder folder, Path home) throws IOException {
        KafkaSpec broker = (KafkaSpec) spec;
        Path properties = folder.config().resolve("server.properties");
        Path log4j = folder.config().resolve("log4j2.properties");
        Template.write(
                "kafka.properties",
                Map.of(
                        "host",
                        broker.host(),
                        "port",
                        Integer.toString(broker.port()),
                        "controller-port",
                        Integer.toString(broker.controllerPort()),
                        "data",
                        folder.data().toString().replace("\\", "/")),
                properties);
        Template.write("log4j2.properties", Map.of(), log4j);
        List<String> options = new ArrayList<>(Recipe.commonOptions(broker));
        options.add("-XX:+UseSerialGC");
        options.add("-Dlog4j2.disable.jmx=true");
        options.add("-Dlog4j2.configurationFile=" + log4j.toUri());
        return new Launch(
                options,
                List.of(home.resolve("classes").toString(), home.resolve("lib") + "/*"),
                "org.fogg.stack.kafka.KafkaMain",
                List.of(CLUSTER_ID, properties.toString()));
    }

    @Override
    public boolean answers(ServerSpec spec) {
        if (!listens(spec)) {
            return false;
        }
        Map<String, Object> settings =
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        spec.host() + ":" + spec.port(),
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        TIMEOUT_MILLIS,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        TIMEOUT_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster()
                    .nodes()
                    .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    // The client logs a warning for every refused connection; a look at the port does not.
    private static boolean listens(ServerSpec spec) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(spec.host(), spec.port()), TIMEOUT_MILLIS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
