package org.fogg.analytics.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
     * Writes all documents that are not there yet.
     *
     * @throws IOException when Elasticsearch is away or overloaded: write the same again later
     */
    public void write(List<Document> documents) throws IOException {
        write(documents, false);
    }

    /**
     * Writes all documents, also over those that are there.
     *
     * @throws IOException when Elasticsearch is away or overloaded: write the same again later
     */
    public void overwrite(List<Document> documents) throws IOException {
        write(documents, true);
    }

    private void write(List<Document> documents, boolean over) throws IOException {
        if (documents.isEmpty()) {
            return;
        }
        templates.apply();
        BulkResponse response = client.bulk(bulk(documents, over));
        if (!response.errors()) {
            written.increment(documents.size());
            return;
        }
        List<Refusal> aside = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            sort(documents.get(i), response.items().get(i), aside);
        }
        keepAside(aside);
    }

    private static BulkRequest bulk(List<Document> documents, boolean over) {
        BulkRequest.Builder request = new BulkRequest.Builder();
        for (Document document : documents) {
            request.operations(over ? index(document) : create(document));
        }
        return request.build();
    }

    private static BulkOperation create(Document document) {
        return BulkOperation.of(
                operation ->
                        operation.create(
                                create ->
                                        create.index(document.index())
                                                .id(document.id())
                                                .document(document.source())));
    }

    private static BulkOperation index(Document document) {
        return BulkOperation.of(
                operation ->
                        operation.index(
                                index ->
                                        index.index(document.index())
                                                .id(document.id())
                                                .document(document.source())));
    }

    private void sort(Document document, BulkResponseItem item, List<Refusal> aside)
            throws IOException {
        ErrorCause error = item.error();
        if (error == null) {
            written.increment();
        } else if (item.status() == CONFLICT) {
            repeated.increment();
        } else if (item.status() == TOO_MANY_REQUESTS || item.status() >= SERVER_ERROR) {
            throw new IOException("Elasticsearch cannot write now: " + error.reason());
        } else {
            aside.add(refusal(document, error));
        }
    }

    private static Refusal refusal(Document document, ErrorCause error) {
        ErrorCause cause = error.causedBy();
        String reason = error.reason() + (cause == null ? "" : ": " + cause.reason());
        return new Refusal(
                document.index() + ':' + document.id(),
                Instant.parse(String.valueOf(document.source().get("at"))),
                document.index(),
                reason,
                document.source().toString());
    }

    /**
     * Keeps aside what cannot be indexed.
     *
     * @throws IOException when Elasticsearch is away or overloaded: keep the same again later
     */
    public void keepAside(List<Refusal> refusals) throws IOException {
        if (refusals.isEmpty()) {
            return;
        }
        templates.apply();
        List<Document> documents = refusals.stream().map(Refusal::document).toList();
        BulkResponse response = client.bulk(bulk(documents, false));
        for (int i = 0; i < refusals.size(); i++) {
            BulkResponseItem item = response.items().get(i);
            if (item.error() != null && item.status() != CONFLICT) {
                throw new IOException(
                        "What was refused cannot be kept aside: " + item.error().reason());
            }
            if (item.error() == null) {
                refused.increment();
                Refusal refusal = refusals.get(i);
                LOG.warn(
                        "Kept aside {} of {}: {}", refusal.id(), refusal.where(), refusal.reason());
            }
        }
    }
}
