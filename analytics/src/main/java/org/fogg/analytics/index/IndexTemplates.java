package org.fogg.analytics.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index templates, one per kind of document, applied before anything is written. */
public final class IndexTemplates {

    private static final Logger LOG = LoggerFactory.getLogger(IndexTemplates.class);
    private static final List<String> KINDS = List.of("trades", "orders", "tickers", "refused");

    private final ElasticsearchClient client;
    private volatile boolean applied;

    /** Templates for the cluster behind the client. */
    public IndexTemplates(ElasticsearchClient client) {
        this.client = client;
    }

    /**
     * Applies all templates unless done before; repeating it is harmless.
     *
     * @throws IOException when Elasticsearch cannot be reached
     */
    public void apply() throws IOException {
        if (applied) {
            return;
        }
        for (String kind : KINDS) {
            put(kind);
        }
        applied = true;
        LOG.info("Index templates applied: {}", KINDS);
    }

    private void put(String kind) throws IOException {
        String resource = "/org/fogg/analytics/templates/" + kind + ".json";
        try (InputStream json = IndexTemplates.class.getResourceAsStream(resource)) {
            if (json == null) {
                throw new IllegalStateException("Missing from the jar: " + resource);
            }
            client.indices()
                    .putIndexTemplate(template -> template.name("fogg-" + kind).withJson(json));
        }
    }
}
