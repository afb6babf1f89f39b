package org.fogg.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs one Elasticsearch node with HTTP as its only module. */
final class ElasticsearchRecipe implements Recipe {
    private static final int OVERHEAD_MB = 250;
    private static final int TIMEOUT_MILLIS = 5_000;

    @Override
    public int overheadMb() {
        return OVERHEAD_MB;
    }

    @Override
    public Launch prepare(ServerSpec spec, ServerFolder folder, Path home) throws IOException {
        ElasticsearchSpec node = (ElasticsearchSpec) spec;
        Path config = folder.config();
        Path temporary = folder.root().resolve("tmp");
        Files.createDirectories(temporary);
        Files.createDirectories(home.resolve("plugins"));
        Template.write(
                "elasticsearch.yml",
                Map.of(
                        "name",
                        node.name(),
                        "home",
                        home.toString(),
                        "data",
                        folder.data().toString(),
                        "logs",
                        folder.logs().toString(),
                        "host",
                        node.host(),
                        "port",
                        Integer.toString(node.port()),
                        "transport-port",
                        Integer.toString(node.transportPort())),
                config.resolve("elasticsearch.yml"));
        Template.write("log4j2.properties", Map.of(), config.resolve("log4j2.properties"));
        List<String> options = new ArrayList<>(Recipe.commonOptions(node));
        options.add("-XX:+UseSerialGC");
        options.add("-Djava.io.tmpdir=" + temporary);
        options.add("-Des.path.home=" + home);
        options.add("-Dlog4j2.disable.jmx=true");
        options.add("-Dio.netty.noUnsafe=true");
        return new Launch(
                options,
                List.of(home.resolve("classes").toString(), home.resolve("lib") + "/*"),
                "org.fogg.stack.elasticsearch.ElasticsearchMain",
                List.of(config.toString()));
    }

    /** Trading does not wait for it, and must not wait because of it. */
    @Override
    public boolean yields() {
        return true;
    }

    @Override
    public boolean answers(ServerSpec spec) {
        URI health =
                URI.create(
                        "http://"
                                + spec.host()
                                + ":"
                                + spec.port()
                                + "/_cluster/health?wait_for_status=yellow&timeout=1s");
        try {
            HttpURLConnection request = (HttpURLConnection) health.toURL().openConnection();
            request.setConnectTimeout(TIMEOUT_MILLIS);
            request.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return request.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                request.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
