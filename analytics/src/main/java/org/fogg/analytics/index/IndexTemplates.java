package org.fogg.analytics.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.elasticsearch.client.ResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index templates, one per kind of document, applied before anything is written. Indices that
 * are there already get the fields that are new in this version.
 */
public final class IndexTemplates {

    private static final Logger LOG = LoggerFactory.getLogger(IndexTemplates.class);
    private static final int BAD_REQUEST = 400;
    private static final List<String> KINDS =
            List.of(IndexNames.TRADES, IndexNames.ORDERS, IndexNames.TICKERS, IndexNames.REFUSED);

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
     * @throws IncompatibleIndexException when an index that is there has other fields
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
        try (InputStream json = template(kind)) {
            client.indices()
                    .putIndexTemplate(template -> template.name("fogg-" + kind).withJson(json));
        }
        TypeMapping mapping = mapping(kind);
        for (String index : indices(kind)) {
            extend(index, mapping);
        }
    }

    private TypeMapping mapping(String kind) throws IOException {
        return client.indices()
                .getIndexTemplate(request -> request.name("fogg-" + kind))
                .indexTemplates()
                .get(0)
                .indexTemplate()
                .template()
                .mappings();
    }

    private Set<String> indices(String kind) throws IOException {
        return client.indices()
                .get(request -> request.index(IndexNames.all(kind)).allowNoIndices(true))
                .result()
                .keySet();
    }

    private void extend(String index, TypeMapping mapping) throws IOException {
        try {
            client.indices()
                    .putMapping(
                            request ->
                                    request.index(index)
                                            .dynamic(mapping.dynamic())
                                            .properties(mapping.properties()));
        } catch (ElasticsearchException e) {
            if (e.status() == BAD_REQUEST) {
                throw new IncompatibleIndexException(index, String.valueOf(e.error().reason()));
            }
            throw e;
        } catch (ResponseException e) {
            if (e.getResponse().getStatusLine().getStatusCode() == BAD_REQUEST) {
                throw new IncompatibleIndexException(index, String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    private static InputStream template(String kind) {
        String resource = "/org/fogg/analytics/templates/" + kind + ".json";
        InputStream json = IndexTemplates.class.getResourceAsStream(resource);
        if (json == null) {
            throw new IllegalStateException("Missing from the jar: " + resource);
        }
        return json;
    }
}
