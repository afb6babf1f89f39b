package org.fogg.analytics.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes documents in bulk, each once: a document that is there already counts as written. A
 * document that Elasticsearch refuses for its content is kept aside with the reason. Thread-safe.
 */
public final class DocumentWriter {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentWriter.class);
    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final String REFUSED_INDEX = "fogg-refused";

    private final ElasticsearchClient client;
    private final IndexTemplates templates;
    private final Counter written;
    private final Counter repeated;
    private final Counter refused;

    /** A writer through the client, counting into the registry. */
    public DocumentWriter(
            ElasticsearchClient client, IndexTemplates templates, MeterRegistry registry) {
        this.client = client;
        this.templates = templates;
        written = registry.counter("fogg.analytics.documents", "outcome", "written");
        repeated = registry.counter("fogg.analytics.documents", "outcome", "repeated");
        refused = registry.counter("fogg.analytics.documents", "outcome", "refused");
    }

    /**
     * Writes all documents.
     *
     * @throws IOException when Elasticsearch is away or overloaded: write the same again later
     */
    public void write(List<Document> documents) throws IOException {
        if (documents.isEmpty()) {
            return;
        }
        templates.apply();
        BulkResponse response = client.bulk(bulk(documents));
        if (!response.errors()) {
            written.increment(documents.size());
            return;
        }
        List<Document> aside = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            sort(documents.get(i), response.items().get(i), aside);
        }
        if (!aside.isEmpty()) {
            keepAside(aside);
        }
    }

    private static BulkRequest bulk(List<Document> documents) {
        BulkRequest.Builder request = new BulkRequest.Builder();
        for (Document document : documents) {
            request.operations(
                    operation ->
                            operation.create(
                                    create ->
                                            create.index(document.index())
                                                    .id(document.id())
                                                    .document(document.source())));
        }
        return request.build();
    }

    private void sort(Document document, BulkResponseItem item, List<Document> aside)
            throws IOException {
        ErrorCause error = item.error();
        if (error == null) {
            written.increment();
        } else if (item.status() == CONFLICT) {
            repeated.increment();
        } else if (item.status() == TOO_MANY_REQUESTS || item.status() >= SERVER_ERROR) {
            throw new IOException("Elasticsearch cannot write now: " + error.reason());
        } else {
            aside.add(refusal(document, String.valueOf(error.reason())));
        }
    }

    private static Document refusal(Document document, String reason) {
        return new Document(
                REFUSED_INDEX,
                document.index() + ':' + document.id(),
                Map.of(
                        "index", document.index(),
                        "id", document.id(),
                        "reason", reason,
                        "source", document.source().toString()));
    }

    private void keepAside(List<Document> aside) throws IOException {
        BulkResponse response = client.bulk(bulk(aside));
        for (int i = 0; i < aside.size(); i++) {
            ErrorCause error = response.items().get(i).error();
            if (error != null && response.items().get(i).status() != CONFLICT) {
                throw new IOException("A refused document cannot be kept: " + error.reason());
            }
            LOG.warn("Kept aside in {}: {}", REFUSED_INDEX, aside.get(i).source());
            refused.increment();
        }
    }
}
